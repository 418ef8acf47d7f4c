// Does a route run through the points of its streets in driving order, and list its roads apart?
import { describe, expect, it } from 'vitest'
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import { STREET_IS_MAIN, STREET_IS_TOLL } from '#geodata/network/street/street-network.ts'
import { streetRoute } from '#geodata/network/street/street-route.ts'

type Drawn = {
  points: [number, number][]
  meters: number
  name?: number
  ref?: number
  roadClass?: RoadClass
  flags?: number
}

/** Only what a route reads; directed street d is edge d. */
function networkOf(drawn: Drawn[]) {
  const firstPoint = [0]
  for (const { points } of drawn) firstPoint.push(firstPoint.at(-1)! + points.length)
  const numbers = (of: (street: Drawn) => number) => Uint32Array.from(drawn, of)
  return {
    texts: ['', 'Ring', 'G93'],
    edgeStreet: Uint32Array.from({ length: 2 * drawn.length }, (_, i) => i),
    streets: {
      firstPoint: Uint32Array.from(firstPoint),
      points: Int32Array.from(drawn.flatMap(({ points }) => points.flat())),
      lengthDecimeters: numbers(({ meters }) => 10 * meters),
      roadClass: numbers(({ roadClass = 'primary' }) => ROAD_CLASSES.indexOf(roadClass)),
      flags: numbers(({ flags = STREET_IS_MAIN }) => flags),
      name: numbers(({ name = 0 }) => name),
      ref: numbers(({ ref = 0 }) => ref),
    },
  } as unknown as Parameters<typeof streetRoute>[0]
}

const inUnits = (lngLats: [number, number][]) =>
  lngLats.map((pair) => pair.map((degrees) => Math.round(degrees * 1e7)))

//   0 ── 1000 ── 2000    then    2000 ── 2000,1000      along the equator: 1 unit is 1 unit
const bend = networkOf([
  {
    points: [
      [0, 0],
      [1000, 0],
      [2000, 0],
    ],
    meters: 20,
  },
  {
    points: [
      [2000, 0],
      [2000, 1000],
    ],
    meters: 10,
  },
])

describe('a route', () => {
  it('runs over whole edges, each corner once', () => {
    const route = streetRoute(bend, { edges: [0, 2] })
    expect(inUnits(route.lngLats)).toEqual([
      [0, 0],
      [1000, 0],
      [2000, 0],
      [2000, 1000],
    ])
    expect(route.legs.map(({ lengthMeters }) => lengthMeters)).toEqual([30])
  })

  it('runs backward over an edge driven backward', () => {
    expect(inUnits(streetRoute(bend, { edges: [3, 1] }).lngLats)).toEqual([
      [2000, 1000],
      [2000, 0],
      [1000, 0],
      [0, 0],
    ])
  })

  it('starts and ends in between, with only the corners in between', () => {
    const route = streetRoute(bend, {
      first: { street: 0, fromShare: 0.25, toShare: 1 },
      last: { street: 1, fromShare: 0, toShare: 0.5 },
    })
    expect(inUnits(route.lngLats)).toEqual([
      [500, 0],
      [1000, 0],
      [2000, 0],
      [2000, 500],
    ])
    expect(route.legs).toEqual([
      { name: '', ref: '', roadClass: 'primary', isToll: false, lengthMeters: 20 },
    ])
  })

  it('goes back along one street where it must', () => {
    const back = streetRoute(bend, { first: { street: 0, fromShare: 0.75, toShare: 0.5 } })
    expect(inUnits(back.lngLats)).toEqual([
      [1500, 0],
      [1000, 0],
    ])
    expect(back.legs[0]?.lengthMeters).toBe(5)
  })

  it('is a point without a leg where nothing is driven', () => {
    const still = streetRoute(bend, { first: { street: 0, fromShare: 0.5, toShare: 0.5 } })
    expect(inUnits(still.lngLats)).toEqual([[1000, 0]])
    expect(still.legs).toEqual([])
    expect(streetRoute(bend, {})).toEqual({ lngLats: [], legs: [] })
  })

  it('stays where it is on a street without length', () => {
    const dot = networkOf([
      {
        points: [
          [5, 5],
          [5, 5],
        ],
        meters: 0,
      },
    ])
    const route = streetRoute(dot, { edges: [0] })
    expect(inUnits(route.lngLats)).toEqual([[5, 5]])
    expect(route.legs).toEqual([])
  })

  it('begins a leg where name, number, class or toll changes, and joins those alike', () => {
    const points: [number, number][] = [
      [0, 0],
      [10, 0],
    ]
    const differing: Partial<Drawn>[] = [
      {},
      {},
      { name: 1 },
      { name: 1, ref: 2 },
      { name: 1, ref: 2, roadClass: 'motorway' },
      { name: 1, ref: 2, roadClass: 'motorway', flags: STREET_IS_MAIN | STREET_IS_TOLL },
      { name: 1, ref: 2, roadClass: 'motorway', flags: STREET_IS_TOLL },
    ]
    const network = networkOf(differing.map((one) => ({ points, meters: 7, ...one })))
    const { legs } = streetRoute(network, { edges: [0, 2, 4, 6, 8, 10, 12] })
    const motorway = { name: 'Ring', ref: 'G93', roadClass: 'motorway' }
    expect(legs).toEqual([
      { name: '', ref: '', roadClass: 'primary', isToll: false, lengthMeters: 14 },
      { name: 'Ring', ref: '', roadClass: 'primary', isToll: false, lengthMeters: 7 },
      { name: 'Ring', ref: 'G93', roadClass: 'primary', isToll: false, lengthMeters: 7 },
      { ...motorway, isToll: false, lengthMeters: 7 },
      { ...motorway, isToll: true, lengthMeters: 14 },
    ])
  })
})
