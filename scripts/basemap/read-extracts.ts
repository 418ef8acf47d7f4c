// What do the extracts hold that the basemap draws? Each file is read three times.
//
// Relations name ways, and ways name nodes, but a file lists nodes first: so relations are read,
// then the ways that are drawn or named, then the places of their nodes. What is not drawn is not
// kept. Neighbouring extracts share what crosses their border: the newest version counts, of equal ones
// the first. A newer version that is not drawn is heard of again in the reading after.
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { NOWHERE, type OsmHandlers, type OsmTags } from '#geodata/formats/osm/handlers.ts'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { areaOf, type Drawing, lineOf, oneOfEach, placeOf } from '#scripts/basemap/classes.ts'
import { NodePlaces, ON_A_WAY } from '#scripts/basemap/node-places.ts'
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

type Versioned<What> = { version: number; is: What | null }

export async function readExtracts(files: string[], onRead: OnRead = () => {}): Promise<Extracts> {
  const relations = new Newest<Multipolygon>()
  const sources = await readEach(files, 'relations', onRead, () => ({
    relation: (id, members, tags, version) => {
      const area = areaOf(tags)
      const isDrawn = tags.type === 'multipolygon' && (area || saysNothing(tags))
      const waysAs = (isInner: boolean) =>
        members
          .filter(({ kind, role }) => kind === 'way' && (role === 'inner') === isInner)
          .map(({ ref }) => ref)
      relations.put(id, version, () =>
        isDrawn ? { area, outerWays: waysAs(false), innerWays: waysAs(true) } : null,
      )
    },
    gone: (kind, id, version) => kind === 'relation' && relations.end(id, version || NEWEST),
  }))
  const wanted = new Set(
    relations.all().flatMap(([, { outerWays, innerWays }]) => [...outerWays, ...innerWays]),
  )
  const known = new Newest<Way>()
  const refs = new NumberList()
  const withPlaces = new Set<string>()
  const one = oneOfEach()
  await readEach(files, 'ways', onRead, (file) => ({
    way: (id, list, tags, version, places) => {
      if (places) withPlaces.add(file)
      const isClosed = list.length >= CLOSED_LEAST_NODES && list[0] === list.at(-1)
      const line = lineOf(tags)
      const area = isClosed || wanted.has(id) ? areaOf(tags) : null
      const isKept = list.length >= 2 && (line || area || wanted.has(id))
      known.put(id, version, () => {
        if (!isKept) return null
        const start = refs.length
        refs.addAll(list)
        return { start, end: refs.length, line: line && one(line), area: area && one(area) }
      })
    },
    passing: (kind, id, version) => kind === 'relation' && relations.end(id, version),
    gone: (kind, id, version) => {
      if (kind === 'way') known.end(id, version || NEWEST)
      else if (kind === 'relation') relations.end(id, version || NEWEST)
    },
  }))
  const nodes = new NodePlaces(refs.values())
  const places = new Newest<Place>()
  await readEach(files, 'nodes', onRead, (file) => ({
    node: (id, lng7, lat7, tags, version) => {
      nodes.put(id, lng7, lat7, version)
      const drawing = tags && placeOf(tags)
      if (!drawing) places.end(id, version)
      else places.put(id, version, () => ({ lng: lng7 / 1e7, lat: lat7 / 1e7, drawing }))
    },
    gone: (kind, id, version) => {
      if (kind === 'way') known.end(id, version || NEWEST)
      if (kind !== 'node') return
      nodes.put(id, NOWHERE, NOWHERE, version || NEWEST)
      places.end(id, version || NEWEST)
    },
    passing: (kind, id, version) => kind === 'way' && known.end(id, version),
    ...(withPlaces.has(file) && {
      way: (id, list, _tags, version, written) => {
        known.end(id, version)
        if (written) putWritten(nodes, list, written)
      },
    }),
  }))
  return {
    sources,
    multipolygons: relations.all().map(([, multipolygon]) => multipolygon),
    ways: new Map(known.all()),
    nodeNumbers: Int32Array.from(refs.values(), (ref) => nodes.find(ref)),
    nodes,
    places: places.all().map(([, place]) => place),
  }
}

/** Newer than any version that is written. */
const NEWEST = 0x7fff_ffff

/** What is drawn of each element in its newest version; what never was drawn is not remembered. */
class Newest<What> {
  readonly #known = new Map<number, Versioned<What>>()

  put(id: number, version: number, what: () => What | null): void {
    const known = this.#known.get(id)
    if (known && version <= known.version) return
    const is = what()
    if (is || known) this.#known.set(id, { version, is })
  }

  /** A newer version of which nothing is drawn. */
  end(id: number, version: number): void {
    this.put(id, version, nothing)
  }

  all(): [id: number, what: What][] {
    return [...this.#known].flatMap(([id, { is }]) => (is ? [[id, is] as [number, What]] : []))
  }
}

function nothing(): null {
  return null
}

/** Places that a file writes on its ways, for nodes that it leaves out. */
function putWritten(nodes: NodePlaces, refs: Float64Array, written: Int32Array): void {
  refs.forEach((ref, i) => {
    const [lng7 = NOWHERE, lat7 = NOWHERE] = written.subarray(2 * i)
    if (lng7 !== NOWHERE) nodes.put(ref, lng7, lat7, ON_A_WAY)
  })
}

async function readEach(
  files: string[],
  what: Reading,
  onRead: OnRead,
  handlersOf: (file: string) => OsmHandlers,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = []
  for (const [index, file] of files.entries()) {
    const { size } = statSync(file)
    const { dataDate } = await readOsmPbf(
      createReadStream(file, { highWaterMark: CHUNK_BYTES }),
      (zlib, rawByteCount) => unpack(zlib, { maxOutputLength: Math.max(1, rawByteCount) }),
      handlersOf(file),
      (bytesRead) => onRead(what, (index + bytesRead / size) / files.length),
    )
    sources.push({ name: path.basename(file), dataDate })
  }
  return sources
}

function saysNothing(tags: OsmTags): boolean {
  return Object.keys(tags).every((key) => SILENT_TAGS.includes(key))
}
