// What stands in the shapefiles of a zip? Each .shp is a table, with the .dbf, .shx, .prj and .cpg of its name.
//
// Shapes and rows belong together by their order. The index (.shx) is not needed; where it tells another number of
// shapes it is of another file.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { ByteFile } from '#geodata/formats/import/foreign/byte-file.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell, ForeignRow, Piece, Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable } from '#geodata/formats/import/foreign/read-refusal.ts'
import {
  type AttributeHead,
  attributeHead,
  attributesIn,
} from '#geodata/formats/import/foreign/shapefile/attributes.ts'
import { type Shape, shapesIn } from '#geodata/formats/import/foreign/shapefile/shapes.ts'
import { baseName } from '#geodata/formats/import/foreign/text/read-text.ts'
import { partBytes, partText } from '#geodata/formats/import/foreign/zip.ts'
import type { ZipEntry } from '#geodata/formats/zip-directory.ts'

const BATCH_ROWS = 500
const INDEX_HEAD_BYTES = 100
const INDEX_ROW_BYTES = 8

type Parts = Partial<Record<'shp' | 'dbf' | 'shx' | 'prj' | 'cpg', ZipEntry>>

export async function* readShapefiles(
  file: ByteFile,
  _name: string,
  allowance: Allowance,
  entries: readonly ZipEntry[],
): Pieces {
  const layers = layersIn(entries)
  const parts = layers.flatMap(({ parts: { shp, dbf } }) => [shp, dbf])
  allowance.expect(parts.reduce((sum, part) => sum + (part?.packedBytes ?? 0), 0))
  let count = 0
  for (const layer of layers) {
    for await (const piece of layerPieces(file, layer, allowance)) {
      if (piece.kind === 'rows') count += piece.rows.length
      yield piece
    }
  }
  if (count === 0)
    throw noTable({ zh: 'Shapefile 里没有要素', en: 'the shapefile has no features' })
}

function layersIn(entries: readonly ZipEntry[]): { name: string; parts: Parts }[] {
  const stems = new Map<string, { name: string; parts: Parts }>()
  for (const entry of entries) {
    const [, stem = '', ending = ''] = /^(.*)\.(shp|dbf|shx|prj|cpg)$/i.exec(entry.name) ?? []
    if (ending === '') continue
    const key = stem.toLowerCase()
    const layer = stems.get(key) ?? { name: baseName(entry.name), parts: {} }
    layer.parts[ending.toLowerCase() as keyof Parts] ??= entry
    stems.set(key, layer)
  }
  return [...stems.values()].filter(({ parts }) => parts.shp)
}

async function* layerPieces(
  file: ByteFile,
  { name, parts }: { name: string; parts: Parts },
  allowance: Allowance,
): Pieces {
  const notes = new Notes()
  for (const ending of ['dbf', 'shx', 'prj'] as const) {
    if (!parts[ending]) notes.add('missing-part', null, `${name}.${ending}`)
  }
  const said = parts.cpg ? await partText(file, parts.cpg, allowance) : null
  const head = parts.dbf
    ? await attributeHead(partBytes(file, parts.dbf, allowance), said, { allowance, notes })
    : null
  const columns = head?.fields.filter(({ isRead }) => isRead).map((field) => field.name) ?? []
  allowance.table()
  yield { kind: 'table', name, columns, isHidden: false }
  if (parts.prj) {
    const wellKnownText = (await partText(file, parts.prj, allowance)).trim()
    yield { kind: 'system', system: { by: 'prj', name: null, wellKnownText } }
  }
  const paired = new Pairing(name, notes, allowance)
  yield* paired.pieces(shapesOf(file, parts, allowance), head)
  const indexed = parts.shx ? (parts.shx.unpackedBytes - INDEX_HEAD_BYTES) / INDEX_ROW_BYTES : null
  if (indexed !== null && indexed !== paired.shapeCount) {
    notes.add('other-index', null, `${name}.shx`)
  }
  yield* notes.pieces()
}

async function* shapesOf(file: ByteFile, { shp }: Parts, allowance: Allowance) {
  return shp ? yield* shapesIn(partBytes(file, shp, allowance), allowance) : ('whole' as const)
}

/** Shapes and rows side by side; whichever are more have nothing beside them. */
class Pairing {
  shapeCount = 0
  #rowCount = 0
  readonly #name: string
  readonly #notes: Notes
  readonly #allowance: Allowance

  constructor(name: string, notes: Notes, allowance: Allowance) {
    this.#name = name
    this.#notes = notes
    this.#allowance = allowance
  }

  async *pieces(
    shapes: AsyncGenerator<Shape, 'whole' | 'cut-off'>,
    head: AttributeHead | null,
  ): AsyncGenerator<Piece, void, undefined> {
    const attributes = head ? attributesIn(head) : null
    let rows: ForeignRow[] = []
    try {
      for (let line = 1; ; line++) {
        const shape = await shapes.next()
        const cells = attributes ? await attributes.next() : null
        if (shape.done) this.#ends(shape.value, 'shp')
        else this.shapeCount += 1
        if (cells?.done) this.#ends(cells.value, 'dbf')
        else if (cells) this.#rowCount += 1
        if (shape.done && (cells === null || cells.done)) break
        const row = this.#row(
          line,
          shape.done ? null : shape.value,
          cells?.done ? [] : cells?.value,
        )
        if (row) rows.push(row)
        if (rows.length < BATCH_ROWS) continue
        yield { kind: 'rows', rows }
        rows = []
      }
    } finally {
      await shapes.return('whole')
      await attributes?.return('whole')
    }
    if (rows.length > 0) yield { kind: 'rows', rows }
    if (attributes && this.#rowCount !== this.shapeCount) {
      this.#notes.add('counts-differ', null, `${this.shapeCount} / ${this.#rowCount}`)
    }
  }

  readonly #ended = new Set<string>()

  #ends(how: 'whole' | 'cut-off' | undefined, ending: string): void {
    if (how !== 'cut-off' || this.#ended.has(ending)) return
    this.#ended.add(ending)
    this.#notes.add('cut-off', null, `${this.#name}.${ending}`)
  }

  /** `cells` null: the row is marked as deleted. */
  #row(line: number, shape: Shape, cells: Cell[] | null | undefined): ForeignRow | null {
    if (cells === null) {
      this.#notes.add('deleted-rows', line)
      return null
    }
    if (shape === 'bad' || shape === 'other') this.#notes.add(`${shape}-geometry`, line)
    this.#allowance.row(cells?.length ?? 0)
    return { line, cells: cells ?? [], geometry: typeof shape === 'string' ? null : shape }
  }
}
