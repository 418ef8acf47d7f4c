// The score as a spreadsheet works it out: weights to change, values from what was measured, points, ranks.
//
//   Score        weights ──► shares ─────┐          ranks ◄── sums of the points of a candidate
//   Score terms  measured ──► value (0 at one end, 1 at the other) × share × 100 = points
//
// What was measured stands there unrounded, so that the formulas give what the answer gives. Likely ranges come from
// joint draws, which no formula makes: they stand as numbers, and hold for the weights that were asked.

import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { nameOf } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { UNIT } from '#geodata/analysis/siting/document/words.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FormCell, FormLook, FormSheet } from '#geodata/formats/export/format.ts'

type Criterion = SitingResult['criteria'][number]
type Candidate = SitingResult['ranking'][number]
type Row = FormSheet['rows'][number]
type Value = FormCell['value']

const SCORE: Bilingual = { zh: '打分', en: 'Score' }
const TERMS: Bilingual = { zh: '打分明细', en: 'Score terms' }

/** Rows above the weights: title, note, an empty one, heads. */
const ABOVE_WEIGHTS = 4
/** Rows above the terms: title, note, heads. */
const ABOVE_TERMS = 3

const text = (value: Value): FormCell => ({ look: 'text', value })
const figure = (value: number | null): FormCell => ({ look: 'computed', value })
const formula = (of: string, value: number): FormCell => ({ look: 'computed', value, formula: of })

export function scoreSheets(result: SitingResult, language: DocumentLanguage): FormSheet[] {
  const words = ({ zh, en }: Bilingual) => said({ zh, en }, language)
  const names = { score: words(SCORE), terms: words(TERMS) }
  return [scoreSheet(result, names, words), termsSheet(result, names, words)]
}

type Names = { score: string; terms: string }
type Words = (of: Bilingual) => string

const headed = (words: Words, heads: readonly Bilingual[], look: FormLook = 'head'): Row => ({
  cells: heads.map((head) => ({ look, value: words(head) })),
  // Two lines: a longer head is read whole.
  heightPoints: 30,
})

function scoreSheet({ criteria, ranking }: SitingResult, names: Names, words: Words): FormSheet {
  const aboveRanks = ABOVE_WEIGHTS + criteria.length + 2
  const { score } = names
  return {
    name: score,
    widths: [24, 26, 16, 14, 14, 14, 14, 14, 14, 14],
    rows: [
      { cells: [{ look: 'title', value: words(TITLE) }], heightPoints: 28 },
      { cells: [{ look: 'subtitle', value: words(NOTE) }] },
      { cells: [] },
      headed(words, WEIGHT_HEADS),
      ...criteria.map((one, index) => weightRow(one, index, criteria.length, words)),
      { cells: [] },
      headed(words, RANK_HEADS),
      ...ranking.map((one, index) =>
        rankRow(one, aboveRanks + index + 1, aboveRanks, ranking.length, names, words),
      ),
    ],
    frozenRows: 2,
    pagesHigh: 'any',
  }
}

const TITLE: Bilingual = {
  zh: '打分（改浅蓝格里的权重即重算）',
  en: 'Score: change the pale blue weights',
}
const NOTE: Bilingual = {
  zh: '权重可填任意不小于 0 的数，自动折算为合计 100%；总分、上下限、名次按公式重算。“可能”来自联合抽样，只对所问的权重成立。',
  en: 'Weights are any numbers from 0; they are scaled to 100 %. Score, bounds and rank follow by formula. Likely ranges come from joint draws and hold for the weights asked.',
}

const WEIGHT_HEADS: readonly Bilingual[] = [
  { zh: '条件', en: 'Criterion' },
  { zh: '条件编号', en: 'Criterion id' },
  { zh: '权重（可改）', en: 'Weight, to change' },
  { zh: '折算权重', en: 'Share' },
  { zh: '单位', en: 'Unit' },
  { zh: '满分处', en: 'Full value at' },
  { zh: '零分处', en: 'No value at' },
  { zh: '默认权重', en: 'Default weight' },
]

function weightRow(
  { id, title, unit, best, worst, weight, defaultShare }: Criterion,
  index: number,
  count: number,
  words: Words,
): Row {
  const row = ABOVE_WEIGHTS + index + 1
  const all = `$C$${ABOVE_WEIGHTS + 1}:$C$${ABOVE_WEIGHTS + count}`
  return {
    cells: [
      text(words(title)),
      text(id),
      { look: 'input', value: weight * 100, format: 'tenths' },
      {
        ...formula(`IF(SUM(${all})>0,C${row}/SUM(${all}),1/${count})`, weight),
        format: 'share',
      },
      text(words(UNIT[unit])),
      figure(best),
      figure(worst),
      { ...figure(defaultShare), format: 'share' },
    ],
  }
}

const RANK_HEADS: readonly Bilingual[] = [
  { zh: '候选', en: 'Candidate' },
  { zh: '编号', en: 'Id' },
  { zh: '名次', en: 'Rank' },
  { zh: '总分', en: 'Score' },
  { zh: '总分下限', en: 'Lower bound' },
  { zh: '总分上限', en: 'Upper bound' },
  { zh: '可能（低）', en: 'Likely, low' },
  { zh: '可能（高）', en: 'Likely, high' },
  { zh: '所问时名次', en: 'Rank as asked' },
  FIRST_OF.all,
]

function rankRow(
  candidate: Candidate,
  row: number,
  above: number,
  count: number,
  { terms }: Names,
  words: Words,
): Row {
  const { id, rank, score, scoreLow, scoreHigh, scoreLikely, chanceFirst } = candidate
  const last = ABOVE_TERMS + count * candidate.terms.length
  const column = (letter: string) => `'${terms}'!$${letter}$${ABOVE_TERMS + 1}:$${letter}$${last}`
  const sum = (letter: string) => `SUMIF(${column('B')},B${row},${column(letter)})`
  const scores = `$D$${above + 1}:$D$${above + count}`
  return {
    cells: [
      text(words(nameOf(candidate))),
      text(id),
      // Equals share a rank; sums in another order differ in their last digits.
      { ...formula(`1+SUMPRODUCT(--(${scores}-D${row}>${LEVEL_POINTS}))`, rank), format: 'whole' },
      { ...formula(sum('O'), score), format: 'tenths' },
      { ...formula(sum('P'), scoreLow), format: 'tenths' },
      { ...formula(sum('Q'), scoreHigh), format: 'tenths' },
      { ...figure(scoreLikely[0]), format: 'tenths' },
      { ...figure(scoreLikely[1]), format: 'tenths' },
      { ...figure(rank), format: 'whole' },
      { ...figure(chanceFirst), format: 'share' },
    ],
  }
}

const TERM_HEADS: readonly Bilingual[] = [
  { zh: '候选', en: 'Candidate' },
  { zh: '编号', en: 'Id' },
  { zh: '条件', en: 'Criterion' },
  { zh: '条件编号', en: 'Criterion id' },
  { zh: '实测', en: 'Measured' },
  { zh: '未知时的下端', en: 'Low end if unknown' },
  { zh: '未知时的上端', en: 'High end if unknown' },
  { zh: '单位', en: 'Unit' },
  { zh: '满分处', en: 'Full value at' },
  { zh: '零分处', en: 'No value at' },
  { zh: '价值', en: 'Value' },
  { zh: '价值下限', en: 'Value, lower bound' },
  { zh: '价值上限', en: 'Value, upper bound' },
  { zh: '折算权重', en: 'Share' },
  { zh: '得分', en: 'Points' },
  { zh: '得分下限', en: 'Points, lower bound' },
  { zh: '得分上限', en: 'Points, upper bound' },
  { zh: '可能价值（低）', en: 'Likely value, low' },
  { zh: '可能价值（高）', en: 'Likely value, high' },
  { zh: '来源', en: 'Source' },
  { zh: '资料日期', en: 'As of' },
  { zh: '未知的原因', en: 'Why unknown' },
]

const TERMS_NOTE: Bilingual = {
  zh: '价值 =（实测 − 零分处）÷（满分处 − 零分处），限在 0 与 1 之间；未知的取两端价值的中点。得分 = 价值 × 折算权重 × 100。',
  en: 'Value = (measured − no value) ÷ (full value − no value), within 0 and 1; of what is unknown, the middle of its ends. Points = value × share × 100.',
}

function termsSheet(
  { criteria, ranking }: SitingResult,
  { score, terms }: Names,
  words: Words,
): FormSheet {
  const rows: Row[] = [
    { cells: [{ look: 'title', value: terms }], heightPoints: 28 },
    { cells: [{ look: 'subtitle', value: words(TERMS_NOTE) }] },
    headed(words, TERM_HEADS),
  ]
  for (const candidate of ranking) {
    for (const term of candidate.terms) {
      const index = criteria.findIndex(({ id }) => id === term.criterion)
      const criterion = criteria[index]
      if (!criterion) continue
      const weights = `'${score}'!$%$${ABOVE_WEIGHTS + index + 1}`
      rows.push(termRow({ candidate, term, criterion, weights, row: rows.length + 1 }, words))
    }
  }
  return {
    name: terms,
    widths: [
      20, 10, 24, 18, 12, 12, 12, 14, 11, 11, 10, 10, 10, 10, 10, 10, 10, 10, 10, 50, 12, 36,
    ],
    rows,
    frozenRows: ABOVE_TERMS,
    pagesHigh: 'any',
  }
}

type TermAt = {
  candidate: Candidate
  term: SitingTerm
  criterion: Criterion
  /** Where its weight stands, with "%" for the column. */
  weights: string
  row: number
}

function termRow({ candidate, term, criterion, weights, row }: TermAt, words: Words): Row {
  const { raw, low, high } = unroundedOf(term, criterion)
  const value = (cell: string) => `MAX(0,MIN(1,(${cell}${row}-J${row})/(I${row}-J${row})))`
  const middle = `(IF(F${row}="",0,${value('F')})+IF(G${row}="",1,${value('G')}))/2`
  const at = (column: string) => weights.replace('%', column)
  const points = (of: string) => `${of}${row}*N${row}*100`
  const { contribution, contributionLow, contributionHigh, valueLikely, asOf } = term
  return {
    cells: [
      text(words(nameOf(candidate))),
      text(candidate.id),
      text(words(criterion.title)),
      text(criterion.id),
      { ...figure(raw), format: 'hundredths' },
      { ...figure(low), format: 'hundredths' },
      { ...figure(high), format: 'hundredths' },
      text(words(UNIT[criterion.unit])),
      formula(at('F'), criterion.best),
      formula(at('G'), criterion.worst),
      { ...formula(`IF(E${row}="",${middle},${value('E')})`, term.value), format: 'hundredths' },
      { ...figure(term.valueLow), format: 'hundredths' },
      { ...figure(term.valueHigh), format: 'hundredths' },
      { ...formula(at('D'), term.weight), format: 'share' },
      { ...formula(points('K'), contribution), format: 'tenths' },
      { ...formula(points('L'), contributionLow), format: 'tenths' },
      { ...formula(points('M'), contributionHigh), format: 'tenths' },
      { ...figure(valueLikely[0]), format: 'hundredths' },
      { ...figure(valueLikely[1]), format: 'hundredths' },
      text(term.source),
      text(asOf ? asOf.newest : null),
      text(term.reason ? words(term.reason) : null),
    ],
  }
}

type Ends = { raw: number | null; low: number | null; high: number | null }

/**
 * What was measured with all its digits: the answer tells it with two decimals and the value with all. Beyond the
 * ends of the scale the digits decide nothing, unless they round it back onto the scale: then the end stands there.
 */
function unroundedOf({ raw, rawLow, rawHigh, value }: SitingTerm, scale: Criterion): Ends {
  if (raw !== null) return { raw: unrounded(raw, value, scale), low: null, high: null }
  if (rawLow === null || rawHigh === null) return { raw: null, low: null, high: null }
  // The value is the middle of what both ends are worth.
  const ofHigh = 2 * value - worthOf(rawLow, scale)
  return { raw: null, low: rawLow, high: unrounded(rawHigh, ofHigh, scale) }
}

const worthOf = (raw: number, { best, worst }: Criterion) =>
  Math.max(0, Math.min(1, (raw - worst) / (best - worst)))

function unrounded(told: number, value: number, scale: Criterion): number {
  return worthOf(told, scale) === value ? told : scale.worst + value * (scale.best - scale.worst)
}
