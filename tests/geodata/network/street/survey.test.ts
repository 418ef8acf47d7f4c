// Is what an extract says of its roads remembered, once, and everything else forgotten?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutStreets, missingNodes } from '#geodata/network/street/cut-streets.ts'
import { STREET_IS_CLOSED, STREET_IS_TOLL } from '#geodata/network/street/street-network.ts'
import { type Member, NOT_COME, Survey } from '#geodata/network/street/survey.ts'

const PRIMARY = { highway: 'primary' }
const refs = (...ids: number[]) => Float64Array.from(ids)

function surveyOf(...ways: [ids: number[], tags: Record<string, string>][]): Survey {
  const survey = new Survey()
  ways.forEach(([ids, tags], i) => {
    survey.addWay(i + 1, refs(...ids), tags)
  })
  survey.expectNodes()
  return survey
}

describe('ways of a survey', () => {
  it('are its roads of two nodes or more, each once though two extracts have it', () => {
    const survey = new Survey()
    survey.addWay(7, refs(1, 2), PRIMARY)
    survey.addWay(8, refs(2, 3), { highway: 'footway' })
    survey.addWay(9, refs(3), PRIMARY)
    survey.addWay(7, refs(1, 2), PRIMARY)
    survey.addWay(5, refs(2, 4), PRIMARY)
    survey.expectNodes()
    expect(survey.wayIds).toEqual([7, 5])
    expect(survey.rules).toHaveLength(2)
    expect([...survey.nodeIds]).toEqual([1, 2, 4])
  })

  it('keep their nodes in order, however many there are', () => {
    const ways = Array.from({ length: 40 }, (_, way) =>
      Array.from({ length: 100 }, (_, i) => 1 + ((way * 61 + i * 37) % 2500)),
    )
    const survey = surveyOf(...ways.map((ids): [number[], typeof PRIMARY] => [ids, PRIMARY]))
    ways.forEach((ids, way) => {
      expect(survey.slotsOf(way).map((slot) => survey.nodeIds[slot])).toEqual(ids)
    })
    expect(survey.nodeIds).toHaveLength(new Set(ways.flat()).size)
  })

  it.each<[string, Record<string, string>[], boolean]>([
    ['no motorway', [PRIMARY], false],
    ['silent motorways', [{ highway: 'motorway' }, { highway: 'motorway_link' }], true],
    ['silent ramps alone', [{ highway: 'motorway_link' }, PRIMARY], true],
    ['one that speaks', [{ highway: 'motorway' }, { highway: 'motorway', oneway: 'yes' }], false],
    [
      'a ramp that speaks',
      [{ highway: 'motorway' }, { highway: 'motorway_link', oneway: 'no' }],
      false,
    ],
    ['a street that speaks', [{ highway: 'motorway' }, { ...PRIMARY, oneway: 'yes' }], true],
  ])('are motorways driven both ways with %s', (_, tags, bothWays) => {
    const survey = surveyOf(...tags.map((one, i): [number[], typeof one] => [[i, i + 1], one]))
    expect(survey.motorwaysBothWays).toBe(bothWays)
    tags.forEach((one, way) => {
      if (one.oneway !== undefined) return
      const isOpen = survey.rules[way]!.backward.kind === 'open'
      expect(isOpen).toBe(bothWays || one.highway === 'primary')
    })
  })
})

describe('versions of an element', () => {
  const OPEN = PRIMARY
  const LIMITED = { ...PRIMARY, maxheight: 'sb' }
  /** Every order in which the versions may come. */
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]
  const versions: [ids: number[], tags: Record<string, string>][] = [
    [[1, 2], OPEN],
    [[1, 3], LIMITED],
    [[1, 4, 5], { ...PRIMARY, name: 'newest' }],
  ]

  it.each(orders)('of a way the newest counts, coming as %d, %d, %d', (...order) => {
    const survey = new Survey()
    for (const i of order) {
      const [ids = [], tags = {}] = versions[i] ?? []
      survey.addWay(7, refs(...ids), tags, i + 1)
    }
    survey.expectNodes()
    expect(survey.wayIds).toEqual([7])
    expect(survey.rules.map(({ name }) => name)).toEqual(['newest'])
    expect([...survey.nodeIds]).toEqual([1, 4, 5])
    expect(survey.unreadLimits.count).toBe(0)
  })

  it.each(['no road any more', 'deleted'])('a newer way that is %s ends the road', (what) => {
    for (const order of ['older first', 'newer first']) {
      const survey = new Survey()
      const newer = () => {
        if (what === 'deleted') survey.gone('way', 7, 3)
        else survey.addWay(7, refs(1, 2), { highway: 'footway' }, 3)
      }
      survey.addWay(8, refs(2, 3), PRIMARY, 1)
      if (order === 'newer first') newer()
      survey.addWay(7, refs(1, 2), LIMITED, 2)
      if (order === 'older first') newer()
      survey.expectNodes()
      // The second reading hears of what the first could not remember.
      survey.passing('way', 7, 2)
      survey.passing('way', 7, 3)
      survey.passing('way', 8, 1)
      for (const id of [1, 2, 3]) survey.addNode(id, 1000 * id, 0, undefined)
      expect(cutStreets(survey).streets.count, order).toBe(1)
      expect(survey.unreadLimits.count, order).toBe(0)
      expect(missingNodes(survey).count, order).toBe(0)
    }
  })

  it('of a node the newest counts, place and barrier; a deleted one is missing', () => {
    for (const order of [
      [1, 2],
      [2, 1],
    ]) {
      const survey = surveyOf([[10, 20], PRIMARY])
      for (const version of order) {
        survey.addNode(
          10,
          version,
          version,
          version === 1 ? { barrier: 'block' } : undefined,
          version,
        )
        if (version === 1) survey.addNode(20, 5, 5, undefined, 1)
        else survey.gone('node', 20, 2)
      }
      expect([...survey.points], order.join()).toEqual([2, 2, NOT_COME, NOT_COME])
      expect([...survey.isBarrier]).toEqual([0, 0])
      expect(missingNodes(survey)).toEqual({ count: 1, firstId: 20 })
    }
  })

  it('of a restriction the newest counts; one that is none any more forbids nothing', () => {
    const members: Member[] = [{ kind: 'way', ref: 1, role: 'from' }]
    const no = { type: 'restriction', restriction: 'no_left_turn' }
    const survey = new Survey()
    survey.addRelation(1, members, { ...no, restriction: 'only_right_turn' }, 2)
    survey.addRelation(1, members, no, 1)
    survey.addRelation(2, members, no, 1)
    survey.addRelation(2, members, { type: 'route' }, 2)
    survey.addRelation(3, members, no, 1)
    survey.gone('relation', 3, 2)
    survey.addRelation(4, members, { ...no, restriction: 'no_trucks' }, 1)
    expect(survey.restrictions.map(({ kind }) => kind)).toEqual(['only'])
    expect(survey.unreadRestrictions).toEqual({ count: 1, examples: ['no_trucks (relation 4)'] })
  })

  it('that say no number count less than those that do, and the first of equals counts', () => {
    const survey = new Survey()
    survey.addWay(7, refs(1, 2), { ...PRIMARY, name: 'first' })
    survey.addWay(7, refs(1, 2), { ...PRIMARY, name: 'second' })
    expect(survey.rules[0]?.name).toBe('first')
    survey.addWay(7, refs(1, 2), { ...PRIMARY, name: 'numbered' }, 1)
    survey.addWay(7, refs(1, 2), { ...PRIMARY, name: 'third' })
    expect(survey.rules[0]?.name).toBe('numbered')
  })
})

describe('limits that nobody can read', () => {
  it('are counted on roads and on barriers that let through, the most frequent shown first', () => {
    const survey = surveyOf(
      [[1, 2], { ...PRIMARY, maxheight: 'low' }],
      [[2, 3], { ...PRIMARY, maxheight: 'sb', maxspeed: 'signals' }],
      [[3, 4], { ...PRIMARY, maxheight: 'sb', maxweight: '60吨' }],
      [[4, 5], { ...PRIMARY, hgv: 'no', maxheight: 'sb' }],
      [[5, 6], { highway: 'footway', maxheight: 'sb' }],
    )
    survey.addNode(1, 0, 0, { barrier: 'gate', maxwidth: 'narrow' })
    survey.addNode(2, 0, 0, { barrier: 'bollard', maxwidth: 'narrow' })
    survey.addNode(3, 0, 0, { maxwidth: 'narrow' })
    expect(survey.unreadLimits).toEqual({
      count: 5,
      examples: [
        'maxheight=sb (way 2)',
        'maxheight=low (way 1)',
        'maxspeed=signals (way 2)',
        'maxwidth=narrow (node 1)',
      ],
    })
  })
})

describe('relations of a survey', () => {
  const no = { type: 'restriction', restriction: 'no_left_turn' }
  const member = (role: string, ref: number, kind: Member['kind'] = 'way') => ({ kind, ref, role })

  it('are restrictions, each once, with ways and node by their roles', () => {
    const survey = new Survey()
    const members = [
      member('from', 1),
      member('from', 4, 'node'),
      member('location_hint', 5, 'node'),
      member('via', 2, 'node'),
      member('to', 3),
    ]
    survey.addRelation(1, members, no)
    survey.addRelation(1, members, no)
    survey.addRelation(2, members, { type: 'route' })
    survey.addRelation(
      3,
      [member('from', 1), member('via', 6), member('via', 7), member('to', 3)],
      {
        ...no,
        restriction: 'only_left_turn',
      },
    )
    expect(survey.restrictions).toEqual([
      { kind: 'no', side: 'left', fromWays: [1], viaNode: 2, viaWays: [], toWays: [3] },
      { kind: 'only', side: 'left', fromWays: [1], viaNode: null, viaWays: [6, 7], toWays: [3] },
    ])
  })
})

describe('nodes of a survey', () => {
  it('are found by their id, in whatever order they are asked for', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 20 })
    const asked = fc.array(fc.integer({ min: 0, max: 62 }), { maxLength: 60 })
    fc.assert(
      fc.property(ids, asked, (named, questions) => {
        const survey = surveyOf([named, PRIMARY])
        const sorted = named.toSorted((a, b) => a - b)
        for (const id of [...questions, ...questions.toSorted((a, b) => a - b)]) {
          expect(survey.slotOf(id)).toBe(sorted.indexOf(id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('bring their place and their barrier; those no road names are passed over', () => {
    const survey = surveyOf([[10, 20, 30], PRIMARY])
    survey.addNode(20, 5, 6, { barrier: 'block' })
    survey.addNode(25, 1, 1, { barrier: 'block' })
    survey.addNode(30, 7, 8, { barrier: 'toll_booth' })
    expect([...survey.points]).toEqual([NOT_COME, 0x7fff_ffff, 5, 6, 7, 8])
    expect([...survey.isBarrier]).toEqual([0, 1, 0])
    expect(missingNodes(survey)).toEqual({ count: 1, firstId: 10 })
    survey.addNode(10, 3, 4, undefined)
    expect(missingNodes(survey)).toEqual({ count: 0, firstId: null })
  })

  it('are missed from the first on', () => {
    expect(missingNodes(surveyOf([[10, 20], PRIMARY]))).toEqual({ count: 2, firstId: 10 })
  })
})

describe('places written on ways', () => {
  it('stand in for nodes that the file does not hold, and give way to those it does', () => {
    const survey = surveyOf([[1, 2, 3, 4], PRIMARY])
    const places = Int32Array.of(10, 11, 20, 21, NOT_COME, NOT_COME, 40, 41)
    survey.addNode(1, 12, 13, undefined)
    survey.gone('node', 4, 2)
    survey.addPlaces(1, refs(1, 2, 3, 4), places)
    survey.addPlaces(99, refs(3), Int32Array.of(1, 1))
    survey.addPlaces(1, refs(3), Int32Array.of(1, 1), 7)
    expect([...survey.points]).toEqual([12, 13, 20, 21, NOT_COME, NOT_COME, NOT_COME, NOT_COME])
    survey.addNode(2, 22, 23, undefined)
    expect([...survey.points.subarray(2, 4)]).toEqual([22, 23])
    expect(missingNodes(survey)).toEqual({ count: 2, firstId: 3 })
  })
})

describe('streets cut from a survey', () => {
  function cut(...ways: Parameters<typeof surveyOf>) {
    const survey = surveyOf(...ways)
    for (const id of survey.nodeIds) survey.addNode(id, 1000 * id, 0, undefined)
    return { survey, ...cutStreets(survey) }
  }

  it('lie in the order of their way, and no way has none', () => {
    const { streets, streetsOfWay, junctionPoints } = cut(
      [[1, 2, 3, 4, 5], PRIMARY],
      [[3, 9], PRIMARY],
      [[4, 8], PRIMARY],
    )
    const ends = streetsOfWay(0).map((street) => {
      const at = (junction: number) => junctionPoints[2 * junction]! / 1000
      return [at(streets.from[street]!), at(streets.to[street]!)]
    })
    expect(ends).toEqual([
      [1, 3],
      [3, 4],
      [4, 5],
    ])
    expect(streetsOfWay(3)).toEqual([])
    expect(streets.points).toHaveLength(2 * (3 + 2 + 2 + 2 + 2))
  })

  it('end where the next node has not come, and go on behind it', () => {
    const survey = surveyOf([[1, 2, 3, 4, 5, 6, 7, 8], PRIMARY], [[2, 9], PRIMARY])
    for (const id of [1, 2, 3, 5, 7, 8]) survey.addNode(id, 1000 * id, 0, undefined)
    const { streets, junctionPoints, junctionCount } = cutStreets(survey)
    const told = Array.from(streets.from, (from, street) => [
      junctionPoints[2 * from]! / 1000,
      junctionPoints[2 * streets.to[street]!]! / 1000,
    ])
    // Node 5 lies alone between two that are missing, and way 2 has one node left.
    expect(told.sort()).toEqual([
      [1, 3],
      [7, 8],
    ])
    expect(junctionCount).toBe(4)
    expect([...streets.points].every((place) => place <= 8000)).toBe(true)
  })

  it('have junctions at ends and crossings, and none in between', () => {
    const { survey, junctionAt, junctionCount } = cut([[1, 2, 3], PRIMARY], [[3, 4], PRIMARY])
    expect(junctionCount).toBe(3)
    expect(junctionAt(survey.slotOf(2))).toBe(-1)
    expect(junctionAt(-1)).toBe(-1)
    const numbers = [1, 3, 4].map((id) => junctionAt(survey.slotOf(id)))
    expect(numbers.toSorted()).toEqual([0, 1, 2])
  })

  it('share their texts; text 0 is empty', () => {
    const ring = { ...PRIMARY, name: 'Ring', ref: 'G93' }
    const { streets, texts } = cut([[1, 2], ring], [[2, 3], ring], [[3, 4], PRIMARY])
    expect(texts[0]).toBe('')
    expect(texts.toSorted()).toEqual(['', 'G93', 'Ring'])
    const named = Array.from(streets.name, (text, i) => [texts[text], texts[streets.ref[i]!]])
    expect(named.toSorted()).toEqual([
      ['', ''],
      ['Ring', 'G93'],
      ['Ring', 'G93'],
    ])
  })

  it('are closed only where neither direction is open', () => {
    const flagsOf = (tags: Record<string, string>) =>
      cut([[1, 2], { ...PRIMARY, ...tags }]).streets.flags[0]!
    expect(flagsOf({}) & STREET_IS_CLOSED).toBe(0)
    expect(flagsOf({ oneway: 'yes' }) & STREET_IS_CLOSED).toBe(0)
    expect(flagsOf({ oneway: '-1' }) & STREET_IS_CLOSED).toBe(0)
    expect(flagsOf({ hgv: 'no' }) & STREET_IS_CLOSED).toBe(STREET_IS_CLOSED)
    expect(flagsOf({ toll: 'yes' }) & STREET_IS_TOLL).toBe(STREET_IS_TOLL)
  })
})
