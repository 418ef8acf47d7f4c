// The tables of a scene on paper, in one language.
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'
import { letterOf } from '#geodata/model/column-letter.ts'

type CellTold = { text: string; mark: '' | 'best' | 'worst'; isUnknown: boolean }

export type TableTold = {
  title: string
  unit: string
  columns: string[]
  rows: { name: string; unit: string; cells: CellTold[] }[]
  /** What the marks mean, and what cannot be told apart; of a table without rows what there is to say. */
  notes: string[]
}

const UNKNOWN = { zh: '未知', en: 'unknown' }
const SHORTEST = {
  zh: '粗体为每行最短，按区间中值。',
  en: 'Bold: the shortest of its row, by the middle of the interval.',
}
const BEST_AND_WORST = {
  zh: '▲ 最优，▽ 最差，只在可能范围不相重叠时标出。',
  en: '▲ best, ▽ worst, marked only where likely ranges do not overlap.',
}
const SIGNS = { best: '▲ ', worst: '▽ ' }

/** `title`: the label of the figure in that language. */
export function tableTold(
  { kind }: Pick<LiveFigure, 'kind'>,
  answer: FigureAnswer,
  table: FigureTable,
  title: string,
  language: DocumentLanguage,
): TableTold {
  const isMinutes = kind === 'matrix'
  const cellTold = ({ said: words, mark }: FigureTable['rows'][number]['cells'][number]) => {
    const sign = mark && !isMinutes ? SIGNS[mark] : ''
    const text = said(words ?? UNKNOWN, language)
    return { text: sign + text, mark: mark ?? ('' as const), isUnknown: words === null }
  }
  return {
    title,
    unit: table.unit ? said(table.unit, language) : '',
    // As they stand on the map of the scene.
    columns: table.columns.map(
      (column, index) => `${table.places ? `${letterOf(index)}  ` : ''}${said(column, language)}`,
    ),
    rows: table.rows.map(({ name, unit, cells }, index) => ({
      // As it stands on the map of the scene.
      name: `${kind === 'disruption' ? `${index + 1}  ` : ''}${said(name, language)}`,
      unit: unit ? said(unit, language) : '',
      cells: cells.map(cellTold),
    })),
    notes: notesOf(kind, answer, table).map((note) => said(note, language)),
  }
}

function notesOf(
  kind: LiveFigure['kind'],
  { value, said: words }: FigureAnswer,
  table: FigureTable,
) {
  if (table.rows.length === 0) return [words ?? UNKNOWN]
  const isMarked = table.rows.some(({ cells }) => cells.some(({ mark }) => mark))
  const marks = kind === 'matrix' ? SHORTEST : BEST_AND_WORST
  const isTied = kind === 'comparison' && value === null && words !== null
  return [
    ...(isMarked ? [marks] : []),
    ...(isTied
      ? [
          {
            zh: `${words.zh}按现有数据不能区分先后。`,
            en: `${words.en} cannot be told apart by what is known.`,
          },
        ]
      : []),
  ]
}
