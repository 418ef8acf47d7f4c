// Do files that are cut, mixed, catted together or mapped in odd words become the right roads?
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { route } from '#geodata/analysis/ground/route.ts'
import { streetRoads } from '#geodata/analysis/ground/street-roads.ts'
import { RouteInputs } from '#geodata/contract/processes/route.ts'
import { decodeNetwork } from '#geodata/network/street/network-file.ts'
import { type BuildOutcome, buildNetworkFile } from '#server/store/files/network-build.ts'
import { type OsmExtract, type OsmPbfOptions, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { lngLatOf } from '#tests/support/surveyed.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

type Places = Record<string, readonly [east: number, north: number]>
type Elements = Pick<OsmExtract, 'ways' | 'relations'>
const PRIMARY = { highway: 'primary' }
const NAMES = 'abcdefghijklmnopqrstuvwxyz'

/** Places are nodes by the order of their letters. */
function extract(places: Places, elements: Elements, options: OsmPbfOptions = {}): Uint8Array {
  const nodes = Object.entries(places).map(([name, place]) => {
    const [lng, lat] = lngLatOf(place)
    return { id: NAMES.indexOf(name) + 1, lng, lat, version: 1 }
  })
  return writeOsmPbf({ nodes, ...elements }, options)
}

/** "abc" is a way over the nodes a, b and c; its name is the same. */
function way(id: number, drawn: string, tags: Record<string, string> = {}, version = 1) {
  const refs = [...drawn].map((name) => NAMES.indexOf(name) + 1)
  return { id, refs, tags: { ...PRIMARY, name: drawn, ...tags }, version }
}

async function built(files: Uint8Array[], cutAtMissingNodes = false) {
  const folder = temporaryFolder()
  const extracts = files.map((bytes, i) => {
    const file = path.join(folder, `${i}.osm.pbf`)
    writeFileSync(file, bytes)
    return file
  })
  const outFile = path.join(folder, 'town.road')
  const outcome = await buildNetworkFile({ extracts, outFile, cutAtMissingNodes })
  return { outcome, outFile }
}

/** "ab, bc 800 m": the ways driven and their meters, as read again from the file. */
async function driving(files: Uint8Array[], cutAtMissingNodes = false) {
  const { outcome, outFile } = await built(files, cutAtMissingNodes)
  if (outcome.kind === 'refused') throw new Error(outcome.en)
  const file = decodeNetwork(Uint8Array.from(readFileSync(outFile)).buffer)
  if (file.kind === 'refused') throw new Error(file.en)
  const roads = streetRoads(file.network, { zh: '路网', en: 'network' })
  const between = (origin: readonly [number, number], destination: readonly [number, number]) =>
    route({ roads, isUrban: () => false }, RouteInputs.parse({ origin, destination }))
  const way = (from: readonly [number, number], to: readonly [number, number]) => {
    const found = between(lngLatOf(from), lngLatOf(to))
    if (!found) return 'no way'
    const { legs, lengthMeters } = found.properties
    return `${legs.map(({ name }) => name).join(', ')} ${Math.round(lengthMeters / 10) * 10} m`
  }
  return { way, between, network: file.network, outcome }
}

function reasonOf(outcome: BuildOutcome): string {
  return outcome.kind === 'refused' ? outcome.en : 'built'
}

describe('a file cut without whole ways', () => {
  const inside = { a: [0, 0], b: [0.4, 0], e: [1.6, 0], f: [2, 0] } as const
  const ways = [way(1, 'abcdef')]

  it('has roads that end at the gap, as long as they are, and none across', async () => {
    const town = await driving([extract(inside, { ways })], true)
    expect(town.way([0, 0], [0.2, 0])).toBe('abcdef 200 m')
    const { count, lengthDecimeters, from, to } = town.network.streets
    expect(Array.from(lengthDecimeters, (tenths) => Math.round(tenths / 100) * 10)).toEqual([
      400, 400,
    ])
    expect(new Set([...from, ...to]).size).toBe(2 * count)
    expect(town.network.bounds[2]).toBeCloseTo(lngLatOf([2, 0])[0], 5)
    expect(town.outcome).toMatchObject({ missingNodes: 2 })
  })

  it('is refused without the flag, and where no node is left', async () => {
    const { outcome } = await built([extract(inside, { ways })])
    expect(reasonOf(outcome)).toContain('2 nodes that roads name')
    const none = await built([extract({ x: [0, 0] }, { ways })], true)
    expect(reasonOf(none.outcome)).toContain('no road')
  })

  it('has no ferry that crosses sooner for what is missing of it', async () => {
    const ferry = { highway: '', route: 'ferry', motor_vehicle: 'yes', duration: '01:00' }
    const files = [extract(inside, { ways: [way(1, 'abcdef', ferry)] })]
    const { network } = await driving(files, true)
    // Of 400 m at 15 km/h, not a share of the hour.
    expect([...network.streets.impedanceDeciseconds.subarray(0, 2)]).toEqual([960, 960])
  })
})

describe('a file that writes the places on its ways', () => {
  it('needs no nodes, and is one with a file that has them', async () => {
    const [west, east] = [
      extract({ a: [0, 0], b: [0.4, 0] }, { ways: [way(1, 'ab')] }, { locationsOnWays: 'alone' }),
      extract({ b: [0.4, 0], c: [1, 0] }, { ways: [way(2, 'bc')] }),
    ]
    expect((await driving([west])).way([0, 0], [0.4, 0])).toBe('ab 400 m')
    for (const files of [
      [west, east],
      [east, west],
    ]) {
      expect((await driving(files)).way([0, 0], [1, 0])).toBe('ab, bc 1000 m')
    }
  })

  it('misses a node that it does not place', async () => {
    const places = { a: [0, 0], b: [0.4, 0] } as const
    const file = extract(places, { ways: [way(1, 'abc')] }, { locationsOnWays: 'alone' })
    expect(reasonOf((await built([file])).outcome)).toContain('1 nodes that roads name')
    expect((await driving([file], true)).way([0, 0], [0.4, 0])).toBe('abc 400 m')
  })
})

describe('several versions of a way', () => {
  const places = { a: [0, 0], b: [1, 0], c: [1, 0.5], d: [0, 0.5] } as const
  const others = [way(2, 'bc'), way(3, 'cd'), way(4, 'da')]
  const before = way(1, 'ab', {}, 1)
  const after = way(1, 'ab', { oneway: 'yes' }, 2)
  const file = (...ways: ReturnType<typeof way>[]) =>
    extract(places, { ways: [...ways, ...others] })
  const west = [
    [0.9, 0],
    [0.1, 0],
  ] as const

  it.each([
    ['one file after the other', [file(before), file(after)]],
    ['the newer file first', [file(after), file(before)]],
    ['one file', [file(before, after)]],
    ['one file, the newer first', [file(after, before)]],
  ])('leave the newest alone, in %s', async (_, files) => {
    const town = await driving(files)
    expect(town.way(west[1], west[0])).toBe('ab 800 m')
    expect(town.way(...west)).toBe('ab, bc, cd, da, ab 2200 m')
  })

  it('end the road where the newest is deleted or no road, whichever comes first', async () => {
    const gone = { id: 1, refs: [], tags: {}, version: 3 }
    const path = way(1, 'ab', { highway: 'footway' }, 3)
    for (const newest of [gone, { ...gone, isDeleted: true }, path]) {
      for (const files of [
        [file(before, newest as typeof before)],
        [file(newest as typeof before, before)],
        [file(before), file(newest as typeof before)],
        [file(newest as typeof before), file(before)],
      ]) {
        expect((await driving(files)).way([0, 0], [1, 0])).toBe('da, cd, bc 2000 m')
      }
    }
  })
})

/** A road of 200 m between a and b, one on to c, one south to d; a further one from c to the east. */
const CROSS: Places = {
  a: [0, 0],
  b: [0.2, 0],
  c: [0.4, 0],
  d: [0.2, -0.2],
  e: [0.6, 0],
  f: [0.8, 0],
}
const restriction = (word: string, from: number, via: string, to: number) => ({
  id: 900,
  members: [
    { kind: 'way' as const, ref: from, role: 'from' },
    { kind: 'node' as const, ref: NAMES.indexOf(via) + 1, role: 'via' },
    { kind: 'way' as const, ref: to, role: 'to' },
  ],
  tags: { type: 'restriction', restriction: word },
})

describe('words that are short, rules that are loose', () => {
  it('only_straight leads straight on', async () => {
    const ways = [way(1, 'ab'), way(2, 'bc'), way(3, 'bd')]
    const relations = [restriction('only_straight', 1, 'b', 2)]
    const town = await driving([extract(CROSS, { ways, relations })])
    expect(town.way([0, 0], [0.2, -0.2])).toBe('ab, bc, bd 800 m')
  })

  it('a word that nobody knows forbids nothing, and the network says so', async () => {
    const ways = [way(1, 'ab'), way(2, 'bc'), way(3, 'bd')]
    const relations = [restriction('no_trucks', 1, 'b', 3)]
    const town = await driving([extract(CROSS, { ways, relations })])
    expect(town.way([0, 0], [0.2, -0.2])).toBe('ab, bd 400 m')
    const examples = ['no_trucks (relation 900)']
    expect(town.network.origin.unreadRestrictions).toEqual({ count: 1, examples })
  })

  it('a rule onto a way that goes on closes the side it names alone', async () => {
    const ways = [way(1, 'abc'), way(2, 'bd'), way(3, 'ce')]
    const relations = [restriction('no_left_turn', 2, 'b', 1)]
    const town = await driving([extract(CROSS, { ways, relations })])
    expect(town.way([0.2, -0.2], [0.6, 0])).toBe('bd, abc, ce 600 m')
    expect(town.way([0.2, -0.2], [0, 0])).not.toBe('bd, abc 400 m')
  })

  it('a truck does not turn round where two ways merely meet', async () => {
    const ways = [way(1, 'ab'), way(2, 'bc'), way(3, 'cef'), way(4, 'bd')]
    const relations = [restriction('no_right_turn', 1, 'b', 4)]
    const town = await driving([extract(CROSS, { ways, relations })])
    expect(town.way([0, 0], [0.2, -0.2])).toBe('ab, bc, cef, bc, bd 1600 m')
  })
})

it('limits in words close the road, and those that nobody can read are shown', async () => {
  const places: Places = { a: [0, 0], b: [1, 0], c: [1, 0.2], d: [0, 0.2] }
  for (const [limit, driven] of [
    [{ maxheight: '限高３．５米' }, 'da, cd, bc 1400 m'],
    [{ maxweight: '10吨' }, 'da, cd, bc 1400 m'],
    [{ maxheight: '11\'-6"' }, 'da, cd, bc 1400 m'],
    [{ width: '1.8' }, 'da, cd, bc 1400 m'],
    [{ access: 'taxi' }, 'da, cd, bc 1400 m'],
    [{ hov: 'designated' }, 'da, cd, bc 1400 m'],
    [{ smoothness: 'impassable' }, 'da, cd, bc 1400 m'],
    [{ maxheight: 'low' }, 'ab 1000 m'],
  ] as const) {
    const ways = [way(1, 'ab', limit), way(2, 'bc'), way(3, 'cd'), way(4, 'da')]
    const town = await driving([extract(places, { ways })])
    expect(town.way([0, 0], [1, 0]), JSON.stringify(limit)).toBe(driven)
    const isRead = driven !== 'ab 1000 m'
    expect(town.network.origin.unreadLimits).toEqual({
      count: isRead ? 0 : 1,
      examples: isRead ? [] : ['maxheight=low (way 1)'],
    })
  }
})

it('a street over 180° is as long as any other', async () => {
  const nodes = [179.99, 179.999, -179.999, -179.99].map((lng, i) => ({ id: i + 1, lng, lat: -17 }))
  const town = await driving([writeOsmPbf({ nodes, ways: [way(1, 'abcd')] })])
  const found = town.between([179.991, -17], [-179.991, -17])
  expect(found?.properties.lengthMeters).toBeCloseTo(1914, -0.5)
  const lngs = found?.geometry.coordinates.map(([lng]) => lng)
  expect([...new Set(lngs)]).toEqual([179.991, 179.999, -179.999, -179.991])
})
