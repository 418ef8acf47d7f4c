// Everything on the map once more as tables: for the keyboard, the screen reader and the careful.
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { Words } from '#web/parts/words/words.tsx'
import '#web/panels/table/table.css'
import { useState } from 'preact/hooks'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { reveal } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import {
  type Cell,
  LISTS,
  type List,
  type ListId,
  type ListRow,
  listOf,
} from '#web/panels/table/table-lists.ts'
import { WrittenSummary } from '#web/panels/table/written-summary.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { hovered, hovering } from '#web/state/answers/hover.ts'
import { loading } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** More rows come on demand: a table of 50,000 does not slow the page. */
const ROWS_AT_ONCE = 200

type Sort = { column: number; descending: boolean }
type Tab = ListId | 'summary'
const TABS: readonly Tab[] = ['summary', ...LISTS]

export function TableDrawer() {
  const [tab, setTab] = useState<Tab>('parks')
  const row = useOneStop<HTMLDivElement>()
  return (
    <section class="drawer" data-opened aria-label={t('common.table')}>
      <div class="drawer-head">
        <div role="tablist" aria-label={t('common.table')} {...row}>
          {TABS.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={tab === id}
              onClick={() => setTab(id)}
            >
              {t(`layout.tab.${id}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="close"
          aria-label={t('common.close')}
          onClick={() => changeView({ tableOpen: false })}
        >
          ×
        </button>
      </div>
      {tab === 'summary' ? <WrittenSummary /> : <ListTable key={tab} id={tab} />}
    </section>
  )
}

function ListTable({ id }: { id: ListId }) {
  const [sort, setSort] = useState<Sort | null>(null)
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const grid = useButtonGrid()
  const list = listOf(id)
  const rows = sorted(list.rows, sort)
  return (
    <>
      <p class="table-acts">
        <span role="status">{t('layout.rows', { count: rows.length })}</span>
        {id === 'parks' && (
          <button type="button" onClick={() => window.print()}>
            {t('print.act')}
          </button>
        )}
        <button
          type="button"
          disabled={rows.length === 0}
          onClick={() => saveSheet(`park-atlas-${id}`, sheetOf(list, rows))}
        >
          {t('layout.download')}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="drawer-body" tabIndex={0} aria-label={t(`layout.tab.${id}`)}>
        {rows.length === 0 && loading.value.kind === 'ready' && <p class="none">{nothingIn(id)}</p>}
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
              <Row key={row.id} list={id} row={row} columns={list.head.length} />
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

function Head({
  title,
  sort,
  onSort,
}: {
  title: MessageKey
  sort: Sort | null
  onSort: () => void
}) {
  return (
    <th scope="col" aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="quiet" onClick={onSort}>
        {t(title)} <span aria-hidden="true">{sort ? (sort.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  )
}

function Row({ list, row, columns }: { list: ListId; row: ListRow; columns: number }) {
  const thing = { collection: list, id: row.id }
  const { selection } = view.value
  const isSelected = selection?.collection === list && selection.id === row.id
  const isHovered = hovered.value?.collection === list && hovered.value.id === row.id
  return (
    <tr
      class={[isSelected && 'selected', isHovered && 'hovered'].filter(Boolean).join(' ')}
      {...hovering(thing)}
    >
      {cellsOf(row, columns).map((cell, index) => (
        <td key={index} class={typeof cell === 'number' ? 'number' : ''}>
          {index === 0 ? (
            <button
              type="button"
              class="quiet"
              aria-pressed={isSelected}
              onClick={() => {
                changeView({ selection: thing, workspace: 'layout' })
                if (row.lngLat) reveal(row.lngLat)
              }}
            >
              {typeof cell === 'string' ? <Words of={cell} /> : cell}
            </button>
          ) : cell === null ? (
            <span class="unknown">{t('common.unknown')}</span>
          ) : typeof cell === 'string' ? (
            <Words of={cell} />
          ) : (
            cell
          )}
        </td>
      ))}
    </tr>
  )
}

const cellsOf = (row: ListRow, columns: number) =>
  Array.from({ length: columns }, (_, column) => row.cell(column))

/** Filters leave nothing of it; or nothing of it is known. */
function nothingIn(id: ListId): string {
  return id === 'platforms' || id === 'districts'
    ? t('layout.rows', { count: 0 })
    : t(`filters.nothing.${id}`)
}

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

/** The list with its ids, places and sources. */
function sheetOf({ head }: List, rows: readonly ListRow[]): Sheet {
  return [
    [
      'id',
      ...head.map((title) => t(title)),
      'lng',
      'lat',
      t('common.source'),
      t('common.confidence'),
      t('layout.note'),
    ],
    ...rows.map((row) => [
      row.id,
      ...cellsOf(row, head.length),
      row.lngLat?.[0] ?? null,
      row.lngLat?.[1] ?? null,
      row.origin.source,
      row.origin.confidence ?? null,
      row.origin.note ?? null,
    ]),
    // As wide as the table, so that it stays one; the mark keeps them apart from ids.
    ...creditLines().map((line) => [`# ${line}`, ...Array(head.length + 5).fill('')]),
  ]
}
