// What does an extract say about itself, and does it ask for more than this reader knows?
import { BYTES, Cursor, field, NUMBER } from '#geodata/formats/osm/cursor.ts'
import type { OsmHeader } from '#geodata/formats/osm/handlers.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'

const HEADER = {
  bbox: field(1, BYTES),
  requiredFeature: field(4, BYTES),
  writtenBy: field(16, BYTES),
  replicationSeconds: field(32, NUMBER),
}
const BBOX = {
  left: field(1, NUMBER),
  right: field(2, NUMBER),
  top: field(3, NUMBER),
  bottom: field(4, NUMBER),
}

const KNOWN_FEATURES = ['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays']
/** Every version of everything, deleted or not: no state of the roads at any one time. */
const HISTORY = 'HistoricalInformation'
const NANO = 1e9
const YEAR_10000_SECONDS = 253_402_300_800

export function readHeaderBlock(bytes: Uint8Array): OsmHeader {
  const cursor = new Cursor().open(bytes)
  const header: OsmHeader = { bbox: null, writtenBy: null, dataDate: null }
  while (cursor.at < cursor.end) {
    const key = cursor.number()
    if (key === HEADER.bbox) header.bbox = readBbox(cursor.lend(new Cursor()))
    else if (key === HEADER.requiredFeature) mustBeKnown(text(cursor))
    else if (key === HEADER.writtenBy) header.writtenBy = text(cursor)
    else if (key === HEADER.replicationSeconds) header.dataDate = dateOf(cursor.number())
    else cursor.skip(key)
  }
  cursor.mustBeAtEnd()
  return header
}

function mustBeKnown(feature: string): void {
  if (KNOWN_FEATURES.includes(feature)) return
  if (feature === HISTORY) {
    throw new BlobFault(
      `the file is a history (it requires “${HISTORY}”): it holds deleted roads and older versions beside today’s`,
      `这是历史文件（要求“${HISTORY}”特性）：其中除现状外还有已删除的道路和旧版本`,
      'history',
    )
  }
  const known = KNOWN_FEATURES.join(', ')
  throw new BlobFault(
    `the file requires the feature “${feature}”; ${known} are known`,
    `文件要求“${feature}”特性，本程序只支持 ${known}`,
    'unsupported',
  )
}

function readBbox(cursor: Cursor): OsmHeader['bbox'] {
  const edges = { left: 0, bottom: 0, right: 0, top: 0 }
  while (cursor.at < cursor.end) {
    const key = cursor.number()
    if (key === BBOX.left) edges.left = cursor.signed()
    else if (key === BBOX.bottom) edges.bottom = cursor.signed()
    else if (key === BBOX.right) edges.right = cursor.signed()
    else if (key === BBOX.top) edges.top = cursor.signed()
    else cursor.skip(key)
  }
  cursor.mustBeAtEnd()
  return [edges.left / NANO, edges.bottom / NANO, edges.right / NANO, edges.top / NANO]
}

function dateOf(seconds: number): string | null {
  if (seconds <= 0 || seconds >= YEAR_10000_SECONDS) return null
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

function text(cursor: Cursor): string {
  return new TextDecoder().decode(cursor.take())
}
