// What must be said of the page as a whole: the connection, lists that did not come, parts of the address.
import { say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { ConnectionNote } from '#web/shell/connection-note.tsx'
import { loadMissing, missingLists, unplaced } from '#web/state/region/lists.ts'
import { refusedParts } from '#web/state/view/url.ts'

export function PageNotes() {
  return (
    <div class="page-notes">
      <MissingLists />
      <UnplacedRows />
      <RefusedParts />
      <ConnectionNote />
    </div>
  )
}

/** Names what did not come and why; the rest of the page goes on. */
function MissingLists() {
  const missing = missingLists.value
  const [first] = missing
  if (!first) return null
  const names = missing.map(({ name }) => t(`shell.list.${name}`)).join(t('common.listSeparator'))
  return (
    <div class="page-note" role="alert">
      <p>
        {/* Where no answer came at all the connection says so. */}
        <b>{t('shell.missing', { names })}</b>{' '}
        {first.problem.status > 0 && problemText(first.problem)} {t('shell.restWorks')}
      </p>
      <button type="button" onClick={() => void loadMissing()}>
        {t('common.retry')}
      </button>
    </div>
  )
}

/** Rows that a GIS program left without a place: each leads to where it is given one. */
function UnplacedRows() {
  const rows = unplaced.value
  if (rows.length === 0) return null
  return (
    <div class="page-note" role="status">
      <p>{t('shell.unplaced', { count: rows.length })}</p>
      {rows.map(({ list, id, name }) =>
        list === 'parks' || list === 'hubs' ? (
          <button key={id} type="button" onClick={() => void openEditor({ collection: list, id })}>
            {say(name)}
          </button>
        ) : (
          <b key={id}>{say(name)}</b>
        ),
      )}
    </div>
  )
}

function RefusedParts() {
  const parts = refusedParts.value
  if (parts.length === 0) return null
  const words = parts.map(({ name, value }) => `${name}=${value}`).join(t('common.listSeparator'))
  return (
    <div class="page-note" role="status">
      <p>{t('shell.refusedParts', { parts: words })}</p>
      <button type="button" onClick={() => (refusedParts.value = [])}>
        {t('common.understood')}
      </button>
    </div>
  )
}
