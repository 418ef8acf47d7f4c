// Everything on the map once more as tables: for the keyboard, the screen reader and the careful.
import '#web/panels/table/table.css'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { PictureButton } from '#web/panels/print/picture-button.tsx'
import { ListTable } from '#web/panels/table/list-table.tsx'
import { LISTS, type ListId, type ListRow, listOf } from '#web/panels/table/table-lists.ts'
import { sheetOf } from '#web/panels/table/table-sheet.ts'
import { onlyRows, WholeFiles } from '#web/panels/table/whole-files.tsx'
import { WrittenSummary } from '#web/panels/table/written-summary.tsx'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { propertySearch } from '#web/state/region/firm-search.ts'
import { manyFirms } from '#web/state/region/firms.ts'
import { choices } from '#web/state/region/kept.ts'
import { districts, hubs, links, loading, parks, platforms } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

type Tab = ListId | 'summary' | 'ranking'
const TABS: readonly Tab[] = ['ranking', 'summary', ...LISTS]

const rankingTable: Load = async () =>
  (await import('#web/panels/table/ranking-table.tsx')).RankingTable

const layoutAbout = async () => (await import('#web/panels/print/layout-sheet.tsx')).layoutPicture()

export function TableDrawer() {
  const [chosen, setChosen] = useState<Tab | null>(null)
  const row = useOneStop<HTMLDivElement>()
  const isFound = view.value.tableFind !== ''
  useEffect(() => {
    if (isFound) setChosen('companies')
  }, [view.value.tableFind])
  const hasRanking = view.value.workspace === 'site' && ranked.value !== null
  const tabs = TABS.filter((id) => id !== 'ranking' || hasRanking)
  const tab =
    tabs.find((id) => id === chosen) ?? (isFound ? 'companies' : hasRanking ? 'ranking' : 'parks')
  return (
    <section class="drawer" data-opened aria-label={t('common.table')}>
      <div class="drawer-head">
        <div role="tablist" aria-label={t('common.table')} {...row}>
          {tabs.map((id) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={tab === id}
              onClick={() => setChosen(id)}
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
      {tab === 'summary' ? (
        <WrittenSummary />
      ) : tab === 'ranking' ? (
        <Lazy load={rankingTable} until={(words) => words} />
      ) : (
        <ThingsTable key={tab} id={tab} />
      )}
    </section>
  )
}

/** A list that the page does not hold is read from the server, and so is one narrowed to words. */
const manyFirmsTable: Load = async () =>
  (await import('#web/panels/table/many-firms-table.tsx')).ManyFirmsTable

function ThingsTable({ id }: { id: ListId }) {
  if (id === 'companies' && (manyFirms.value !== null || view.value.tableFind !== '')) {
    return <Lazy load={manyFirmsTable} until={(words) => words} />
  }
  return <HeldTable id={id} />
}

function HeldTable({ id }: { id: ListId }) {
  const list = listOf(id)
  return (
    <ListTable
      label={t(`layout.tab.${id}`)}
      list={list}
      nothing={loading.value.kind === 'ready' ? nothingIn(id) : null}
      acts={(rows) => (
        <>
          {id === 'parks' && (
            <>
              <button type="button" onClick={() => window.print()}>
                {t('print.act')}
              </button>
              <PictureButton about={layoutAbout} />
            </>
          )}
          <button
            type="button"
            disabled={rows.length === 0}
            onClick={() => saveSheet(`park-atlas-${id}`, sheetOf(list, rows))}
          >
            {t('layout.download')}
          </button>
          <WholeFiles id={id} search={searchOf(id, rows)} />
        </>
      )}
    />
  )
}

const ALL = { parks, hubs, links, platforms, districts }

/** The listed rows in the words of their collection; of firms there may be too many to name each. */
function searchOf(id: ListId, rows: readonly ListRow[]): URLSearchParams {
  if (id === 'companies') return propertySearch(choices.value)
  return onlyRows(
    rows.map((row) => row.id),
    rows.length === ALL[id].value.length,
  )
}

/** Filters leave nothing of it; or nothing of it is known. */
function nothingIn(id: ListId): string {
  return id === 'platforms' || id === 'districts'
    ? t('layout.rows', { count: 0 })
    : t(`filters.nothing.${id}`)
}
