// What is seen of the coverage matrix, as one plain value and as one word of the address?
import {
  COVERAGE_DEFAULTS,
  type CoverageSettings,
  GRAINS,
} from '#geodata/contract/processes/coverage.ts'

export type MatrixView = Required<Omit<CoverageSettings, 'destinationIds'>> & {
  /** Whose needs are asked: one plant or vehicle park; null: every plant. */
  destinationId: string | null
  /** Segments that are opened down to their products. */
  opened: string[]
  /** The cell whose firms are listed. */
  cell: { rowId: string; columnId: string } | null
}

const { destinationIds: _, ...defaults } = COVERAGE_DEFAULTS
export const DEFAULT_MATRIX: MatrixView = {
  ...defaults,
  destinationId: null,
  opened: [],
  cell: null,
}

/** The thresholds a reader may edit, with their names in the address and their bounds. */
export const THRESHOLDS = {
  thinFirms: { word: 'thin', min: 1, max: 50 },
  duplicatedParks: { word: 'empty', min: 1, max: 50 },
  duplicatedShare: { word: 'share', min: 0, max: 1 },
} as const
export type ThresholdId = keyof typeof THRESHOLDS
const THRESHOLD_IDS = Object.keys(THRESHOLDS) as ThresholdId[]

/** "grain:district,within:45,open:battery.adas"; what is default is left out. */
export function encodeMatrix(matrix: MatrixView): string {
  const words: string[] = []
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') words.push(`${name}:${value}`)
  }
  put('grain', matrix.grain === DEFAULT_MATRIX.grain ? null : matrix.grain)
  if (matrix.withinMinutes !== DEFAULT_MATRIX.withinMinutes) {
    put('within', matrix.withinMinutes ?? 'any')
  }
  put('to', matrix.destinationId)
  for (const id of THRESHOLD_IDS) {
    put(THRESHOLDS[id].word, matrix[id] === DEFAULT_MATRIX[id] ? null : matrix[id])
  }
  put('open', matrix.opened.join('.'))
  put('cell', matrix.cell && `${matrix.cell.rowId}.${matrix.cell.columnId}`)
  return words.join(',')
}

/** What it does not understand is left at its default. */
export function decodeMatrix(text: string | null): MatrixView {
  const words = new Map(
    (text ?? '').split(',').map((word): [string, string] => {
      const colon = word.indexOf(':')
      return [word.slice(0, colon), word.slice(colon + 1)]
    }),
  )
  const within = words.get('within')
  const minutes = Number(within)
  const [rowId, ...column] = (words.get('cell') ?? '').split('.')
  const columnId = column.join('.')
  const matrix: MatrixView = {
    ...DEFAULT_MATRIX,
    grain: GRAINS.find((grain) => grain === words.get('grain')) ?? DEFAULT_MATRIX.grain,
    destinationId: words.get('to') ?? null,
    opened: (words.get('open') ?? '').split('.').filter(Boolean),
    cell: rowId && columnId ? { rowId, columnId } : null,
  }
  if (within === 'any') matrix.withinMinutes = null
  else if (within && minutes > 0 && minutes <= 600) matrix.withinMinutes = minutes
  for (const id of THRESHOLD_IDS) {
    const { word, min, max } = THRESHOLDS[id]
    const given = words.get(word)
    const value = Number(given)
    if (given && value >= min && value <= max) matrix[id] = value
  }
  return matrix
}
