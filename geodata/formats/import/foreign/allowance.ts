// How much may reading one file take, and how far has it come?
//
// Whatever is counted here is counted by what really came, never by what a file says of itself.
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'

export type ForeignLimits = {
  fileBytes: number
  /** Of all parts of a zip together. */
  unpackedBytes: number
  tables: number
  /** Of all tables together. */
  rows: number
  cells: number
  /** Of one table. */
  columns: number
  cellCharacters: number
  /** Of all cells that are handed out, those counted again that share a text. */
  heldCharacters: number
  /** One text of an XML or JSON file: the coordinates of one shape at most. */
  textCharacters: number
  /** Tags or brackets within each other. */
  depth: number
  /** Parts of a zip. */
  parts: number
  directoryBytes: number
  /** All texts that cells of a workbook share. */
  sharedBytes: number
}

/** A million firms of twenty columns are 20 million cells, 400 MB of CSV or 900 MB of unpacked workbook. */
export const FOREIGN_LIMITS: ForeignLimits = {
  fileBytes: 1024 ** 3,
  unpackedBytes: 2 * 1024 ** 3,
  tables: 500,
  rows: 2_000_000,
  cells: 50_000_000,
  columns: 2000,
  cellCharacters: 1_000_000,
  heldCharacters: 2 * 1024 ** 3,
  textCharacters: 64_000_000,
  depth: 200,
  parts: 20_000,
  directoryBytes: 32 * 1024 ** 2,
  sharedBytes: 256 * 1024 ** 2,
}

export class Allowance {
  readonly limits: ForeignLimits
  readonly #onProgress: (share: number) => void
  #unpackedBytes = 0
  #tables = 0
  #rows = 0
  #cells = 0
  #heldCharacters = 0
  #doneBytes = 0
  #workBytes = Number.POSITIVE_INFINITY

  constructor(
    limits: ForeignLimits = FOREIGN_LIMITS,
    onProgress: (share: number) => void = () => {},
  ) {
    this.limits = limits
    this.#onProgress = onProgress
  }

  /** All bytes that will go by `done`, those read twice counted twice. */
  expect(workBytes: number): void {
    this.#workBytes = Math.max(1, workBytes)
  }

  done(bytes: number): void {
    this.#doneBytes += bytes
    this.#onProgress(Math.min(1, this.#doneBytes / this.#workBytes))
  }

  /** Still at work, though no byte of the file was read. */
  alive(): void {
    this.done(0)
  }

  file(bytes: number): void {
    if (bytes > this.limits.fileBytes) throw tooLarge('文件', 'The file', this.limits.fileBytes)
  }

  unpacked(bytes: number): void {
    this.#unpackedBytes += bytes
    const { unpackedBytes } = this.limits
    if (this.#unpackedBytes > unpackedBytes) {
      throw tooLarge('文件解压后', 'Unpacked, the file', unpackedBytes)
    }
    this.alive()
  }

  table(): void {
    this.#tables += 1
    this.tables(this.#tables)
  }

  tables(count: number): void {
    if (count > this.limits.tables) throw tooMany('张表', 'tables', this.limits.tables)
  }

  /** A row of so many cells. */
  row(cells: number): void {
    const { rows, columns } = this.limits
    this.#rows += 1
    this.#cells += cells
    if (this.#rows > rows) throw tooMany('行', 'rows', rows)
    if (cells > columns) throw tooMany('列', 'columns', columns)
    if (this.#cells > this.limits.cells) throw tooMany('个单元格', 'cells', this.limits.cells)
  }

  columns(count: number): void {
    if (count > this.limits.columns) throw tooMany('列', 'columns', this.limits.columns)
  }

  parts(count: number): void {
    if (count > this.limits.parts) throw tooMany('个压缩项', 'parts in the zip', this.limits.parts)
  }

  /** That of a zip, which is read as a whole. */
  directory(bytes: number): void {
    const { directoryBytes } = this.limits
    if (bytes > directoryBytes) {
      throw tooLarge('压缩包的目录', 'The directory of the zip', directoryBytes)
    }
  }

  cell(characters: number): void {
    const { cellCharacters } = this.limits
    if (characters > cellCharacters) throw longText(cellCharacters)
  }

  /** A small file may name one long text in every cell. */
  held(characters: number): void {
    this.#heldCharacters += characters
    if (this.#heldCharacters > this.limits.heldCharacters) {
      throw tooLarge(
        '各单元格的内容合计',
        'What its cells hold together',
        this.limits.heldCharacters,
      )
    }
  }

  text(characters: number): void {
    if (characters > this.limits.textCharacters) throw longText(this.limits.textCharacters)
  }

  depth(levels: number): void {
    if (levels <= this.limits.depth) return
    throw new ReadRefusal('too-deep', {
      zh: `文件的标签或括号嵌套超过 ${this.limits.depth} 层，不是正常的数据文件。`,
      en: `Tags or brackets are nested more than ${this.limits.depth} deep: no data file is made so.`,
    })
  }

  shared(bytes: number): void {
    const { sharedBytes } = this.limits
    if (bytes > sharedBytes)
      throw tooLarge('工作簿的文字', 'The texts of the workbook', sharedBytes)
  }
}

function tooLarge(zh: string, en: string, limitBytes: number): ReadRefusal {
  const limit = bytesText(limitBytes)
  return new ReadRefusal('too-large', {
    zh: `${zh}超过 ${limit} 的上限。请拆成几个文件，或去掉不需要的内容后再传。`,
    en: `${en} is larger than the ${limit} that can be read. Split it, or leave out what is not needed.`,
  })
}

function tooMany(zh: string, en: string, limit: number): ReadRefusal {
  const count = limit.toLocaleString('en')
  return new ReadRefusal('too-many', {
    zh: `文件超过 ${count} ${zh}的上限。请拆成几个文件，或删去多余的部分后再传。`,
    en: `The file has more than ${count} ${en}, the most that can be read. Split it, or leave out what is not needed.`,
  })
}

function longText(limit: number): ReadRefusal {
  const count = limit.toLocaleString('en')
  return new ReadRefusal('too-large', {
    zh: `文件里有一段文字超过 ${count} 个字，不是正常的数据；常见原因是引号或标签没有闭合。`,
    en: `One text of the file is longer than ${count} characters: no cell is so long. Often a quote or a tag is not closed.`,
  })
}

function bytesText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB']
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${Math.round(bytes / 1024 ** step)} ${units[step]}`
}
