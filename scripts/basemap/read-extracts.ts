// What do the extracts hold that the basemap draws? Each file is read three times.
//
// Relations name ways, and ways name nodes, but a file lists nodes first: so relations are read,
// then the ways that are drawn or named, then the places of their nodes. What is not drawn is not
// kept. Neighbouring extracts share what crosses their border; the first one counts.
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { OsmHandlers, OsmTags } from '#geodata/formats/osm/handlers.ts'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { areaOf, type Drawing, lineOf, oneOfEach, placeOf } from '#scripts/basemap/classes.ts'
import { NodePlaces } from '#scripts/basemap/node-places.ts'
import { NumberList } from '#scripts/basemap/number-list.ts'

export type Multipolygon = {
  /** Null where only the outer ways say what it is, as was usual until 2017. */
  area: Drawing | null
  outerWays: number[]
  innerWays: number[]
}
/** Its nodes stand in `nodeNumbers` from `start` up to `end`. */
export type Way = { start: number; end: number; line: Drawing | null; area: Drawing | null }
export type Place = { lng: number; lat: number; drawing: Drawing }
export type SourceFile = { name: string; dataDate: string | null }

export type Extracts = {
  sources: SourceFile[]
  multipolygons: Multipolygon[]
  ways: Map<number, Way>
  /** MISSING where the extracts lack the node. */
  nodeNumbers: Int32Array
  nodes: NodePlaces
  places: Place[]
}

export type Reading = 'relations' | 'ways' | 'nodes'
/** `share` goes from 0 to 1 over all files. */
export type OnRead = (what: Reading, share: number) => void

const unpack = promisify(inflate)
const CHUNK_BYTES = 1024 * 1024
const CLOSED_LEAST_NODES = 4
/** Tags that do not say what an area is. */
const SILENT_TAGS = ['type', 'source', 'created_by', 'note', 'name']

export async function readExtracts(files: string[], onRead: OnRead = () => {}): Promise<Extracts> {
  const multipolygons = new Map<number, Multipolygon>()
  const sources = await readEach(files, 'relations', onRead, {
    relation: (id, members, tags) => {
      if (tags.type !== 'multipolygon' || multipolygons.has(id)) return
      const area = areaOf(tags)
      if (!area && !saysNothing(tags)) return
      const waysAs = (isInner: boolean) =>
        members
          .filter(({ kind, role }) => kind === 'way' && (role === 'inner') === isInner)
          .map(({ ref }) => ref)
      multipolygons.set(id, { area, outerWays: waysAs(false), innerWays: waysAs(true) })
    },
  })
  const wanted = new Set(
    [...multipolygons.values()].flatMap(({ outerWays, innerWays }) => [...outerWays, ...innerWays]),
  )
  const ways = new Map<number, Way>()
  const refs = new NumberList()
  const one = oneOfEach()
  await readEach(files, 'ways', onRead, {
    way: (id, list, tags) => {
      const isClosed = list.length >= CLOSED_LEAST_NODES && list[0] === list.at(-1)
      const line = lineOf(tags)
      const area = isClosed || wanted.has(id) ? areaOf(tags) : null
      if (list.length < 2 || ways.has(id) || !(line || area || wanted.has(id))) return
      const start = refs.length
      refs.addAll(list)
      ways.set(id, { start, end: refs.length, line: line && one(line), area: area && one(area) })
    },
  })
  const nodes = new NodePlaces(refs.values())
  const places = new Map<number, Place>()
  await readEach(files, 'nodes', onRead, {
    node: (id, lng7, lat7, tags) => {
      nodes.put(id, lng7, lat7)
      const drawing = tags && placeOf(tags)
      if (drawing && !places.has(id)) places.set(id, { lng: lng7 / 1e7, lat: lat7 / 1e7, drawing })
    },
  })
  return {
    sources,
    multipolygons: [...multipolygons.values()],
    ways,
    nodeNumbers: Int32Array.from(refs.values(), (ref) => nodes.find(ref)),
    nodes,
    places: [...places.values()],
  }
}

async function readEach(
  files: string[],
  what: Reading,
  onRead: OnRead,
  handlers: OsmHandlers,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = []
  for (const [index, file] of files.entries()) {
    const { size } = statSync(file)
    const { dataDate } = await readOsmPbf(
      createReadStream(file, { highWaterMark: CHUNK_BYTES }),
      (zlib, rawByteCount) => unpack(zlib, { maxOutputLength: Math.max(1, rawByteCount) }),
      handlers,
      (bytesRead) => onRead(what, (index + bytesRead / size) / files.length),
    )
    sources.push({ name: path.basename(file), dataDate })
  }
  return sources
}

function saysNothing(tags: OsmTags): boolean {
  return Object.keys(tags).every((key) => SILENT_TAGS.includes(key))
}
