// One list as a table: sorted by any column, a row for each thing, and what can be done with all of them.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { reveal } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import type { Cell, List, ListRow } from '#web/panels/table/table-lists.ts'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { Words } from '#web/parts/words/words.tsx'
import { hovered, hovering } from '#web/state/answers/hover.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** More rows come on demand: a table of 50,000 does not slow the page. */
const ROWS_AT_ONCE = 200

export type Sort = { column: number; descending: boolean }

type ListTableProps = {
  label: string
  list: List
  /** What stands in place of rows where there are none; null: they are on their way. */
  nothing: string | null
  /** Over the rows as they are sorted. */
  acts: (rows: readonly ListRow[]) => ComponentChildren
}

export function ListTable({ label, list, nothing, acts }: ListTableProps) {
  const [sort, setSort] = useState<Sort | null>(null)
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const grid = useButtonGrid()
  const rows = sorted(list.rows, sort)
  return (
    <>
      <div class="table-acts">
        <span role="status">{t('layout.rows', { count: rows.length })}</span>
        {acts(rows)}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="drawer-body" tabIndex={0} aria-label={label}>
        {rows.length === 0 && nothing !== null && <p class="none">{nothing}</p>}
        <table {...grid}>
          <thead>
            <tr>
              {list.head.map((title, column) => (
                <Head
                  key={title}
                  title={title}
                  sort={sort?.column === column ? sort : null}
                  onSort={() =>
                    setSort({ column, descending: sort?.column === column && !sort.descending })
                  }
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row key={row.id} row={row} columns={list.head.length} />
            ))}
          </tbody>
        </table>
        {rows.length > shown && (
          <button type="button" onClick={() => setShown(shown + ROWS_AT_ONCE)}>
            {t('layout.moreRows', { count: rows.length - shown })}
          </button>
        )}
      </section>
    </>
  )
}

type HeadProps = { title: string; sort: Sort | null; onSort: () => void }

export function Head({ title, sort, onSort }: HeadProps) {
  return (
    <th scope="col" aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="quiet" onClick={onSort}>
        {title} <span aria-hidden="true">{sort ? (sort.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  )
}

export function Row({ row, columns }: { row: ListRow; columns: number }) {
  const { thing, stays } = row
  const { selection } = view.value
  const isThing = (one: typeof selection) =>
    one?.collection === thing?.collection && one?.id === thing?.id
  const isSelected = thing !== null && isThing(selection)
  const isHovered = thing !== null && isThing(hovered.value)
  const choose = () => {
    changeView(stays ? { selection: thing } : { selection: thing, workspace: 'layout' })
    if (row.lngLat) reveal(row.lngLat)
  }
  return (
    <tr
      class={[isSelected && 'selected', isHovered && 'hovered'].filter(Boolean).join(' ')}
      {...(thing ? hovering(thing) : {})}
    >
      {cellsOf(row, columns).map((cell, index) => (
        <td key={index} class={typeof cell === 'number' ? 'number' : ''}>
          {index === 0 ? (
            <button type="button" class="quiet" aria-pressed={isSelected} onClick={choose}>
              {typeof cell === 'string' ? <Words of={cell} /> : cell}
            </button>
          ) : (
            <CellShown row={row} column={index} cell={cell} />
          )}
        </td>
      ))}
    </tr>
  )
}

function CellShown({ row, column, cell }: { row: ListRow; column: number; cell: Cell }) {
  const shown = row.shown?.(column)
  if (shown) {
    return (
      <>
        <span class="cell-text">{shown.text}</span>
        {shown.range && <small class="cell-range"> {shown.range}</small>}
        {shown.note && (
          <small class="cell-note" title={shown.title}>
            <Words of={shown.note} />
          </small>
        )}
      </>
    )
  }
  if (cell === null) return <span class="unknown">{t('common.unknown')}</span>
  return typeof cell === 'string' ? <Words of={cell} /> : cell
}

export const cellsOf = (row: ListRow, columns: number) =>
  Array.from({ length: columns }, (_, column) => row.cell(column))

/** Unknown last either way; words by the order of their language. */
function sorted(rows: readonly ListRow[], sort: Sort | null): readonly ListRow[] {
  if (!sort) return rows
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })
  const compare = (a: Cell, b: Cell) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return rows
    .map((row) => ({ row, cell: row.cell(sort.column) }))
    .sort(({ cell: a }, { cell: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      return sort.descending ? compare(b, a) : compare(a, b)
    })
    .map(({ row }) => row)
}
