// What stands in a cell of the matrix, drawn and said?
//
// filled: firms, assigned · pale: firms, not assigned · dashed: assigned, none known · ring instead
// of a square: no firm is in time · dotted line below: none surely in time.
import type { CoverageCell } from '#geodata/contract/processes/coverage.ts'
import type { System } from '#geodata/model/system.ts'
import { t } from '#web/messages/index.ts'

type Mark = 'filled' | 'pale' | 'dashed'
type Reach = 'in-time' | 'perhaps' | 'late'

export function markOf({ firmIds, isAssigned }: CoverageCell, isParentAssigned: boolean): Mark {
  if (firmIds.length === 0) return 'dashed'
  return isAssigned || isParentAssigned ? 'filled' : 'pale'
}

export function reachOfCell({ firmIds, reach }: CoverageCell): Reach {
  if (firmIds.length === 0 || reach.within > 0) return 'in-time'
  return reach.perhaps + reach.unmeasured > 0 ? 'perhaps' : 'late'
}

const SIDE_PIXELS = { one: 9, two: 13, many: 16 }

/** The area follows the number, from 9 px for one firm; a figure needs room from two on. */
function sidePixels(firms: number): number {
  if (firms === 0) return SIDE_PIXELS.two - 1
  const side = SIDE_PIXELS.one * Math.sqrt(firms)
  return firms >= 10 ? Math.max(SIDE_PIXELS.many, side) : side
}

type Props = { cell: CoverageCell; system: System; isParentAssigned: boolean }

export function MatrixSquare({ cell, system, isParentAssigned }: Props) {
  const firms = cell.firmIds.length
  return (
    <span
      class={`square of-${system} ${markOf(cell, isParentAssigned)} ${reachOfCell(cell)}`}
      style={{ '--side': `${sidePixels(firms)}px` }}
      aria-hidden="true"
    >
      {firms > 1 ? firms : ''}
    </span>
  )
}

const REACHES = ['within', 'perhaps', 'beyond', 'unmeasured'] as const

/** The cell in words, for the reader who does not see it and for the line below. */
export function cellWords(
  cell: CoverageCell | undefined,
  row: string,
  column: string,
  isRouted: boolean,
): string {
  const head = t('matrix.cell', { row, column })
  if (!cell) return `${head} ${t('matrix.cell.nothing')}`
  const words = [
    cell.firmIds.length > 0
      ? t('matrix.cell.firms', { count: cell.firmIds.length })
      : t('matrix.cell.noFirm'),
    cell.isAssigned ? t('matrix.cell.assigned') : '',
    ...REACHES.map((reach) =>
      isRouted && cell.reach[reach] > 0
        ? t('matrix.cell.reach', { reach: t(`matrix.reach.${reach}`), count: cell.reach[reach] })
        : '',
    ),
  ]
  return `${head} ${words.filter(Boolean).join(t('common.listSeparator'))}`
}
