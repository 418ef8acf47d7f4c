// Which network answers, under which conditions, and what is said of one that cannot be used?
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cellToLatLng } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { preparedStreets } from '#geodata/analysis/answering/prepared-streets.ts'
import { groundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { groundRecord } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import { NetworkList } from '#geodata/contract/documents.ts'
import { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { IsodistanceResult } from '#geodata/contract/processes/isodistance.ts'
import { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { NearestResult } from '#geodata/contract/processes/nearest.ts'
import { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { DoubtfulEnds } from '#geodata/contract/processes/roads.ts'
import { RouteResult } from '#geodata/contract/processes/route.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { loadRegion } from '#server/region/region.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { readBeside } from '#server/workers/network-reading.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { kilometersOf, lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const { places, junctionsAt, streetsBetween, ...town } = surveyed({
  places: { a: [0, 0], b: [6, 0], c: [6, 4], d: [0, 4] },
  ways: {
    'a b': { highway: 'trunk', ref: 'G75', toll: 'yes' },
    'b c': { highway: 'primary', name: '渝航大道' },
    'c d': { highway: 'primary' },
    'd a': { highway: 'primary' },
  },
})
/** A road, and 300 m north of it a street on an island without a bridge. */
const river = surveyed({
  places: { a: [0, 0], b: [1, 0], c: [2, 0], x: [0, 0.3], y: [1, 0.3] },
  ways: { 'a b c': { highway: 'primary' }, 'x y': { highway: 'primary' } },
})
/** Where several rows lie, a vehicle plant and a park among them: a short street of an island within a ring. */
const LONGXING = [106.795, 29.69] as const
const [east, north] = kilometersOf(LONGXING)
const RING_KILOMETERS = 8
const bridgeless = surveyed({
  places: {
    x: [east - 0.05, north + 0.01],
    y: [east + 0.05, north + 0.01],
    a: [east - RING_KILOMETERS, north - RING_KILOMETERS],
    b: [east + RING_KILOMETERS, north - RING_KILOMETERS],
    c: [east + RING_KILOMETERS, north + RING_KILOMETERS],
    d: [east - RING_KILOMETERS, north + RING_KILOMETERS],
    far: [east - 30, north - 10],
  },
  ways: { 'x y': { highway: 'primary' }, 'a b c d a far': { highway: 'primary' } },
})
/** Whether the street of the island is nearer than the ring, by the plan. */
function isPassing(lngLat: readonly [number, number]): boolean {
  const [x, y] = kilometersOf(lngLat)
  const fromRing = RING_KILOMETERS - Math.max(Math.abs(x - east), Math.abs(y - north))
  return fromRing > Math.hypot(Math.max(0, Math.abs(x - east) - 0.05), y - north - 0.01)
}
const built = builtApp((folder) => {
  const networks = networksFolder(folder)
  mkdirSync(networks)
  const bytes = encodeNetwork(town, groundRecord(groundArrays(town)))
  writeFileSync(path.join(networks, 'town.road'), bytes)
  writeFileSync(path.join(networks, 'earlier.road'), encodeNetwork(town))
  writeFileSync(path.join(networks, 'cut.road'), bytes.subarray(0, bytes.length >> 1))
  writeFileSync(path.join(networks, 'river.road'), encodeNetwork(river))
  writeFileSync(path.join(networks, 'bridgeless.road'), encodeNetwork(bridgeless))
  utimesSync(path.join(networks, 'bridgeless.road'), new Date(500), new Date(500))
  utimesSync(path.join(networks, 'earlier.road'), new Date(0), new Date(0))
  utimesSync(path.join(networks, 'river.road'), new Date(1000), new Date(1000))
})
const run = (id: string, inputs: unknown) =>
  built.app.request(`/api/processes/${id}/execution`, sending('POST', { inputs }))
const ends = { origin: lngLatOf([1, 0]), destination: lngLatOf([5, 0]) }

async function routeOf(inputs: object) {
  return RouteResult.parse(await (await run('route', { ...ends, ...inputs })).json())
}

describe('/api/networks', () => {
  it('lists what is loaded, the one written last first and the skeleton last, and what is refused', async () => {
    const list = NetworkList.parse(await (await built.app.request('/api/networks')).json())
    expect(list.items.map(({ id, kind }) => [id, kind])).toEqual([
      ['town', 'street'],
      ['river', 'street'],
      ['bridgeless', 'street'],
      ['earlier', 'street'],
      ['skeleton', 'skeleton'],
    ])
    expect(list.refused.map(({ file }) => file)).toEqual(['cut.road'])
    expect(list.refused[0]?.reason.en).toContain('cut off')
    expect(list.refused[0]?.reason.zh).toContain('不完整')
  })
})

it('a network read on a thread beside the server is the one that lies there, every array of it', async () => {
  const region = await loadRegion(built.store)
  for (const id of ['town', 'cut']) {
    const { prepared, ...beside } = await readBeside(built.store, region, id)
    const stored = await built.store.networks.read(region.id, id)
    expect(beside).toEqual(stored)
    expect(beside.kind).toBe(id === 'town' ? 'network' : 'refused')
    const { isUrban } = region.skeleton.ground
    const here = stored.kind === 'network' ? preparedStreets(stored, isUrban) : undefined
    expect(prepared).toEqual(here)
  }
})

describe('an analysis', () => {
  it('runs over the street network written last, or over the one it names, and says which', async () => {
    const basisOf = async (network?: string) => {
      const inputs = { origins: [ends.origin], destinations: [ends.destination], network }
      return OdMatrixResult.parse(await (await run('od-matrix', inputs)).json())
    }
    const [street, skeleton] = [await basisOf(), await basisOf('skeleton')]
    expect(street.basis.network).toMatchObject({
      kind: 'street',
      name: { zh: '路网 town', en: 'street network town' },
    })
    expect(skeleton.basis.network.kind).toBe('skeleton')
    expect(skeleton.basis.network.name.zh).toContain('示意')
    expect(skeleton.basis.network.name.en).toContain('schematic')
    expect(street.durationSeconds[0]?.[0]).toBeCloseTo((4 / 48) * 3600, -1)
    expect(skeleton.durationSeconds[0]?.[0]).not.toBe(street.durationSeconds[0]?.[0])
  })

  it('does not know a network that was never built', async () => {
    const { errors } = await problemOf(await run('route', { ...ends, network: 'moon' }), 404)
    expect(errors?.[0]?.pointer).toBe('/inputs/network')
  })

  it('draws rings over streets, also for a network that was written without its ground', async () => {
    const areas = []
    for (const network of ['town', 'earlier']) {
      const inputs = { origin: ends.origin, cutoffMinutes: [5, 15], network }
      const { features, basis } = IsochroneResult.parse(
        await (await run('isochrone', inputs)).json(),
      )
      expect(basis.network.kind).toBe('street')
      expect(features.map(({ properties }) => properties.cutoffMinutes)).toEqual([15, 5])
      areas.push(features.map(({ properties }) => properties.areaSquareKilometers))
    }
    const [[large = 0, small = 0] = []] = areas
    expect(large).toBeGreaterThan(small)
    expect(small).toBeGreaterThan(1)
    expect(areas[1]).toEqual(areas[0])
  })

  it('stands on streets in nearest and siting as well', async () => {
    const nearest = NearestResult.parse(
      await (await run('nearest', { origin: ends.origin, collection: 'parks' })).json(),
    )
    expect(nearest.basis.network.kind).toBe('street')
    expect(nearest.unmeasured.map(({ reason }) => reason.en).join()).toContain('within 10 km')
    const siting = SitingResult.parse(
      await (
        await run('siting', { productId: 'battery-tray', pins: [{ id: 'p', lngLat: ends.origin }] })
      ).json(),
    )
    expect(siting.basis.network.kind).toBe('street')
    const sources = siting.ranking.flatMap(({ terms }) => terms.map(({ source }) => source)).join()
    expect(sources).not.toContain('skeleton')
  })

  it('says a place beyond ten kilometers of any street is off the network', async () => {
    const { detailZh, detail } = await problemOf(
      await run('route', { ...ends, origin: [108, 30] }),
      422,
    )
    expect(detail).toContain('within 10 km')
    expect(detailZh).toContain('10 公里')
  })
})

describe('an end that passed over an island', () => {
  const island = lngLatOf([0.5, 0.29])
  const bank = lngLatOf([1.5, 0])
  const network = 'river'

  it('is told by the matrix, by the end it is', async () => {
    const inputs = { origins: [bank, island], destinations: [island], network }
    const { issues, lengthMeters } = OdMatrixResult.parse(
      await (await run('od-matrix', inputs)).json(),
    )
    expect(lengthMeters[0]?.[0]).toBeCloseTo(1000 + 1.4 * 290, -1)
    const told = issues.map(({ kind, origin, destination }) => [kind, origin, destination])
    expect(told).toEqual([
      ['passed-island', 1, undefined],
      ['passed-island', undefined, 0],
    ])
    expect(issues[0]?.detail.en).toContain('10 m away')
    expect(issues[0]?.detail.zh).toContain('10 米')
  })

  it('is told by nearest, by rings and by siting', async () => {
    const near = NearestResult.parse(
      await (await run('nearest', { origin: island, collection: 'companies', network })).json(),
    )
    expect(near.access).toMatchObject({ entry: 'street', passedIslandMeters: 10 })
    expect(near.items.length).toBeGreaterThan(0)
    for (const { access } of near.items) expect(access?.entry).toBe('street')
    const rings = IsochroneResult.parse(
      await (await run('isochrone', { origin: island, cutoffMinutes: [5], network })).json(),
    )
    expect(rings.access).toMatchObject({ passedIslandMeters: 10, isIsland: false })
    const pins = [
      { id: 'island', lngLat: island },
      { id: 'bank', lngLat: bank },
    ]
    const { ranking } = SitingResult.parse(
      await (await run('siting', { productId: 'battery-tray', parkIds: [], pins, network })).json(),
    )
    const doubted = ranking.filter(({ flags }) =>
      flags.some(({ en }) => en.startsWith('A nearer street, 10 m away')),
    )
    expect(doubted.map(({ id }) => id)).toEqual(['island'])
  })
})

describe('rings over streets', () => {
  const areasOf = async (id: string, inputs: object) => {
    const body = await (await run(id, { origin: ends.origin, ...inputs })).json()
    const { features, basis } = (id === 'isochrone' ? IsochroneResult : IsodistanceResult).parse(
      body,
    )
    expect(basis.network.kind).toBe('street')
    return features.map(({ properties }) => properties.areaSquareKilometers)
  }

  it('shrink under conditions, by time and by length, the largest first', async () => {
    const slow = { conditions: { timeFactor: 3 } }
    const cutoffs = { cutoffMinutes: [5, 15] }
    const free = await areasOf('isochrone', cutoffs)
    expect(free[0]).toBeGreaterThan(free[1] ?? Infinity)
    expect((await areasOf('isochrone', { ...cutoffs, ...slow }))[0]).toBeLessThan(free[0] ?? 0)
    const kilometers = { cutoffKilometers: [2, 6] }
    const lengths = await areasOf('isodistance', kilometers)
    expect(lengths[0]).toBeGreaterThan(lengths[1] ?? Infinity)
    expect(await areasOf('isodistance', { ...kilometers, ...slow })).toEqual(lengths)
    const closed = { conditions: { closedNear: [lngLatOf([3, 0])] } }
    expect((await areasOf('isodistance', { ...kilometers, ...closed }))[0]).not.toBe(lengths[0])
  })

  it('by length need streets', async () => {
    const asked = { origin: ends.origin, network: 'skeleton' }
    const { detail } = await problemOf(await run('isodistance', asked), 422)
    expect(detail).toContain('choose another network')
  })
})

describe('a route', () => {
  it('is a line with its roads, its length and its toll length', async () => {
    const { geometry, properties, access } = await routeOf({})
    expect(properties.legs).toMatchObject([{ ref: 'G75', roadClass: 'trunk', isToll: true }])
    expect(properties.lengthMeters).toBeCloseTo(4000, -2)
    expect(properties.tollMeters).toBeCloseTo(4000, -2)
    expect(geometry.coordinates.length).toBeGreaterThanOrEqual(2)
    expect(access.origin).toMatchObject({ entry: 'street', name: 'G75', isIsland: false })
  })

  it('keeps away from tolls, from closed streets and from slow roads when asked to', async () => {
    for (const conditions of [
      { avoid: ['toll'] },
      { avoid: ['trunk'] },
      { closedNear: [lngLatOf([3, 0])] },
    ]) {
      const { properties } = await routeOf({
        conditions,
        origin: lngLatOf([0, 1]),
        destination: lngLatOf([6, 1]),
      })
      expect(properties.legs.some(({ isToll }) => isToll)).toBe(false)
      expect(properties.lengthMeters).toBeCloseTo(12_000, -3)
    }
    const slow = await routeOf({ conditions: { timeFactor: 2 } })
    const free = await routeOf({})
    const seconds = ({ properties }: RouteResult) => properties.duration.centralSeconds
    expect(seconds(slow)).toBeCloseTo(2 * seconds(free), -1)
  })

  it('says where there is none, and that the skeleton knows no conditions', async () => {
    const closed = {
      conditions: {
        closedNear: [
          [0, 2],
          [3, 4],
          [6, 2],
          [3, 0],
        ].map(([x = 0, y = 0]) => lngLatOf([x, y])),
      },
    }
    expect((await run('route', { ...ends, ...closed })).status).toBe(422)
    const onSkeleton = { ...ends, network: 'skeleton', conditions: { avoid: ['toll'] } }
    const { errors } = await problemOf(await run('route', onSkeleton), 422)
    expect(errors?.[0]?.pointer).toBe('/inputs/conditions')
    const nowhere = { conditions: { closedNear: [ends.origin, [108, 31]] } }
    const problem = await problemOf(await run('route', { ...ends, ...nowhere }), 422)
    expect(problem.errors?.[0]?.pointer).toBe('/inputs/conditions/closedNear/1')
    const unheard = { avoid: ['toll', 'ferry'], timeFactorByClass: { tertiary: 2, trunk: 2 } }
    const unknown = await problemOf(await run('route', { ...ends, conditions: unheard }), 422)
    expect(unknown.errors?.map(({ pointer }) => pointer)).toEqual([
      '/inputs/conditions/avoid/1',
      '/inputs/conditions/timeFactorByClass/tertiary',
    ])
    expect(unknown.errors?.[0]?.detailZh).toContain('没有这类道路')
  })

  it('is schematic on the skeleton', async () => {
    const { properties, geometry } = await routeOf({
      network: 'skeleton',
      destination: [104.06, 30.66],
    })
    expect(properties.legs).toEqual([])
    expect(geometry.coordinates.length).toBeGreaterThan(3)
  })
})

describe('rows whose street is an island', () => {
  const network = 'bridgeless'
  const siting = { productId: 'battery-tray', network, pins: [{ id: 'pin 1', lngLat: LONGXING }] }
  const there = async (collection: string) => {
    const list = await built.app.request(`/api/collections/${collection}/items?limit=10000`)
    const { features } = (await list.json()) as {
      features: { id: string; geometry: { coordinates: [number, number] } | null }[]
    }
    return features
      .filter(({ geometry }) => geometry && isPassing(geometry.coordinates))
      .map(({ id }) => id)
  }
  const told = async (id: string, inputs: object) => {
    const response = await run(id, { network, ...inputs })
    const answer = await response.json()
    expect(response.status, JSON.stringify(answer)).toBe(200)
    const ends = DoubtfulEnds.parse(answer.doubtfulEnds)
    expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['passed-island']))
    return ends.map((end) => end.id).sort()
  }

  it('are told by every analysis over roads, each by its id', async () => {
    const [firms, parks, platforms] = [
      await there('companies'),
      await there('parks'),
      await there('platforms'),
    ]
    expect(firms).toEqual(expect.arrayContaining(['O008', 'O010']))
    expect(parks).toContain('CQ-V01')
    const all = [...firms, ...parks].sort()
    expect(await told('coverage', {})).toEqual(all)
    expect(await told('vehicle-park', {})).toEqual(all.filter((id) => !id.startsWith('O')))
    for (const id of ['transformation', 'pooling']) expect(await told(id, {})).toEqual(firms)
    expect(await told('park-index', {})).toEqual([...parks, ...platforms].sort())
    for (const id of ['local-sourcing', 'gap-filling', 'location-allocation']) {
      const ids = await told(id, id === 'location-allocation' ? { productId: 'battery-tray' } : {})
      expect(ids, id).toEqual(expect.arrayContaining([...parks, 'O008']))
      expect(all, id).toEqual(expect.arrayContaining(ids))
    }
    expect(await told('disruption', {})).toContain('O008')
    const timed = await told('jit-window', { lngLat: LONGXING })
    expect(timed).toEqual(expect.arrayContaining(['O008', 'O010', 'pin']))
    expect([...firms, 'pin']).toEqual(expect.arrayContaining(timed))
  })

  it('are told with how far the street lies and what is assumed', async () => {
    const answer = await run('logistics', { siting, candidateId: 'pin 1' })
    const { doubtfulEnds } = LogisticsResult.parse(await answer.json())
    const [pin, ...others] = doubtfulEnds
    expect(pin?.id).toBe('pin 1')
    expect(pin?.detail.zh).toContain('更近的一条路（10 米）与路网不相连')
    expect(pin?.detail.en).toContain('A nearer street, 10 m away')
    expect(others.map((end) => end.id)).toContain('O008')
  })

  it('are told by the surface, and so are its cells', async () => {
    const answer = await run('surface', { siting, resolution: 6, rangeDraws: 0 })
    const { doubtfulEnds, cells, doubtfulCells } = SurfaceResult.parse(await answer.json())
    expect(doubtfulEnds.map(({ id }) => id)).toContain('O008')
    const passing = cells.flatMap((cell, index) => {
      const [lat, lng] = cellToLatLng(cell)
      return isPassing([lng, lat]) ? [index] : []
    })
    expect(passing.length).toBeGreaterThan(0)
    expect(doubtfulCells).toEqual({ 'passed-island': passing, 'on-island': [] })
  })

  it('have cells with the range that siting gives a pin there, under conditions too', async () => {
    const { pins: _, ...question } = siting
    const asked = { ...question, conditions: { timeFactor: 1.5 } }
    const meters = (lngLat: readonly [number, number]) => greatCircleMeters(lngLat, LONGXING)
    const ofOpen = await run('surface', { siting: question, resolution: 5, rangeDraws: 100 })
    const answer = await run('surface', { siting: asked, resolution: 5, rangeDraws: 100 })
    const open = SurfaceResult.parse(await ofOpen.json())
    const { cells, criteria, scoreLikely } = SurfaceResult.parse(await answer.json())
    const sample = cells
      .map((id, index) => {
        const [lat, lng] = cellToLatLng(id)
        return { id, index, lngLat: [lng, lat] as const }
      })
      .toSorted((a, b) => meters(a.lngLat) - meters(b.lngLat))
      .slice(0, 4)
    const weights = Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]))
    const pinned = await run('siting', {
      ...asked,
      parkIds: [],
      pins: sample.map(({ id, lngLat }) => ({ id, lngLat })),
      weights: { ...weights, segmentFit: 0, land: 0 },
      doubt: { draws: 100 },
    })
    const { ranking } = SitingResult.parse(await pinned.json())
    for (const { id, index } of sample) {
      const [low = 0, high = 0] = ranking.find((one) => one.id === id)?.scoreLikely ?? []
      const [lowHere = 0, highHere = 0] = scoreLikely?.[index] ?? []
      expect(Math.abs(lowHere - low), id).toBeLessThan(0.12)
      expect(Math.abs(highHere - high), id).toBeLessThan(0.12)
    }
    // Slower roads bring all ends down, where there is anything to lose.
    const ends = sample.map(({ index }) => [open.scoreLikely?.[index], scoreLikely?.[index]])
    expect(ends.some(([before, now]) => (now?.[1] ?? 0) < (before?.[1] ?? 0) - 1)).toBe(true)
  })
})
