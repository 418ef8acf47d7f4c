// Which value does a cell give its column? People write one thing in many ways: what is understood otherwise than it
// was written is said, and what cannot be understood is refused with what would fit.
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { bare, likeness } from '#geodata/analysis/importing/similar.ts'
import { unitFactor, unitsOf } from '#geodata/analysis/importing/units.ts'
import { shortened } from '#geodata/contract/repeated.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'
import { closedList } from '#geodata/formats/list-text.ts'
import { plainCode } from '#geodata/model/unified-code.ts'

export type CellRead =
  | { kind: 'empty' }
  | {
      kind: 'given'
      value: unknown
      /** Why the value is not what was written; null: it is. */
      changed: Bilingual | null
    }
  | { kind: 'refused'; came: string; fits: Bilingual }

/** Something a cell may name by its id or by one of its names. */
export type Nameable = { id: string; names: readonly string[] }
/** By kind of column: segments, products, parks; by property for others. */
export type Nameables = Readonly<Record<string, readonly Nameable[]>>

/** `unit`: as the header says it; empty: as the column has it. */
export function cellValue(
  column: ImportColumn,
  cell: Cell,
  unit: string,
  known: Nameables,
): CellRead {
  const text = textOf(cell)
  if (text === '' || EMPTY_WORDS.has(bare(text))) return { kind: 'empty' }
  if (ERRORS.has(text.toUpperCase())) {
    return refused(
      text,
      '单元格是公式错误，请填数值或文字',
      'The cell holds an error of a formula; a value is expected',
    )
  }
  const things = nameablesFor(column, known)
  if (things) {
    const isMany = column.kind === 'segments' || column.kind === 'products'
    return isMany ? manyNamed(text, things) : oneNamed(text, things)
  }
  switch (column.kind) {
    case 'number':
      return amount(column, cell, text, unit)
    case 'choice':
      return choice(column, text)
    case 'list':
      return given(partsOf(text), null)
    default:
      if (column.name === 'unifiedCode') return unifiedCode(text)
      return DATED.has(column.name) ? date(cell, text) : given(text, null)
  }
}

const given = (value: unknown, changed: Bilingual | null): CellRead => ({
  kind: 'given',
  value,
  changed,
})
const refused = (came: string, zh: string, en: string): CellRead => ({
  kind: 'refused',
  came: shortened(came),
  fits: { zh, en },
})

const EMPTY_WORDS = new Set(
  ['无', '暂无', '空', 'na', 'n/a', 'null', 'none', 'nan', '未填'].map(bare),
)
const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
])

const WIDE = /[０-９Ａ-Ｚａ-ｚ％．－＋]/g

function textOf(cell: Cell): string {
  // Full-width figures and letters are only another way of writing; marks of Chinese texts stay.
  const text = cellText(cell)
  return text.search(WIDE) < 0 ? text : text.replaceAll(WIDE, (one) => one.normalize('NFKC'))
}

const MANY: readonly [RegExp, number][] = [
  [/万亿$/, 1e12],
  [/亿$/, 1e8],
  [/万$/, 1e4],
]
const WITH_COMMAS = /^[+-]?\d{1,3}([,，]\d{3})+(\.\d+)?$/
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const WITH_UNIT = /^([+-]?[\d.,，]+(?:e[+-]?\d+)?)\s*(万亿|亿|万)?\s*([^\d.,\s].*)?$/i

function amount(column: ImportColumn, cell: Cell, text: string, headerUnit: string): CellRead {
  const [, figures = '', many = '', ownUnit = ''] = WITH_UNIT.exec(text) ?? []
  const plain = WITH_COMMAS.test(figures) ? figures.replace(/[,，]/g, '') : figures
  const number = PLAIN.test(plain) ? Number(plain) : Number.NaN
  const withMany = `${many}${ownUnit}`
  const isAre = many !== '' && unitFactor(column.name, withMany) !== null
  const factor = unitFactor(column.name, isAre ? withMany : ownUnit || headerUnit)
  if (Number.isNaN(number)) {
    return refused(
      text,
      '不是一个数。只写数字，小数点写“.”',
      'It is no number: write figures alone, with “.” for decimals',
    )
  }
  if (factor === null) {
    const units = unitsOf(column.name).join('、') || '…'
    return ownUnit
      ? refused(
          text,
          `单位“${ownUnit}”用不上，可用：${units}`,
          `The unit “${ownUnit}” does not fit here; known are: ${units}`,
        )
      : given(number * factorOf(many), null)
  }
  const value = Number((number * (isAre ? 1 : factorOf(many)) * factor).toPrecision(12))
  const isAsWritten = typeof cell === 'number' || plain === text
  const isConverted = factor !== 1 || many !== ''
  if (isConverted)
    return given(value, { zh: `按单位换算为 ${value}`, en: `${value} after its unit` })
  return given(
    value,
    isAsWritten
      ? null
      : { zh: '全角数字、逗号或单位已整理', en: 'Figures, commas or a unit tidied' },
  )
}

const factorOf = (many: string) => MANY.find(([ending]) => ending.test(many))?.[1] ?? 1

function choice({ choices }: ImportColumn, text: string): CellRead {
  const said = bare(text)
  const exact = choices.find(({ value, words }) =>
    [value, words.zh, words.en].some((one) => bare(one) === said),
  )
  if (exact) return given(exact.value, null)
  const near = choices.filter(({ words }) => {
    const [zh, en] = [bare(words.zh), bare(words.en)]
    return said.includes(zh) || zh.includes(said) || said === en
  })
  const [only] = near
  if (only && near.length === 1)
    return given(only.value, { zh: `对到“${only.words.zh}”`, en: `taken for “${only.words.en}”` })
  return refused(
    text,
    `应为 ${choices.map(({ words }) => words.zh).join('、')} 之一`,
    `One of ${choices.map(({ words }) => words.en).join(', ')} is expected`,
  )
}

/** What parts a list: also the marks that stand in names where no other does. */
function partsOf(text: string): string[] {
  const closed = closedList(text)
  if (closed) return [...new Set(closed)]
  const strong = text
    .split(/[;；\n、]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const parts =
    strong.length > 1
      ? strong
      : text
          .split(/[,，/]+/)
          .map((part) => part.trim())
          .filter(Boolean)
  return [...new Set(parts)]
}

const LIKE = 0.72

const indexes = new WeakMap<readonly Nameable[], ReadonlyMap<string, Nameable>>()

/** Things by their ids and by their names, bare; the first of a name has it. Made once of each list. */
function byNames(things: readonly Nameable[]): ReadonlyMap<string, Nameable> {
  const known = indexes.get(things)
  if (known) return known
  const index = new Map<string, Nameable>()
  for (const thing of things.toReversed()) {
    for (const name of thing.names) index.set(bare(name), thing)
    index.set(`id ${thing.id}`, thing)
  }
  indexes.set(things, index)
  return index
}

function named(
  text: string,
  things: readonly Nameable[],
): { thing: Nameable; isExact: boolean } | null {
  const said = bare(text)
  const index = byNames(things)
  const exact = index.get(`id ${text}`) ?? index.get(said)
  if (exact) return { thing: exact, isExact: true }
  const scored = things
    .map((thing) => ({
      thing,
      score: Math.max(0, ...thing.names.map((name) => likeness(bare(name), said))),
    }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  const isClear = first && first.score >= LIKE && first.score - (second?.score ?? 0) > 0.08
  return isClear ? { thing: first.thing, isExact: false } : null
}

const FEW = 6
/** As many as can be read in one sentence. */
const MOST_NAMED = 20

function oneNamed(text: string, things: readonly Nameable[]): CellRead {
  const found = named(text, things)
  if (!found) return noneNamed(text, things)
  const { thing, isExact } = found
  const [name = thing.id] = thing.names
  return given(
    thing.id,
    isExact ? null : { zh: `对到“${name}”`, en: `taken for “${thing.names.at(-1) ?? name}”` },
  )
}

function manyNamed(text: string, things: readonly Nameable[]): CellRead {
  const whole = named(text, things)
  if (whole?.isExact) return given([whole.thing.id], null)
  const found = partsOf(text).map((part) => ({ part, is: named(part, things) }))
  const lost = found.find(({ is }) => !is)
  if (lost) return noneNamed(lost.part, things)
  const changed = found.filter(({ is }) => is && !is.isExact)
  const names = changed.map(({ is }) => is?.thing.names[0] ?? '')
  const ids = [...new Set(found.flatMap(({ is }) => (is ? [is.thing.id] : [])))]
  return given(
    ids,
    changed.length === 0
      ? null
      : { zh: `对到“${names.join('、')}”`, en: `taken for “${names.join(', ')}”` },
  )
}

function noneNamed(text: string, things: readonly Nameable[]): CellRead {
  const near = things
    .map((thing) => ({
      thing,
      score: Math.max(0, ...thing.names.map((name) => likeness(bare(name), bare(text)))),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, FEW)
    .filter(({ score }) => score > 0)
    .map(({ thing }) => thing)
  const all = things.length <= MOST_NAMED ? things : []
  const inChinese = (some: readonly Nameable[]) =>
    some.map(({ id, names }) => names[0] ?? id).join('、')
  const inEnglish = (some: readonly Nameable[]) =>
    some.map(({ id, names }) => names.at(-1) ?? id).join(', ')
  const [zh, en] =
    near.length > 0
      ? [`，相近的有：${inChinese(near)}`, `; near it are: ${inEnglish(near)}`]
      : all.length > 0
        ? [`，应为 ${inChinese(all)} 之一`, `; one of ${inEnglish(all)} is expected`]
        : ['', '']
  return refused(
    text,
    `查不到“${shortened(text)}”${zh}`,
    `“${shortened(text)}” is not known here${en}`,
  )
}

/** As the standard writes it, so that a row is found again by it; whether it is one, the contract says. */
function unifiedCode(text: string): CellRead {
  const code = plainCode(text)
  return given(code, code === text ? null : { zh: `写成 ${code}`, en: `written as ${code}` })
}

/** Texts that are dates: 2025, 2025-09, 2025-09-30. */
const DATED = new Set([
  'asOf',
  'stageDate',
  'validUntil',
  'talksDate',
  'signedDate',
  'buildingDate',
  'producingDate',
  'dueDate',
  'doneDate',
])
const WRITTEN = /^(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?|年)?$/
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/
/** Years of other counts, which begin elsewhere. */
const OTHER_CALENDARS =
  /民国|昭和|平成|令和|农历|阴历|佛历|回历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|^[RHS]\d{1,2}[./]/

function date(cell: Cell, text: string): CellRead {
  if (typeof cell === 'object' && 'date' in cell) return given(cell.date.slice(0, 10), null)
  // January to September: 2025-01/09, as the contract has it.
  if (/^\d{4}-\d{2}\/(\d{2}|\d{4}(-\d{2}){1,2})$/.test(text)) return given(text, null)
  const [, year, month, day] = WRITTEN.exec(text) ?? RUN_TOGETHER.exec(text) ?? []
  const parts = [year, month, day].filter((part) => part !== undefined)
  if (
    year &&
    !OTHER_CALENDARS.test(text) &&
    isDay(Number(year), Number(month ?? 1), Number(day ?? 1))
  ) {
    const iso = parts.map((part, at) => (at === 0 ? part : part.padStart(2, '0'))).join('-')
    return given(iso, iso === text ? null : { zh: `写成 ${iso}`, en: `written as ${iso}` })
  }
  return refused(
    text,
    '应为公历日期：2025、2025-09 或 2025-09-30',
    'A date of the common calendar is expected: 2025, 2025-09 or 2025-09-30',
  )
}

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2100 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

/** Whether cells of a column of texts are dates. */
export const isDated = (column: string) => DATED.has(column)

/**
 * What the cells of a column may name; undefined: they hold texts of their own. Lines of words and lists are texts, whatever
 * their column is called: the products of a firm as it words them are none of the taxonomy.
 */
export function nameablesFor(
  { name, kind }: ImportColumn,
  known: Nameables,
): readonly Nameable[] | undefined {
  return known[kind] ?? (kind === 'words' || kind === 'list' ? undefined : known[name])
}
