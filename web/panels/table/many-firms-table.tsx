// The firms of a region that has more of them than the page holds: a page of the server's list at a time,
// sorted there.
import { useEffect, useState } from 'preact/hooks'
import type { Choices } from '#geodata/analysis/shown/filters.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import { listAllFirms, listFirms } from '#web/api/firms.ts'
import { say, t } from '#web/messages/index.ts'
import { Head, Row, type Sort } from '#web/panels/table/list-table.tsx'
import { firmList } from '#web/panels/table/table-lists.ts'
import { sheetOf } from '#web/panels/table/table-sheet.ts'
import { WholeFiles } from '#web/panels/table/whole-files.tsx'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { propertySearch } from '#web/state/region/firm-search.ts'
import { hold } from '#web/state/region/firms.ts'
import { choices, firmSummary } from '#web/state/region/kept.ts'
import { dataset } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

const ROWS_AT_ONCE = 200

type Page = { features: Company[]; matched: number; problem: Problem | null; isWaiting: boolean }
const NOTHING: Page = { features: [], matched: 0, problem: null, isWaiting: true }

function searchOf(asked: Choices, find: string, sort: string): URLSearchParams {
  const search = propertySearch(asked)
  if (find !== '') search.set('q', find)
  if (sort !== '') search.set('sortby', sort)
  return search
}

/** The rows so far; `more` reads on. Another order, filter or edit begins anew. */
function useFirms(sort: string): Page & { more: () => void } {
  const asked = choices.value
  const find = view.value.tableFind
  const hash = dataset.value?.hash
  const [page, setPage] = useState(NOTHING)
  const [wanted, setWanted] = useState(ROWS_AT_ONCE)
  const [begun, setBegun] = useState({ asked, find, hash, sort })
  if (begun.asked !== asked || begun.find !== find || begun.hash !== hash || begun.sort !== sort) {
    setBegun({ asked, find, hash, sort })
    setPage(NOTHING)
    setWanted(ROWS_AT_ONCE)
  }
  useEffect(() => {
    const stop = new AbortController()
    const from = page.features.length
    if (from >= wanted) return
    const search = searchOf(asked, find, sort)
    search.set('offset', String(from))
    search.set('limit', String(wanted - from))
    listFirms(search, stop.signal).then(
      ({ features, numberMatched }) => {
        hold(features)
        setPage({
          features: [...page.features, ...features],
          matched: numberMatched,
          problem: null,
          isWaiting: false,
        })
      },
      (error) => {
        if (!stop.signal.aborted) setPage({ ...page, problem: problemOf(error), isWaiting: false })
      },
    )
    return () => stop.abort()
  }, [begun, wanted])
  return { ...page, more: () => setWanted(page.features.length + ROWS_AT_ONCE) }
}

export function ManyFirmsTable() {
  const [sort, setSort] = useState<Sort | null>(null)
  const { sortedBy } = firmList([])
  const by = sort ? `${sort.descending ? '-' : '+'}${sortedBy[sort.column]}` : ''
  const { features, matched, problem, isWaiting, more } = useFirms(by)
  const grid = useButtonGrid()
  const list = firmList(features)
  const left = matched - features.length
  // Counted before the rows come, where no words narrow them.
  const total = isWaiting ? (view.value.tableFind === '' ? firmSummary.value.kept : null) : matched
  return (
    <>
      <div class="table-acts">
        <span role="status">{total === null ? '' : t('layout.rows', { count: total })}</span>
        <Found />
        <Download sort={by} disabled={matched === 0} />
        <WholeFiles id="companies" search={searchOf(choices.value, view.value.tableFind, by)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="drawer-body" tabIndex={0} aria-label={t('layout.tab.companies')}>
        {problem && <p role="alert">{say({ zh: problem.detailZh, en: problem.detail })}</p>}
        {isWaiting && (
          <p role="status">
            {total === null
              ? t('keys.firmsCounting')
              : t('common.loading', { done: features.length, total })}
          </p>
        )}
        {!isWaiting && !problem && features.length === 0 && (
          <p class="none">{t('filters.nothing.companies')}</p>
        )}
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
            {list.rows.map((row) => (
              <Row key={row.id} row={row} columns={list.head.length} />
            ))}
          </tbody>
        </table>
        {left > 0 && (
          <button type="button" onClick={more}>
            {t('layout.moreRows', { count: left })}
          </button>
        )}
      </section>
    </>
  )
}

/** The words that the firms are narrowed to, to take back. */
function Found() {
  const text = view.value.tableFind
  if (text === '') return null
  return (
    <button
      type="button"
      aria-label={t('layout.foundOff', { text })}
      onClick={() => changeView({ tableFind: '' })}
    >
      {t('layout.found', { text })} <span aria-hidden="true">×</span>
    </button>
  )
}

/** Every kept firm as a file, read page by page; how far it is stands on the button. */
function Download({ sort, disabled }: { sort: string; disabled: boolean }) {
  const [done, setDone] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async () => {
    setProblem(null)
    setDone(0)
    try {
      const all = await listAllFirms(
        searchOf(choices.peek(), view.peek().tableFind, sort),
        undefined,
        setDone,
      )
      const list = firmList(all)
      saveSheet('park-atlas-companies', sheetOf(list, list.rows))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setDone(null)
    }
  }
  return (
    <>
      <button type="button" disabled={disabled || done !== null} onClick={() => void save()}>
        {t('layout.download')} {done !== null && done > 0 && <span class="count">{done}</span>}
      </button>
      {problem && <span role="alert">{say({ zh: problem.detailZh, en: problem.detail })}</span>}
    </>
  )
}
