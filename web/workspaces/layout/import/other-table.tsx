// Most rows do not fit: is it the list of another table? The same file is read again for that one.
import { useState } from 'preact/hooks'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import type { Import } from '#geodata/contract/imports.ts'
import { problemOf } from '#web/api/client.ts'
import { sendFile } from '#web/api/imports.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { chosenTable } from '#web/state/chosen-table.ts'
import { NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'
import { keepSent, sentAs } from '#web/workspaces/layout/import/sent-files.ts'
import { isSystemOpen } from '#web/workspaces/layout/import/step-states.ts'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

/** Of a list that was given for the table it is of, not so many rows are refused. */
const REFUSED_SHARE = 0.8
const WITHIN_MILLISECONDS = 600_000

/** Shapes that nobody has said how to read are refused in the right table too. */
export const isPerhapsOtherTable = (one: Import) =>
  one.state === 'ready' &&
  !isSystemOpen(one) &&
  one.counts.refused > one.counts.rows * REFUSED_SHARE

export function OtherTable({ one }: { one: Import }) {
  const [other, choose] = useState('')
  const [isSending, setSending] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const file = sentAs(one.id)
  const again = async () => {
    chosenTable.value = other
    if (!file) return changeView({ imported: NO_IMPORT })
    setSending(true)
    try {
      const { id } = await sendFile(other, file, AbortSignal.timeout(WITHIN_MILLISECONDS))
      keepSent(id, file)
      changeView({ imported: { id, step: null } })
    } catch (error) {
      setSaid(problemText(problemOf(error)))
      setSending(false)
    }
  }
  return (
    <section class="import-other-table" aria-labelledby="import-other-table">
      <h3 id="import-other-table">{t('imports.isOther', { table: tableTitle(one.table) })}</h3>
      <p>{t(file ? 'imports.isOtherLead' : 'imports.isOtherGone')}</p>
      <p class="acts">
        <select
          aria-label={t('imports.which')}
          value={other}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{t('imports.chooseOther')}</option>
          {IMPORT_TABLE_IDS.filter((id) => id !== one.table).map((id) => (
            <option key={id} value={id}>
              {tableTitle(id)}
            </option>
          ))}
        </select>
        <button type="button" disabled={other === '' || isSending} onClick={() => void again()}>
          {t('imports.toOther')}
        </button>
      </p>
      {said && (
        <p role="alert" class="import-alert">
          {said}
        </p>
      )}
    </section>
  )
}
