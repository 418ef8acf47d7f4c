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
      { kind: 'no', fromWays: [1], viaNode: 2, viaWays: [], toWays: [3] },
      { kind: 'only', fromWays: [1], viaNode: null, viaWays: [6, 7], toWays: [3] },
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
