// What of a file was left out or read in another way than written, where, and how is that told?
//
// Each kind is a line of the table; places of one kind are gathered, so that a million of them are one note.
import type { Words } from '#geodata/formats/import/foreign/read-refusal.ts'

/** How many places of a note are named; the others are counted. */
const MOST_NAMED = 20

type Told = { count: number; detail: string; where: Words }

const NOTES = {
  'other-encoding': ({ count, detail, where }: Told) => ({
    zh: `有 ${count} 行与文件其余部分编码不同，已按 ${detail} 读取，请核对：${where.zh}。`,
    en: `Lines in another encoding than the rest, read as ${detail}: ${count} (${where.en}). Please check them.`,
  }),
  'declared-encoding': ({ detail }: Told) => ({
    zh: `文件自称的编码不对，已按 ${detail} 读取。`,
    en: `The file is not in the encoding it names; it was read as ${detail}.`,
  }),
  'unreadable-bytes': ({ count, where }: Told) => ({
    zh: `有 ${count} 处字节既不是 UTF-8 也不是 GB18030 文字，已用“�”代替：${where.zh}。`,
    en: `Bytes that are text neither in UTF-8 nor in GB18030, shown as “�”: ${count} (${where.en}).`,
  }),
  'broken-quote': ({ count, where }: Told) => ({
    zh: `有 ${count} 行引号不成对，已按分隔符原样拆开，请核对：${where.zh}。`,
    en: `Lines with a quote that has no pair, split as they stand: ${count} (${where.en}). Please check them.`,
  }),
  'hidden-rows': ({ count, where }: Told) => ({
    zh: `有 ${count} 行在表格里被隐藏或筛选掉，也已读取；不需要的请先删除：${where.zh}。`,
    en: `Rows that are hidden or filtered out in the spreadsheet, read like the others: ${count} (${where.en}). Delete those that are not wanted.`,
  }),
  'guarded-text': ({ count, where }: Told) => ({
    zh: `有 ${count} 个单元格在“=、+、-、@”前带有导出 CSV 时为防止当作公式而加的撇号，已去掉：${where.zh}。`,
    en: `Cells with an apostrophe before “=, +, -, @”, which exports of CSV put there so that no formula runs, taken off: ${count} (${where.en}).`,
  }),
  'lost-digits': ({ count, detail, where }: Told) => ({
    zh: `${detail} 列有 ${count} 个超过 15 位的数字。电子表格只保存前 15 位，后面的位数在文件里已经丢失；代码类内容请设为“文本”后重新填写：${where.zh}。`,
    en: `Numbers of more than 15 digits in column ${detail}: ${count} (${where.en}). Spreadsheets keep 15; the others are lost in the file itself. Set codes as text and enter them again.`,
  }),
  'no-formula-value': ({ count, where }: Told) => ({
    zh: `有 ${count} 个公式在文件里没有存计算结果，按空白读取；请用表格软件打开并保存一次：${where.zh}。`,
    en: `Formulas without a stored result, read as empty: ${count} (${where.en}). Open the file in a spreadsheet program and save it once.`,
  }),
  'unreadable-cell': ({ count, where }: Told) => ({
    zh: `有 ${count} 个单元格的内容读不出来，按空白读取：${where.zh}。`,
    en: `Cells that could not be read, taken as empty: ${count} (${where.en}).`,
  }),
  'missing-sheet': ({ detail }: Told) => ({
    zh: `工作簿列出了“${detail}”，文件里却没有它。`,
    en: `The workbook lists “${detail}”, but it is not in the file.`,
  }),
  'broken-feature': ({ count, where }: Told) => ({
    zh: `有 ${count} 个要素写法有误，未读取：${where.zh}。`,
    en: `Features that are not written as they should be, left out: ${count} (${where.en}).`,
  }),
  'broken-text': ({ count, where }: Told) => ({
    zh: `有 ${count} 处含 XML 不允许的字符或实体，已原样保留或略去：${where.zh}。`,
    en: `Characters or entities that XML does not have, kept as they stand or left out: ${count} (${where.en}).`,
  }),
  'bad-geometry': ({ count, where }: Told) => ({
    zh: `有 ${count} 个图形的坐标缺失、不是数字或不完整，这些行按没有位置读取：${where.zh}。`,
    en: `Geometries that lack coordinates, hold no numbers or are incomplete, their rows read without a place: ${count} (${where.en}).`,
  }),
  'other-geometry': ({ count, where }: Told) => ({
    zh: `有 ${count} 个图形是几种类型混合的集合、三维模型或曲线，无法绘制，这些行按没有位置读取：${where.zh}。`,
    en: `Geometries of several kinds at once, models and curves, which cannot be drawn, their rows read without a place: ${count} (${where.en}).`,
  }),
  'linked-elsewhere': ({ count, detail }: Told) => ({
    zh: `有 ${count} 处内容（${detail}）只是指向别处的链接或图片，未读取。`,
    en: `Links and pictures from elsewhere (${detail}), not read: ${count}.`,
  }),
  'missing-part': ({ detail }: Told) => ({
    zh: `压缩包里缺少 ${detail}。`,
    en: `The zip lacks ${detail}.`,
  }),
  'other-index': ({ detail }: Told) => ({
    zh: `${detail} 与 .shp 不是一套，已不用它，按 .shp 读取。`,
    en: `The part ${detail} does not belong to the .shp; it was not used.`,
  }),
  'counts-differ': ({ detail }: Told) => ({
    zh: `.shp 与 .dbf 的条数不同（${detail}），多出的部分缺图形或缺属性；请核对两者是否一套。`,
    en: `The .shp and the .dbf differ in their number of rows (${detail}); the surplus lacks shapes or attributes. Check that they belong together.`,
  }),
  'deleted-rows': ({ count }: Told) => ({
    zh: `有 ${count} 行在 .dbf 里已标记为删除，未读取。`,
    en: `Rows marked as deleted in the .dbf, left out: ${count}.`,
  }),
  'cut-off': ({ detail }: Told) => ({
    zh: `${detail} 在中途断开，其后的内容没有读到。`,
    en: `The part ${detail} ends in the middle; what should follow was not read.`,
  }),
  'unread-column': ({ detail }: Told) => ({
    zh: `“${detail}”一列是计算列、备注或二进制内容，未读取。`,
    en: `Column “${detail}” is computed, a memo or binary, and was not read.`,
  }),
  'unread-table': ({ detail }: Told) => ({
    zh: `“${detail}”不是普通数据表（视图、虚拟表或栅格），未读取。`,
    en: `Table “${detail}” is not a plain one (a view, a virtual table or a raster) and was not read.`,
  }),
} satisfies Record<string, (told: Told) => Words>

export type NoteKind = keyof typeof NOTES

export type Note = Words & {
  kind: NoteKind
  /** How often; `lines` names the first of them. */
  count: number
  lines: readonly number[]
  detail: string
}

export type NotePiece = { kind: 'note'; note: Note }

export class Notes {
  readonly #found = new Map<
    string,
    { kind: NoteKind; detail: string; lines: number[]; count: number }
  >()

  /** `line` null: the note is of the table as a whole. */
  add(kind: NoteKind, line: number | null = null, detail = ''): void {
    const key = `${kind} ${detail}`
    let found = this.#found.get(key)
    if (!found) {
      found = { kind, detail, lines: [], count: 0 }
      this.#found.set(key, found)
    }
    found.count += 1
    if (line !== null && found.lines.length < MOST_NAMED && found.lines.at(-1) !== line) {
      found.lines.push(line)
    }
  }

  /** All that was noted since the last time. */
  pieces(): NotePiece[] {
    const notes = [...this.#found.values()].map(({ kind, detail, lines, count }): NotePiece => {
      const where = placesText(lines, count > lines.length)
      const words = NOTES[kind]({ count, detail, where })
      return { kind: 'note', note: { ...words, kind, count, lines, detail } }
    })
    this.#found.clear()
    return notes
  }
}

function placesText(lines: readonly number[], hasMore: boolean): Words {
  if (lines.length === 0) return { zh: '在各行之外', en: 'outside of its rows' }
  return {
    zh: `第 ${lines.join('、')} 行${hasMore ? '等' : ''}`,
    en: `row ${lines.join(', ')}${hasMore ? ' and more' : ''}`,
  }
}
