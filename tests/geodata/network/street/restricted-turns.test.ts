// Which directed streets does a restriction between ways mean?
import { describe, expect, it } from 'vitest'
import { cutStreets } from '#geodata/network/street/cut-streets.ts'
import { restrictedTurns } from '#geodata/network/street/restricted-turns.ts'
import { type Member, Survey } from '#geodata/network/street/survey.ts'
import { headOf, tailOf } from '#geodata/network/street/turn-states.ts'

const PLACES = 'abcdefxy'
const ALONG_A_CURVE = Object.fromEntries([...PLACES].map((name, i) => [name, [i * i, i] as const]))

/** "from: a b; via: b; to: b c" over ways drawn as places in their order, e.g. "a b" or "b>a" one way. */
function turnsOf(
  ways: string[],
  restrictions: string[],
  restriction = 'no_left_turn',
  plan: Record<string, readonly [east: number, north: number]> = ALONG_A_CURVE,
) {
  const survey = new Survey()
  ways.forEach((drawn, i) => {
    const nodes = drawn.split(/[ >]/).map((place) => PLACES.indexOf(place) + 1)
    const oneway = drawn.includes('>') ? 'yes' : 'no'
    survey.addWay(i + 1, Float64Array.from(nodes), { highway: 'primary', oneway })
  })
  restrictions.forEach((text, i) => {
    const members = text.split(';').map((part): Member => {
      const [role = '', drawn = ''] = part.split(':').map((one) => one.trim())
      if (drawn.length === 1) return { kind: 'node', ref: PLACES.indexOf(drawn) + 1, role }
      // A way that is not in the extract has a number of its own.
      return { kind: 'way', ref: ways.indexOf(drawn) + 1 || 99, role }
    })
    survey.addRelation(i + 1, members, { type: 'restriction', restriction })
  })
  survey.expectNodes()
  for (const [name, [east, north]] of Object.entries(plan)) {
    survey.addNode(PLACES.indexOf(name) + 1, east * 1000, north * 1000, undefined)
  }
  const cut = cutStreets(survey)
  const { turns, leftOut } = restrictedTurns(survey, cut)
  const nameOf = (junction: number) =>
    Object.keys(plan).find((name) => {
      const [east, north] = plan[name]!
      const [lng7, lat7] = cut.junctionPoints.subarray(2 * junction)
      return lng7 === east * 1000 && lat7 === north * 1000
    })
  const named = (directed: number) =>
    `${nameOf(tailOf(cut.streets, directed))}${nameOf(headOf(cut.streets, directed))}`
  const told = turns.map(({ kind, path, to }) => {
    return `${kind} ${path.map(named).join(' ')} → ${to.map(named).sort().join(', ')}`
  })
  return { turns: told.sort(), leftOut }
}

describe('a restriction over a node', () => {
  it.each([[['a b', 'b c', 'b d']], [['b a', 'c b', 'b d']], [['a>b', 'b>c', 'b d']]])(
    'means the streets that enter and leave it, however the ways are drawn: %j',
    (ways) => {
      const [from, to] = ways
      expect(turnsOf(ways, [`from: ${from}; via: b; to: ${to}`])).toEqual({
        turns: ['no ab → bc'],
        leftOut: 0,
      })
    },
  )

  it('means the nearest street of a way that goes on', () => {
    const ways = ['e a b', 'b c d', 'a f', 'c x', 'b f']
    const { turns } = turnsOf(ways, ['from: e a b; via: b; to: b c d'], 'only_left_turn')
    expect(turns).toEqual(['only ab → bc'])
  })

  it('means turning round where both ways are the same', () => {
    expect(turnsOf(['a b', 'b c', 'b d'], ['from: a b; via: b; to: a b']).turns).toEqual([
      'no ab → ba',
    ])
    const round = turnsOf(['a b c', 'b d'], ['from: a b c; via: b; to: a b c'], 'no_u_turn')
    expect(round.turns).toEqual(['no ab → ba', 'no cb → bc'])
  })

  it('may have several ways at either side', () => {
    const ways = ['a b', 'x b', 'b c', 'b d']
    const entries = ['from: a b; from: x b; via: b; to: b c']
    expect(turnsOf(ways, entries, 'no_entry').turns).toEqual(['no ab → bc', 'no xb → bc'])
    const exits = ['from: a b; via: b; to: b c; to: b d']
    expect(turnsOf(ways, exits, 'no_exit').turns).toEqual(['no ab → bc, bd'])
  })

  it.each([
    ['a way that is not there', ['a b', 'b d'], 'from: a b; via: b; to: b c'],
    ['a way closed in that direction', ['b>a', 'b c', 'b d'], 'from: b>a; via: b; to: b c'],
    ['a way left against its direction', ['a b', 'c>b', 'b d'], 'from: a b; via: b; to: c>b'],
    ['ways that do not meet there', ['a b', 'c d', 'b c'], 'from: a b; via: b; to: c d'],
    ['a node where none of them ends', ['a b', 'b c', 'e f'], 'from: a b; via: f; to: b c'],
    ['a node that no way names', ['a b', 'b c'], 'from: a b; via: x; to: b c'],
  ])('is left out and counted for %s', (_, ways, restriction) => {
    expect(turnsOf(ways, [restriction])).toEqual({ turns: [], leftOut: 1 })
  })

  it('is counted once, beside those that hold', () => {
    const ways = ['a b', 'b c', 'b d']
    const both = ['from: a b; via: b; to: b c', 'from: a b; via: c; to: b d']
    expect(turnsOf(ways, both)).toEqual({ turns: ['no ab → bc'], leftOut: 1 })
  })
})

describe('a way that goes on at the node', () => {
  // a to the west of b, c to the east; x north of it, y south.
  const PLAN = { a: [-1, 0], b: [0, 0], c: [1, 0], x: [0, 1], y: [0, -1] } as const
  const meant = (way: Record<'from' | 'to', string>, restriction: string) => {
    const ways = ['a b c', 'x b', 'y b']
    return turnsOf(ways, [`from: ${way.from}; via: b; to: ${way.to}`], restriction, PLAN)
  }

  it.each([
    ['no_left_turn', 'no xb → bc'],
    ['no_right_turn', 'no xb → ba'],
    ['only_left', 'only xb → bc'],
    ['only_right_turn', 'only xb → ba'],
  ])('is left to the side that %s names', (restriction, told) => {
    expect(meant({ from: 'x b', to: 'a b c' }, restriction)).toEqual({ turns: [told], leftOut: 0 })
  })

  it.each([
    ['no_left_turn', 'no ab → bx'],
    ['no_right_turn', 'no cb → bx'],
  ])('is come from on the side that %s names', (restriction, told) => {
    expect(meant({ from: 'a b c', to: 'x b' }, restriction)).toEqual({ turns: [told], leftOut: 0 })
  })

  it.each(['no_entry', 'no_exit', 'no_straight_on', 'no_u_turn', 'no_turn'])(
    'is closed on no side where %s names none, and counted',
    (restriction) => {
      expect(meant({ from: 'x b', to: 'a b c' }, restriction)).toEqual({ turns: [], leftOut: 1 })
    },
  )

  it('is not turned round on by a word for straight on', () => {
    const told = meant({ from: 'a b c', to: 'a b c' }, 'only_straight_on')
    expect(told).toEqual({ turns: [], leftOut: 1 })
  })

  it('needs no word where it ends, or is open one way', () => {
    expect(meant({ from: 'x b', to: 'y b' }, 'no_entry').turns).toEqual(['no xb → by'])
    const ways = ['a>b>c', 'x b']
    const told = turnsOf(ways, ['from: x b; via: b; to: a>b>c'], 'no_entry', PLAN)
    expect(told.turns).toEqual(['no xb → bc'])
  })
})

describe('a restriction over ways', () => {
  it.each([
    [['a b', 'b c d', 'd e', 'c x']],
    [['a b', 'd c b', 'd e', 'c x']],
    [['a b', 'b>c>d', 'd e', 'c x']],
  ])('is driven from end to end over every street of its way: %j', (ways) => {
    const [from, via, to] = ways
    expect(turnsOf(ways, [`from: ${from}; via: ${via}; to: ${to}`])).toEqual({
      turns: ['no ab bc cd → de'],
      leftOut: 0,
    })
  })

  it('goes over several ways, one after the other', () => {
    const ways = ['a b', 'c b', 'c d', 'd e', 'c x']
    const { turns } = turnsOf(ways, ['from: a b; via: c b; via: c d; to: d e'])
    expect(turns).toEqual(['no ab bc cd → de'])
  })

  it('may lead back onto the street it came from', () => {
    const ways = ['a b', 'b c a', 'c x']
    const { turns } = turnsOf(ways, ['from: a b; via: b c a; to: a b'])
    expect(turns).toContain('no ab bc ca → ab')
  })

  it.each([
    ['a way that does not begin there', ['a b', 'c d', 'd e', 'b c'], 'c d'],
    ['a way closed in that direction', ['a b', 'd>c>b', 'd e', 'c x'], 'd>c>b'],
    ['a way that is not there', ['a b', 'd e'], 'b d'],
  ])('is left out and counted for %s', (_, ways, via) => {
    expect(turnsOf(ways, [`from: a b; via: ${via}; to: d e`])).toEqual({ turns: [], leftOut: 1 })
  })
})
