// What does a filled cell say? Whoever fills it in types as he is used to; what cannot be understood is said.
import { bothOf } from '#geodata/analysis/questionnaire/layout.ts'
import type { Asked } from '#geodata/analysis/questionnaire/question.ts'
import { NOT_KNOWN } from '#geodata/analysis/questionnaire/questions.ts'
import type { Answer } from '#geodata/contract/questionnaire/answer.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { DATUMS, type Datum } from '#geodata/formats/datums/index.ts'
import type { GivenCell } from '#geodata/formats/import/workbook.ts'

export type Given<T> = { kind: 'given'; value: T } | { kind: 'refused'; fits: Bilingual }

const given = <T>(value: T): Given<T> => ({ kind: 'given', value })
const refused = (zh: string, en: string) => ({ kind: 'refused' as const, fits: { zh, en } })

/** Full-width figures and letters as the narrow ones, without blanks around. */
export function plain(cell: GivenCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.date
  return String(cell).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

const UNKNOWN_WORDS = [
  bothOf(NOT_KNOWN.words),
  NOT_KNOWN.words.zh,
  NOT_KNOWN.words.en,
  '不知道',
  '未知',
  'unknown',
].map((word) => word.normalize('NFKC').toLowerCase())

/** The answer in a cell that is not empty. */
export function answerIn(asked: Asked, cell: GivenCell): Given<Answer['value']> {
  if (UNKNOWN_WORDS.includes(plain(cell).toLowerCase())) return given({ kind: 'notKnown' })
  switch (asked.kind) {
    case 'amount':
      return amountIn(asked, cell)
    case 'choice':
      return choiceIn(asked, cell)
    case 'place':
      return placeIn(cell)
  }
}

const WITH_COMMAS = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const MOST = 1_000_000_000

function amountIn({ unit }: Asked, cell: GivenCell): Given<Answer['value']> {
  const text = plain(cell)
  const bare = WITH_COMMAS.test(text) ? text.replaceAll(',', '') : text
  const isText = typeof cell === 'string' || typeof cell === 'number'
  const amount = isText && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : NaN
  const [zh, en] = unit ? [`（${unit.zh}）`, ` in ${unit.en}`] : ['', '']
  if (Number.isNaN(amount)) {
    return refused(
      `应为一个数${zh}，小数点写“.”，单位不用写；不知道请写“不清楚”`,
      `a number${en} is expected, with “.” for decimals and without its unit; or “not known”`,
    )
  }
  if (amount < 0) return refused(`应为不小于 0 的数${zh}`, `a number${en} from 0 is expected`)
  if (amount > MOST) {
    return refused(`不会超过 ${MOST}，请检查单位${zh}`, `at most ${MOST} fit; check the unit${en}`)
  }
  return given({ kind: 'amount', amount })
}

function choiceIn({ choices }: Asked, cell: GivenCell): Given<Answer['value']> {
  const text = plain(cell).toLowerCase()
  const found = choices.find(({ words }) =>
    [words.zh, words.en, bothOf(words)].some((one) => one.normalize('NFKC').toLowerCase() === text),
  )
  if (found) return given({ kind: 'choice', choice: found.id })
  const [zh, en] = [choices.map(({ words }) => words.zh), choices.map(({ words }) => words.en)]
  return refused(`应为 ${zh.join('、')} 之一`, `one of ${en.join(', ')} is expected`)
}

const DATUM_WORDS: readonly [RegExp, Datum][] = [
  [/CGCS ?-?2000|WGS ?-?84|国家2000|2000国家/i, 'wgs84'],
  [/GCJ ?-?02|高德|腾讯/i, 'gcj02'],
  [/BD ?-?09|百度/i, 'bd09'],
]
const NUMBER = /-?\d+(?:\.\d+)?/g

function placeIn(cell: GivenCell): Given<Answer['value']> {
  const text = plain(cell)
  const datum = DATUM_WORDS.find(([word]) => word.test(text))?.[1]
  const bare = DATUM_WORDS.reduce((rest, [word]) => rest.replace(word, ' '), text)
  const numbers = (bare.match(NUMBER) ?? []).map(Number)
  const [lng, lat] = numbers
  if (lng === undefined || lat === undefined || numbers.length > 2) {
    return refused(
      '应为经度、纬度和坐标系，如 120.501, 30.502 GCJ-02',
      'longitude, latitude and the datum are expected: 120.501, 30.502 GCJ-02',
    )
  }
  if (Math.abs(lat) > 90 && Math.abs(lng) <= 90) {
    return refused('经度在前、纬度在后：看来写反了', 'longitude comes first: they look swapped')
  }
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
    return refused(
      '经度应在 ±180、纬度在 ±90 之内',
      'longitude is within ±180, latitude within ±90',
    )
  }
  if (datum === undefined) {
    return refused(
      '没写坐标系，会差几百米：请写明 CGCS2000、GCJ-02 或 BD-09',
      'the datum is missing, and with it hundreds of metres: CGCS2000, GCJ-02 or BD-09',
    )
  }
  const [x, y] = DATUMS[datum]([lng, lat])
  return given({ kind: 'place', lngLat: [roundedTo6(x), roundedTo6(y)] })
}

/** A tenth of a metre. */
const roundedTo6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Some programs write a day with its time: it begins at midnight. */
const MIDNIGHT = /(?<=\d)[T ]00:00(:00(\.0+)?)?Z?$/
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/
/** Days since the end of 1899, as spreadsheets count them: 1954 to 2064. */
const [FIRST_DAY, LAST_DAY] = [20_000, 60_000]
const DAY_MILLISECONDS = 86_400_000

/** A year, a month or a day, as the registry writes dates; null: the cell is empty. */
export function dateIn(cell: GivenCell, today: string): Given<string | null> {
  const text = plain(cell)
  if (text === '') return given(null)
  const date = typeof cell === 'number' ? dayOf(cell) : dateOf(text.replace(MIDNIGHT, ''))
  if (date === null) {
    return refused('应为年-月，如 2026-09', 'year and month are expected: 2026-09')
  }
  if (date > today.slice(0, date.length)) {
    return refused('日期在今天之后，请检查', 'the date is after today; check it')
  }
  return given(date)
}

function dayOf(serial: number): string | null {
  if (Number.isInteger(serial) && serial >= 1900 && serial <= 2100) return String(serial)
  if (serial > LAST_DAY) return dateOf(String(serial))
  if (serial < FIRST_DAY) return null
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MILLISECONDS)
  return day.toISOString().slice(0, 10)
}

function dateOf(text: string): string | null {
  const packed = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text)
  const [, year, month, day] = packed ?? DATE.exec(text) ?? []
  if (!year || Number(year) < 1900) return null
  if (!month) return year
  const parts = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])]
  const written = parts.join('-')
  const first = new Date(`${parts.length === 3 ? written : `${written}-01`}T00:00:00Z`)
  // The 31st of a month that has none would become the first of the next.
  return Number.isNaN(first.getTime()) || !first.toISOString().startsWith(written) ? null : written
}

const LONGEST_SOURCE = 500

export function sourceIn(cell: GivenCell): Given<string | null> {
  const text = plain(cell)
  if (text.length <= LONGEST_SOURCE) return given(text === '' ? null : text)
  return refused(`最多 ${LONGEST_SOURCE} 个字`, `at most ${LONGEST_SOURCE} characters fit`)
}
