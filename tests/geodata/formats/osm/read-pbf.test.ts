// Is what was written read back, in any form an extract may take?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOWHERE } from '#geodata/formats/osm/handlers.ts'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { inflate, inPieces, readAll } from '#tests/support/osm-pbf-read.ts'
import {
  dataBlock,
  fileBlock,
  headerBlock,
  joined,
  message,
  type OsmExtract,
  type OsmPbfOptions,
  writeOsmPbf,
} from '#tests/support/osm-pbf-writer.ts'

const anyId = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.maxSafeInteger(),
  fc.constantFrom(
    ...[28, 31, 32, 35, 36, 42, 52].flatMap((bits) => [2 ** bits - 1, 2 ** bits, -(2 ** bits)]),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ),
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('highway', '重庆市 渝中区', '__proto__', 'constructor', '', '\uFEFFmark', '🚚'),
)
const anyTags = fc.dictionary(anyText, anyText, { maxKeys: 4, noNullPrototype: true })
/** Whole units of 10^-7 degrees, as the data base keeps them. */
const anyNode = fc.record(
  {
    id: anyId,
    lng: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((unit) => unit / 1e7),
    lat: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((unit) => unit / 1e7),
    tags: anyTags,
  },
  { requiredKeys: ['id', 'lng', 'lat'] },
)
const anyExtract: fc.Arbitrary<OsmExtract> = fc.record({
  nodes: fc.array(anyNode, { maxLength: 12 }),
  ways: fc.array(fc.record({ id: anyId, refs: fc.array(anyId, { maxLength: 9 }), tags: anyTags }), {
    maxLength: 5,
  }),
  relations: fc.array(
    fc.record({
      id: anyId,
      members: fc.array(
        fc.record({
          kind: fc.constantFrom('node' as const, 'way' as const, 'relation' as const),
          ref: anyId,
          role: anyText,
        }),
        { maxLength: 5 },
      ),
      tags: anyTags,
    }),
    { maxLength: 4 },
  ),
})
const anyForm: fc.Arbitrary<OsmPbfOptions> = fc.record({
  nodes: fc.constantFrom('dense', 'plain'),
  blobs: fc.constantFrom('zlib', 'raw'),
  elementsPerBlock: fc.integer({ min: 1, max: 8 }),
  locationsOnWays: fc.boolean(),
})

/** Differences of neighbouring ids must be exact too: nothing outside of 2^53 is in an extract. */
const tellable = ({ nodes = [], ways = [], relations = [] }: OsmExtract) =>
  [
    nodes.map(({ id }) => id),
    ...ways.map(({ refs }) => refs),
    ...relations.map(({ members }) => members.map(({ ref }) => ref)),
  ].every((ids) =>
    ids.every((id, index) => index === 0 || Number.isSafeInteger(id - (ids[index - 1] ?? 0))),
  )

function expected({ nodes = [], ways = [], relations = [] }: OsmExtract) {
  return {
    nodes: nodes.map(({ id, lng, lat, tags }) => ({
      id,
      lng7: Math.round(lng * 1e7),
      lat7: Math.round(lat * 1e7),
      ...(tags && Object.keys(tags).length > 0 && { tags }),
    })),
    ways,
    relations,
  }
}

it('reads back any extract in any form and in pieces of any length', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyExtract.filter(tellable),
      anyForm,
      fc.integer({ min: 1, max: 400 }),
      async (extract, form, pieceBytes) => {
        const { header: _, ...elements } = await readAll(writeOsmPbf(extract, form), pieceBytes)
        expect(elements).toEqual(expected(extract))
      },
    ),
    { numRuns: 300 },
  )
})

it('puts coordinates of any grid and offset on whole ten-millionths of a degree', async () => {
  const nodes = [
    { id: 1, lng: 106.5771234, lat: 29.5598765 },
    { id: 2, lng: -0.0000001, lat: -89.9999999 },
  ]
  const offset = { lng: 106_000_000_050, lat: -29_000_000_150 }
  for (const form of ['dense', 'plain'] as const) {
    const fine = await readAll(
      writeOsmPbf({ nodes }, { nodes: form, granularityNanodegrees: 1, offsetNanodegrees: offset }),
    )
    expect(fine.nodes).toEqual(expected({ nodes }).nodes)
    const coarse = await readAll(
      writeOsmPbf({ nodes }, { nodes: form, granularityNanodegrees: 1_000_000 }),
    )
    expect(coarse.nodes.map(({ lng7, lat7 }) => [lng7, lat7])).toEqual([
      [1_065_770_000, 295_600_000],
      [0, -900_000_000],
    ])
  }
})

it('takes grid and texts of each block for that block alone', async () => {
  const blocks = (extract: OsmExtract, form: OsmPbfOptions) =>
    writeOsmPbf(extract, { ...form, blobs: 'raw' }).subarray(header.length)
  const header = fileBlock('OSMHeader', headerBlock(), 'raw')
  const coarse = { granularityNanodegrees: 1000, offsetNanodegrees: { lng: 5_000, lat: 3_000 } }
  const read = await readAll(
    joined([
      header,
      blocks({ nodes: [{ id: 1, lng: 0.000006, lat: 0.000004, tags: { a: 'b' } }] }, coarse),
      blocks({ nodes: [{ id: 2, lng: 0.000006, lat: 0.000004, tags: { c: 'd' } }] }, {}),
    ]),
  )
  expect(read.nodes).toEqual([
    { id: 1, lng7: 60, lat7: 40, tags: { a: 'b' } },
    { id: 2, lng7: 60, lat7: 40, tags: { c: 'd' } },
  ])
})

it('reads a way of any length, and a short one after it', async () => {
  const refs = Array.from({ length: 3000 }, (_, index) => index)
  const ways = [
    { id: 1, refs, tags: {} },
    { id: 2, refs: [5, 4], tags: {} },
  ]
  expect((await readAll(writeOsmPbf({ ways }))).ways).toEqual(ways)
})

it('reports the first of two files put together', async () => {
  const told = (writtenBy: string) => writeOsmPbf({ ways: [{ id: 1, refs: [] }] }, { writtenBy })
  const { header, ways } = await readAll(joined([told('first'), told('second')]))
  expect(header.writtenBy).toBe('first')
  expect(ways).toHaveLength(2)
})

it('keeps tags called like parts of an object', async () => {
  const tags = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}')
  let read: Record<string, string> | undefined
  const bytes = writeOsmPbf({ ways: [{ id: 1, refs: [1, 2], tags }] })
  await readOsmPbf(inPieces(bytes), inflate, { way: (_id, _refs, came) => (read = came) })
  expect(Object.entries(read ?? {})).toEqual(Object.entries(tags))
  expect(read?.hasOwnProperty).toBeUndefined()
})

it('reports box, writer and day of the data, or that the file does not say', async () => {
  const bbox: [number, number, number, number] = [-0.5, -33.25, 106.5771234, 29.5598765]
  const told = await readAll(
    writeOsmPbf({}, { bbox, replicationTime: '2026-11-22T20:21:02Z', writtenBy: '一支笔' }),
  )
  expect(told.header).toEqual({ bbox, writtenBy: '一支笔', dataDate: '2026-11-22' })
  const silent = await readAll(joined([fileBlock('OSMHeader', [])]))
  expect(silent.header).toEqual({ bbox: null, writtenBy: null, dataDate: null })
})

it('steps over kinds without a handler unread, and over blobs of an unknown type', async () => {
  const nonsense = dataBlock({}, () => [
    ...message(2, [0xff]),
    ...message(3, [0xff]),
    ...message(4, [0xff]),
  ])
  const bytes = joined([
    fileBlock('OSMHeader', headerBlock()),
    fileBlock('Thumbnail', [0xff, 0xff]),
    fileBlock('OSMData', nonsense),
  ])
  const header = await readOsmPbf(inPieces(bytes), inflate, {})
  expect(header.writtenBy).toBe('osm-pbf-writer')
})

it('counts the bytes read up to the whole file', async () => {
  const nodes = Array.from({ length: 9 }, (_, id) => ({ id, lng: 106, lat: 29 }))
  const bytes = writeOsmPbf({ nodes }, { elementsPerBlock: 4 })
  const told: number[] = []
  await readOsmPbf(inPieces(bytes, 10), inflate, {}, (byteCount) => told.push(byteCount))
  expect(told).toHaveLength(4)
  expect(told[0]).toBe(writeOsmPbf({}).length)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(bytes.length)
})

it('waits for an unpacker that takes its time', async () => {
  const bytes = writeOsmPbf({ ways: [{ id: 7, refs: [1, 2] }] })
  const ids: number[] = []
  const later = async (zlib: Uint8Array, rawByteCount: number) => inflate(zlib, rawByteCount)
  await readOsmPbf(inPieces(bytes), later, { way: (id) => ids.push(id) })
  expect(ids).toEqual([7])
})

it('lets what a handler throws pass, and lets go of the stream', async () => {
  let released = false
  const nodes = Array.from({ length: 99 }, (_, id) => ({ id, lng: 0, lat: 0 }))
  async function* stream() {
    try {
      yield* inPieces(writeOsmPbf({ nodes }, { elementsPerBlock: 1 }), 8)
    } finally {
      released = true
    }
  }
  const stop = new Error('enough')
  const reading = readOsmPbf(stream(), inflate, {
    node: () => {
      throw stop
    },
  })
  await expect(reading).rejects.toBe(stop)
  expect(released).toBe(true)
})

it.each(['dense', 'plain'] as const)(
  'says versions, and what is deleted, of %s nodes',
  async (nodes) => {
    const heard: unknown[] = []
    const town: OsmExtract = {
      nodes: [
        { id: 1, lng: 106.5, lat: 29.5, version: 3 },
        { id: 2, lng: 106.6, lat: 29.5, version: 2, isDeleted: true },
        { id: 3, lng: 214.7483647, lat: 214.7483647, version: 4 },
      ],
      ways: [
        { id: 5, refs: [1, 2], version: 7 },
        { id: 5, refs: [], version: 8, isDeleted: true },
        { id: 6, refs: [1, 2] },
      ],
      relations: [
        { id: 9, members: [], version: 2 },
        { id: 9, members: [], version: 3, isDeleted: true },
      ],
    }
    const bytes = writeOsmPbf(town, { nodes })
    await readOsmPbf(inPieces(bytes), inflate, {
      node: (id, _lng7, _lat7, _tags, version) => heard.push(['node', id, version]),
      way: (id, _refs, _tags, version) => heard.push(['way', id, version]),
      relation: (id, _members, _tags, version) => heard.push(['relation', id, version]),
      gone: (kind, id, version) => heard.push(['gone', kind, id, version]),
    })
    expect(heard).toEqual([
      ['node', 1, 3],
      ['gone', 'node', 2, 2],
      ['gone', 'node', 3, 4],
      ['way', 5, 7],
      ['gone', 'way', 5, 8],
      ['way', 6, 0],
      ['relation', 9, 2],
      ['gone', 'relation', 9, 3],
    ])
    const passed: unknown[] = []
    await readOsmPbf(inPieces(bytes), inflate, {
      passing: (kind, id, version) => passed.push([kind, id, version]),
    })
    expect(passed).toEqual([
      ['way', 5, 7],
      ['way', 6, 0],
      ['relation', 9, 2],
    ])
  },
)

it('brings the places that are written on ways, and tells those that are not known', async () => {
  const placed: (number[] | undefined)[] = []
  const town = { nodes: [{ id: 1, lng: 106.5, lat: -29.5 }], ways: [{ id: 5, refs: [1, 2] }] }
  const read = (options: OsmPbfOptions) =>
    readOsmPbf(inPieces(writeOsmPbf(town, options)), inflate, {
      way: (_id, _refs, _tags, _version, places) => placed.push(places && [...places]),
    })
  await read({})
  await read({ locationsOnWays: 'alone' })
  expect(placed).toEqual([undefined, [1_065_000_000, -295_000_000, NOWHERE, NOWHERE]])
})
