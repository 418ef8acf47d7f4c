// What each picture of a comparison shows, as a table: figures as they are, unrounded, with what is likely and sure.
//
// The workbook of a comparison holds all of them, and the page saves each beside its picture.
import {
  type Column,
  type DocumentLanguage,
  ends,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { joined, STANDING } from '#geodata/analysis/siting/document/words.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import { CODE_WORD, GROUP_WORD, UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import type { Cell, ComparisonResult, Row } from '#geodata/contract/processes/comparison.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { WorkbookSheet } from '#geodata/formats/export/format.ts'

/** A compared candidate by its letter and the name it goes by. */
export type Compared = { id: string; letter: string; name: Bilingual }

export type Board = (
  result: ComparisonResult,
  compared: readonly Compared[],
  language: DocumentLanguage,
) => WorkbookSheet

type Of<Row> = Row & { of: Compared }
type Decides = NonNullable<ComparisonResult['decides']>

const CANDIDATE: readonly Column<{ of: Compared }>[] = [
  { title: { zh: '字母', en: 'Letter' }, cell: ({ of }) => of.letter },
  { title: { zh: '候选', en: 'Candidate' }, cell: ({ of }) => of.name },
  { title: { zh: '编号', en: 'Id' }, cell: ({ of }) => of.id },
]

const LIKELY = { zh: '可能', en: 'Likely' }
const BOUNDS = { zh: '上下限', en: 'Bounds' }

type CellOf = Of<{ row: Row; cell: Cell }>

function cellsOf(
  { rows, candidates }: ComparisonResult,
  compared: readonly Compared[],
  isOne: (row: Row) => boolean,
): CellOf[] {
  return rows.filter(isOne).flatMap((row) =>
    compared.flatMap((of): CellOf[] => {
      const cell = row.cells[candidates.findIndex(({ id }) => id === of.id)]
      return cell ? [{ row, cell, of }] : []
    }),
  )
}

const rangeOf = ({ cell }: CellOf) => ('likely' in cell ? cell.likely : null)
const boundsOf = ({ cell }: CellOf): [number | null, number | null] | null =>
  'low' in cell ? [cell.low, cell.high] : null

function toldOf({ cell, row }: CellOf): Bilingual | string | null {
  if (cell.kind === 'code') return CODE_WORD[row.id]?.[cell.code] ?? cell.code
  return cell.told
}

const AMOUNTS: readonly Column<CellOf>[] = [
  {
    title: { zh: '数值', en: 'Amount' },
    cell: ({ cell }) => (cell.kind === 'amount' ? cell.amount : null),
    format: 'hundredths',
  },
  ...ends<CellOf>(LIKELY, rangeOf, 'hundredths'),
  ...ends<CellOf>(BOUNDS, boundsOf, 'hundredths'),
]

const TOLD: readonly Column<CellOf>[] = [
  { title: { zh: '说明', en: 'What is known' }, cell: toldOf },
  {
    title: { zh: '来源', en: 'Source' },
    cell: ({ cell }) => (cell.kind === 'none' ? null : cell.source),
  },
]

/** Every row of the table, a line a candidate. */
export const rowsSheet: Board = (result, compared, language) =>
  sheetOf<CellOf>(
    { zh: '并列比较', en: 'Side by side' },
    [
      { title: { zh: '类别', en: 'Group' }, cell: ({ row }) => GROUP_WORD[row.group] },
      { title: { zh: '条件', en: 'Row' }, cell: ({ row }) => row.title },
      { title: { zh: '条件编号', en: 'Row id' }, cell: ({ row }) => row.id },
      {
        title: { zh: '单位', en: 'Unit' },
        cell: ({ row }) =>
          row.unit === 'share'
            ? { zh: '占比（0 到 1）', en: 'share (0 to 1)' }
            : row.unit && UNIT_WORD[row.unit],
      },
      { title: { zh: '权重', en: 'Weight' }, cell: ({ row }) => row.weight, format: 'share' },
      ...CANDIDATE,
      ...AMOUNTS,
      {
        title: { zh: '结论', en: 'Finding' },
        cell: ({ cell }) => (cell.kind === 'need' ? STANDING[cell.standing] : null),
      },
      {
        title: { zh: '满足的可能', en: 'Chance that it is met' },
        cell: ({ cell }) => (cell.kind === 'need' ? cell.chance : null),
        format: 'share',
      },
      ...TOLD,
    ],
    cellsOf(result, compared, () => true),
    language,
  )

/** Truck minutes to every vehicle plant and hub. */
export const roadTimesSheet: Board = (result, compared, language) =>
  sheetOf<CellOf>(
    { zh: '路程时间', en: 'Road times' },
    [
      {
        title: { zh: '对象', en: 'To' },
        cell: ({ row }) =>
          row.id.startsWith('plant ')
            ? { zh: '整车厂', en: 'vehicle plant' }
            : { zh: '枢纽', en: 'hub' },
      },
      { title: { zh: '名称', en: 'Name' }, cell: ({ row }) => row.title },
      ...CANDIDATE,
      { ...AMOUNTS[0], title: { zh: '卡车分钟', en: 'Truck minutes' } } as Column<CellOf>,
      ...AMOUNTS.slice(1),
      ...TOLD,
    ],
    cellsOf(result, compared, ({ id }) => /^(plant|hub) /.test(id)),
    language,
  )

type ValueOf = Of<{ term: SitingTerm; title: Bilingual }>
const points = (share: number) => share * 100

/** What every criterion is worth at every candidate. */
export const valuesSheet: Board = ({ criteria, candidates }, compared, language) =>
  sheetOf<ValueOf>(
    { zh: '各项价值', en: 'Values' },
    [
      { title: { zh: '条件', en: 'Criterion' }, cell: ({ title }) => title },
      { title: { zh: '条件编号', en: 'Criterion id' }, cell: ({ term }) => term.criterion },
      { title: { zh: '权重', en: 'Weight' }, cell: ({ term }) => term.weight, format: 'share' },
      ...CANDIDATE,
      {
        title: { zh: '价值（0 到 100）', en: 'Value (0 to 100)' },
        cell: ({ term }) => points(term.value),
        format: 'tenths',
      },
      ...ends<ValueOf>(
        LIKELY,
        ({ term: { valueLikely } }) => [points(valueLikely[0]), points(valueLikely[1])],
        'tenths',
      ),
      ...ends<ValueOf>(
        BOUNDS,
        ({ term }) => [points(term.valueLow), points(term.valueHigh)],
        'tenths',
      ),
      {
        title: { zh: '已知', en: 'Known' },
        cell: ({ term }) => (term.known ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }),
      },
      { title: { zh: '来源', en: 'Source' }, cell: ({ term }) => term.source },
    ],
    criteria.flatMap(({ id, title }) =>
      compared.flatMap((of) => {
        const candidate = candidates.find((one) => one.id === of.id)
        const term = candidate?.terms.find(({ criterion }) => criterion === id)
        return term ? [{ term, title, of }] : []
      }),
    ),
    language,
  )

type WeightOf = Of<{ title: Bilingual; share: number; score: number; range: readonly number[] }>

/** How the score goes with the weight of each criterion. */
export const weightsSheet: Board = ({ decides, criteria }, compared, language) =>
  sheetOf<WeightOf>(
    { zh: '得分随权重', en: 'Score by weight' },
    [
      { title: { zh: '条件', en: 'Criterion' }, cell: ({ title }) => title },
      { title: { zh: '其权重', en: 'Its weight' }, cell: ({ share }) => share, format: 'share' },
      ...CANDIDATE,
      { title: { zh: '总分', en: 'Score' }, cell: ({ score }) => score, format: 'tenths' },
      ...ends<WeightOf>(LIKELY, ({ range: [low = null, high = null] }) => [low, high], 'tenths'),
    ],
    (decides?.lines ?? []).flatMap((line) =>
      line.likely.flatMap(({ share, ranges }) =>
        rankedOf(decides, compared).flatMap(({ of, at }): WeightOf[] => {
          const own = line.ends[at]
          const range = ranges[at]
          if (!own || !range) return []
          const score = own.none.central + (own.all.central - own.none.central) * share
          return [{ title: titleOf(criteria, line.criterion), share, score, range, of }]
        }),
      ),
    ),
    language,
  )

/** Who is first under which mix of three weights. */
export const winnersSheet: Board = ({ decides, criteria }, compared, language) => {
  const triangle = decides?.triangle
  type Mix = NonNullable<typeof triangle>['points'][number]
  const named = (id: string) => compared.find((one) => one.id === id)?.name ?? { zh: id, en: id }
  const shares = (triangle?.criteria ?? []).map((criterion, at): Column<Mix> => {
    const { zh, en } = titleOf(criteria, criterion)
    return {
      title: { zh: `权重：${zh}`, en: `Weight of: ${en}` },
      cell: (mix) => mix.shares[at] ?? null,
      format: 'share',
    }
  })
  const chances = rankedOf(decides, compared).map(({ of, at }): Column<Mix> => {
    const { zh, en } = of.name
    return {
      title: {
        zh: `${FIRST_OF.compared.zh}：${of.letter} ${zh}`,
        en: `${FIRST_OF.compared.en}: ${of.letter} ${en}`,
      },
      cell: (mix) => mix.chances[at] ?? null,
      format: 'share',
    }
  })
  return sheetOf<Mix>(
    { zh: '谁居首', en: 'Who is first' },
    [
      ...shares,
      { title: { zh: '居首', en: 'First' }, cell: (mix) => joined(mix.firstIds.map(named)) },
      ...chances,
    ],
    triangle?.points ?? [],
    language,
  )
}

type RegretOf = Of<{ regret: Decides['regrets'][number] }>

/** What is lost by choosing wrongly. */
export const regretsSheet: Board = ({ decides }, compared, language) =>
  sheetOf<RegretOf>(
    { zh: '选错的代价', en: 'What a wrong choice costs' },
    [
      ...CANDIDATE,
      {
        title: { zh: '平均少得的分', en: 'Points lost on average' },
        cell: ({ regret }) => regret.meanPoints,
        format: 'hundredths',
      },
      {
        title: { zh: '十次有九次不超过', en: 'Nine in ten lose no more than' },
        cell: ({ regret }) => regret.ninetyPoints,
        format: 'hundredths',
      },
      ...rankedOf(decides, compared).flatMap(({ of: { letter, id } }): Column<RegretOf>[] => {
        const against = ({ regret }: RegretOf) =>
          regret.against.find(({ winnerId }) => winnerId === id)
        return [
          {
            title: { zh: `${letter} 居首时平均少得`, en: `Lost on average when ${letter} wins` },
            cell: (row) => against(row)?.meanPoints ?? null,
            format: 'hundredths',
          },
          {
            title: { zh: `${letter} 居首的可能`, en: `Chance that ${letter} wins` },
            cell: (row) => against(row)?.chance ?? null,
            format: 'share',
          },
        ]
      }),
    ],
    (decides?.regrets ?? []).flatMap((regret) => {
      const of = compared.find(({ id }) => id === regret.chosenId)
      return of ? [{ regret, of }] : []
    }),
    language,
  )

type PairOf = Of<{ at: number }>

/** Who is ahead of whom in which share of the draws. */
export const pairsSheet: Board = ({ decides }, compared, language) => {
  const ranked = rankedOf(decides, compared)
  return sheetOf<PairOf>(
    { zh: '谁在谁前', en: 'Who is ahead of whom' },
    [
      ...CANDIDATE,
      {
        title: FIRST_OF.compared,
        cell: ({ at }) => decides?.chances[at] ?? null,
        format: 'share',
      },
      ...ranked.map(
        (other): Column<PairOf> => ({
          title: { zh: `在 ${other.of.letter} 之前`, en: `Ahead of ${other.of.letter}` },
          cell: ({ at }) => (at === other.at ? null : (decides?.before[at]?.[other.at] ?? null)),
          format: 'share',
        }),
      ),
    ],
    ranked,
    language,
  )
}

/** Those that are ranked, with their place in what decides. */
function rankedOf(
  decides: ComparisonResult['decides'],
  compared: readonly Compared[],
): { of: Compared; at: number }[] {
  return compared.flatMap((of) => {
    const at = decides?.ids.indexOf(of.id) ?? -1
    return at < 0 ? [] : [{ of, at }]
  })
}

function titleOf(criteria: ComparisonResult['criteria'], id: string): Bilingual {
  return criteria.find((one) => one.id === id)?.title ?? { zh: id, en: id }
}
