// What does each place of a KML file say? OGC 12-007r2: placemarks with their name, description, data and shape.
//
// Folders become the column “Folder”, the outer ones first. Positions are longitude, latitude in WGS84, by the standard;
// heights are left out. Styles, views, overlays and links to other files are not read.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { type ByteFile, type Bytes, chunksOf } from '#geodata/formats/import/foreign/byte-file.ts'
import { type CheckedGeometry, together } from '#geodata/formats/import/foreign/checked-geometry.ts'
import { ColumnsMet } from '#geodata/formats/import/foreign/columns-met.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable } from '#geodata/formats/import/foreign/read-refusal.ts'
import { baseName } from '#geodata/formats/import/foreign/text/read-text.ts'
import { xmlSteps } from '#geodata/formats/import/foreign/xml/xml-steps.ts'
import { partBytes } from '#geodata/formats/import/foreign/zip.ts'
import type { ZipEntry } from '#geodata/formats/zip-directory.ts'

const FOLDERS = 'Folder'
/** Elements of a placemark that are a column of their own. */
const PLAIN = ['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end']
const ELSEWHERE = ['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay']
const POSITION = /([-+\d.eE]+)\s*,\s*([-+\d.eE]+)/

export async function* readKml(file: ByteFile, name: string, allowance: Allowance): Pieces {
  allowance.expect(file.byteCount)
  yield* placesIn(chunksOf(file, allowance), name, allowance)
}

/** The first KML of the zip, as the standard says. */
export async function* readKmz(
  file: ByteFile,
  name: string,
  allowance: Allowance,
  entries: readonly ZipEntry[],
): Pieces {
  const document = entries.find((entry) => /\.kml$/i.test(entry.name))
  if (!document) throw noTable({ zh: '压缩包里没有 .kml', en: 'the zip holds no .kml' })
  allowance.expect(document.packedBytes)
  yield* placesIn(partBytes(file, document, allowance), name, allowance)
}

async function* placesIn(chunks: AsyncIterable<Bytes>, name: string, allowance: Allowance): Pieces {
  const notes = new Notes()
  const places = new Places(allowance, notes)
  allowance.table()
  yield { kind: 'table', name: baseName(name), columns: [], isHidden: false }
  const system = { by: 'format' as const, name: 'EPSG:4326', wellKnownText: null }
  yield { kind: 'system', system }
  for await (const _ of xmlSteps(chunks, places, allowance)) yield* places.columns.pieces(false)
  yield* places.columns.pieces(true)
  if (places.count === 0) {
    throw noTable({
      zh: '没有找到地标（Placemark）',
      en: 'no placemark was found',
    })
  }
  yield* notes.pieces()
}

type Shape = { type: string; rings: number[][][]; parts: CheckedGeometry[] }

class Places {
  count = 0
  readonly columns: ColumnsMet
  readonly #allowance: Allowance
  readonly #notes: Notes
  readonly #path: string[] = []
  readonly #folders: string[] = []
  #text = ''
  #key = ''
  #cells: Map<string, string> | null = null
  #shapes: Shape[] = []
  #geometry: CheckedGeometry = null

  constructor(allowance: Allowance, notes: Notes) {
    this.columns = new ColumnsMet(allowance, notes)
    this.#allowance = allowance
    this.#notes = notes
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name)
    this.#text = ''
    if (name === 'Placemark') this.#begin()
    else if (name === 'Folder') this.#folders.push('')
    else if (name === 'Data' || name === 'SimpleData') this.#key = attributes.name ?? ''
    else if (ELSEWHERE.includes(name)) this.#notes.add('linked-elsewhere', null, name)
    else if (this.#cells && isShape(name)) this.#shapes.push({ type: name, rings: [], parts: [] })
  }

  text(text: string): void {
    this.#text += text
    this.#allowance.text(this.#text.length)
  }

  onBrokenText(): void {
    this.#notes.add('broken-text', this.count || null)
  }

  close(name: string): void {
    this.#path.pop()
    const parent = this.#path.at(-1) ?? ''
    if (name === 'Placemark') this.#end()
    else if (name === 'Folder') this.#folders.pop()
    else if (name === 'name' && parent === 'Folder') this.#folders.splice(-1, 1, this.#text.trim())
    else if (this.#cells) this.#within(this.#cells, name, parent)
    this.#text = ''
  }

  #begin(): void {
    this.count += 1
    const folders = this.#folders.filter(Boolean).join(' / ')
    this.#cells = new Map(folders ? [[FOLDERS, folders]] : [])
    this.#shapes = []
    this.#geometry = null
  }

  #within(cells: Map<string, string>, name: string, parent: string): void {
    if (name === 'value' || name === 'SimpleData') {
      cells.set(this.#key, this.#text.trim())
    } else if (PLAIN.includes(name) && (parent === 'Placemark' || /^Time/.test(parent))) {
      cells.set(name, this.#text.trim())
    } else if (name === 'coordinates' || name === 'coord') this.#coordinates(name)
    else if (this.#shapes.at(-1)?.type === name) this.#endShape()
  }

  /** A track has a position in each of its elements, “longitude latitude height”. */
  #coordinates(name: string): void {
    const shape = this.#shapes.at(-1)
    if (!shape) return
    if (name === 'coord') {
      const line = shape.rings[0] ?? []
      if (shape.rings.length === 0) shape.rings.push(line)
      line.push(this.#text.trim().split(/\s+/).slice(0, 2).map(Number))
    } else shape.rings.push(positionsIn(this.#text))
  }

  #endShape(): void {
    const shape = this.#shapes.pop()
    if (!shape) return
    const around = this.#shapes.at(-1)
    // The ring of an area is itself an element of its kind.
    if (shape.type === 'LinearRing' && around?.type === 'Polygon') {
      const isOuter = this.#path.at(-1) === 'outerBoundaryIs'
      around.rings = isOuter ? [...shape.rings, ...around.rings] : [...around.rings, ...shape.rings]
      return
    }
    const geometry = geometryOf(shape)
    if (around) around.parts.push(geometry)
    else this.#geometry = geometry
  }

  #end(): void {
    const cells = this.#cells ?? new Map<string, string>()
    const geometry = typeof this.#geometry === 'string' ? null : this.#geometry
    if (this.#geometry === 'bad' || this.#geometry === 'other') {
      this.#notes.add(`${this.#geometry}-geometry`, this.count)
    }
    this.columns.add(this.count, cells, geometry)
    this.#cells = null
  }
}

const SHAPES = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Track']
const isShape = (name: string) => [...SHAPES, 'MultiTrack', 'Model'].includes(name)

function geometryOf({ type, rings, parts }: Shape): CheckedGeometry {
  if (type === 'Model') return 'other'
  if (type === 'MultiGeometry' || type === 'MultiTrack') return together(parts)
  const [first = []] = rings
  const isBad = rings.some((ring) => ring.some((one) => !one.every(Number.isFinite)))
  if (isBad || first.some((one) => one.length < 2)) return 'bad'
  if (type === 'Point') return first[0] ? { type: 'Point', coordinates: first[0] } : 'bad'
  if (first.length < 2) return 'bad'
  if (type !== 'Polygon') return { type: 'LineString', coordinates: first }
  return { type: 'Polygon', coordinates: rings }
}

/** Positions parted by spaces; some programs put spaces behind the commas too. */
function positionsIn(text: string): number[][] {
  const tight = /,\s/.test(text) ? text.replace(/\s*,\s*/g, ',') : text
  return tight
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => {
      const [, east, north] = POSITION.exec(one) ?? []
      return [Number(east), Number(north)]
    })
}
