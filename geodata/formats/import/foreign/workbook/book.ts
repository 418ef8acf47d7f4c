// Which sheets has a workbook, in which part does each lie, and how are its numbers shown?
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { ByteFile } from '#geodata/formats/import/foreign/byte-file.ts'
import {
  type NumberFormat,
  numberFormat,
} from '#geodata/formats/import/foreign/workbook/number-format.ts'
import type { XmlReader } from '#geodata/formats/import/foreign/xml/xml-scanner.ts'
import { xmlSteps } from '#geodata/formats/import/foreign/xml/xml-steps.ts'
import { partBytes } from '#geodata/formats/import/foreign/zip.ts'
import type { ZipEntry } from '#geodata/formats/zip-directory.ts'

export type Sheet = { name: string; isHidden: boolean; part: ZipEntry | undefined }

export type Book = {
  sheets: Sheet[]
  is1904: boolean
  texts: ZipEntry | undefined
  /** By the style of a cell. */
  formats: NumberFormat[]
}

const BOOK = 'xl/workbook.xml'
/** No program gives a workbook more than 65,490; cells of those beyond are plain numbers. */
const MOST_STYLES = 100_000
/** Sheets and what belongs to all of them; a workbook has no part for more. */
const MOST_RELATIONS = 20_000

export async function bookIn(
  file: ByteFile,
  entries: readonly ZipEntry[],
  allowance: Allowance,
): Promise<Book> {
  const byName = new Map(entries.map((entry) => [plainName(entry.name), entry]))
  const read = async <T extends XmlReader>(name: string, reader: T): Promise<T> => {
    const part = byName.get(plainName(name))
    if (part) {
      for await (const _ of xmlSteps(partBytes(file, part, allowance), reader, allowance));
    }
    return reader
  }
  const book = await read(BOOK, new BookReader(allowance))
  const relations = await read('xl/_rels/workbook.xml.rels', new RelationReader())
  const styles = await read('xl/styles.xml', new StyleReader())
  const partOf = (target: string | undefined) =>
    target === undefined ? undefined : byName.get(plainName(pathOf(target)))
  const shared = [...relations.targets.values()].find(({ type }) => /\/sharedStrings$/.test(type))
  return {
    sheets: book.sheets.flatMap(({ name, id, isHidden }) => {
      const relation = relations.targets.get(id)
      // Charts and dialogs have sheets of their own, without cells.
      if (relation && !/\/worksheet$/.test(relation.type)) return []
      return [{ name, isHidden, part: partOf(relation?.target) }]
    }),
    is1904: book.is1904,
    texts: partOf(shared?.target ?? 'sharedStrings.xml'),
    formats: styles.formats(),
  }
}

/** Some programs write paths with the other slash, or in other letters. */
const plainName = (name: string) => name.replaceAll('\\', '/').toLowerCase()

/** Targets are seen from the folder of the workbook, or from the root. */
function pathOf(target: string): string {
  const steps = target.startsWith('/') ? [] : ['xl']
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

export const isYes = (value: string | undefined) =>
  value === '1' || value === 'true' || value === 'on'

class Quiet {
  close(): void {}
  text(): void {}
  onBrokenText(): void {}
}

class BookReader extends Quiet implements XmlReader {
  readonly sheets: { name: string; id: string; isHidden: boolean }[] = []
  is1904 = false
  readonly #allowance: Allowance

  constructor(allowance: Allowance) {
    super()
    this.#allowance = allowance
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.is1904 = isYes(attributes.date1904)
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
    const isHidden = /hidden/i.test(attributes.state ?? '')
    this.sheets.push({ name: attributes.name ?? '', id, isHidden })
    this.#allowance.tables(this.sheets.length)
  }
}

class RelationReader extends Quiet implements XmlReader {
  readonly targets = new Map<string, { type: string; target: string }>()

  open(name: string, { Id = '', Type = '', Target = '' }: Readonly<Record<string, string>>): void {
    if (name === 'Relationship' && this.targets.size < MOST_RELATIONS) {
      this.targets.set(Id, { type: Type, target: Target })
    }
  }
}

class StyleReader implements XmlReader {
  readonly #codes = new Map<number, string>()
  readonly #ids: number[] = []
  #isInCells = false

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'numFmt' && this.#codes.size < MOST_STYLES) {
      this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    } else if (name === 'cellXfs') this.#isInCells = true
    else if (name === 'xf' && this.#isInCells && this.#ids.length < MOST_STYLES) {
      this.#ids.push(Number(attributes.numFmtId ?? 0))
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#isInCells = false
  }

  text(): void {}
  onBrokenText(): void {}

  formats(): NumberFormat[] {
    return this.#ids.map((id) => numberFormat(id, this.#codes.get(id)))
  }
}
