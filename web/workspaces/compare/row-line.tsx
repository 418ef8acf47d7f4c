// One condition, a cell per candidate; a pressed cell opens where it is from and how old that is.
import { useState } from 'preact/hooks'
import type { Cell, Row } from '#geodata/contract/processes/comparison.ts'
import { DotStrip } from '#web/charts/dot-strip.tsx'
import { t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { remarks } from '#web/state/answers/remarks.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { CellDetail } from '#web/workspaces/compare/cell-detail.tsx'
import { cellWords, rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { RowActs } from '#web/workspaces/compare/row-acts.tsx'

/** What is opened is that of the row itself. */
const OF_ROW = ''

type RowLineProps = {
  row: Row
  columns: readonly Column[]
  /** Where in the cells of a row each column is. */
  places: readonly number[]
}

export function RowLine({ row, columns, places }: RowLineProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const cells = columns.flatMap((column, own) => {
    const cell = row.cells[places[own] ?? -1]
    return cell ? [{ column, cell }] : []
  })
  const detail = cells.find(({ column }) => column.id === opened)
  return (
    <>
      <tr data-row={row.id}>
        <th scope="row">
          <RowTitle
            row={row}
            isOpen={opened === OF_ROW}
            toggle={() => setOpened(opened === OF_ROW ? null : OF_ROW)}
          />
        </th>
        {cells.map(({ column, cell }) => (
          <CellButton
            key={column.id}
            cell={cell}
            row={row}
            isOpen={opened === column.id}
            toggle={() => setOpened(opened === column.id ? null : column.id)}
          />
        ))}
        <td class="strip-column">{row.unit !== null && <RowStrip row={row} cells={cells} />}</td>
      </tr>
      {opened === OF_ROW && (
        <tr class="cell-detail no-print">
          <td colSpan={columns.length + 2}>
            <RowActs row={row} />
          </td>
        </tr>
      )}
      {detail && (
        <tr class="cell-detail no-print">
          <td colSpan={columns.length + 2}>
            <CellDetail row={row} {...detail} />
          </td>
        </tr>
      )}
    </>
  )
}

type RowTitleProps = { row: Row; isOpen: boolean; toggle: () => void }

/** Pressed, it opens what can be done with the row; of a kept comparison it is only read. */
function RowTitle({ row, isOpen, toggle }: RowTitleProps) {
  const note = remarks.value.notes[row.id]
  const words = (
    <>
      <Words of={rowTitle(row)} /> <abbr>{rowUnit(row)}</abbr>
    </>
  )
  return (
    <>
      {kept.value ? (
        words
      ) : (
        <button type="button" class="row-title" aria-expanded={isOpen} onClick={toggle}>
          {words}
        </button>
      )}
      {note && <small class="row-note">{note}</small>}
    </>
  )
}

type CellButtonProps = { cell: Cell; row: Row; isOpen: boolean; toggle: () => void }

function CellButton({ cell, row, isOpen, toggle }: CellButtonProps) {
  const { text, range, delta, told } = cellWords(cell, row, shownRange.value)
  const mark = cell.kind === 'amount' || cell.kind === 'unknown' ? cell.mark : null
  const isFailed = cell.kind === 'need' && row.asked?.isHard && cell.standing === 'failed'
  const kind = ['cell', `is-${cell.kind}`, isFailed && 'bad', mark].filter(Boolean).join(' ')
  return (
    <td class={kind}>
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        {mark && (
          <span class={`mark ${mark}`}>
            <span aria-hidden="true">{mark === 'best' ? '▲' : '▽'}</span>
            <span class="visually-hidden">{t(`compare.${mark}`)} </span>
          </span>
        )}
        {text === null ? (
          <span class="unknown">{t('compare.unknown')}</span>
        ) : (
          <span class="cell-text">
            <Words of={text} />
          </span>
        )}
        {range && <small class="cell-range"> {range}</small>}
        {delta && <small class="cell-delta"> {delta}</small>}
        {told && cell.kind !== 'none' && (
          <small class="cell-told">
            <Words of={told} />
          </small>
        )}
        {told && cell.kind === 'none' && <span class="visually-hidden">{told}</span>}
      </button>
    </td>
  )
}

function RowStrip({ row, cells }: { row: Row; cells: { column: Column; cell: Cell }[] }) {
  const values = cells.flatMap(({ column: { index }, cell }) => {
    if (cell.kind !== 'amount') return []
    const bounds = [cell.low ?? cell.amount, cell.high ?? cell.amount] as const
    const [low, high] = shownRange.value === 'bounds' ? bounds : (cell.likely ?? bounds)
    return [{ index, raw: cell.amount, low, high }]
  })
  return values.length === 0 ? null : <DotStrip values={values} label={rowTitle(row)} />
}
