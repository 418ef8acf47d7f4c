// Which lines does the table have? Rows by group; those of single plants and hubs folded under one line.
import { ROW_GROUPS, type Row, type RowGroup } from '#geodata/contract/processes/comparison.ts'

export const FOLDS = ['plant', 'hub'] as const
export type Fold = (typeof FOLDS)[number]

export type Line =
  | { kind: 'row'; row: Row }
  /** Opens and closes the rows that follow. */
  | { kind: 'fold'; fold: Fold; count: number }

export type Group = { group: RowGroup; lines: Line[] }

const foldOf = ({ id }: Row): Fold | null => FOLDS.find((fold) => id.startsWith(`${fold} `)) ?? null

/** Hidden rows and groups without a row are left out; of a fold that is closed its line alone stays, after the other rows. */
export function tableLines(
  rows: readonly Row[],
  shown: {
    onlyDifferences: boolean
    unfolded: ReadonlySet<Fold>
    hiddenRows?: readonly string[]
  },
): Group[] {
  const read = rows.filter(
    ({ id, differs }) => (differs || !shown.onlyDifferences) && !shown.hiddenRows?.includes(id),
  )
  return ROW_GROUPS.flatMap((group) => {
    const own = read.filter((row) => row.group === group)
    const plain = own.filter((row) => foldOf(row) === null)
    const folded = FOLDS.flatMap((fold): Line[] => {
      const under = own.filter((row) => foldOf(row) === fold)
      if (under.length === 0) return []
      const line: Line = { kind: 'fold', fold, count: under.length }
      return shown.unfolded.has(fold) ? [line, ...under.map(rowLine)] : [line]
    })
    const lines = [...plain.map(rowLine), ...folded]
    return lines.length === 0 ? [] : [{ group, lines }]
  })
}

const rowLine = (row: Row): Line => ({ kind: 'row', row })
