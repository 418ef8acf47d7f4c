// The minutes of the comparison: read, copied or saved as text.
import { useState } from 'preact/hooks'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { inSight } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { announce } from '#web/parts/focus/announcer.tsx'
import { dateText } from '#web/parts/words/date-text.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { remarks, shownOwnRows } from '#web/state/answers/remarks.ts'
import { scenariosAnswer } from '#web/state/answers/scenarios.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { minutesOf } from '#web/workspaces/compare/compare-minutes.ts'
import { shownAddress } from '#web/workspaces/compare/kept/use-kept.ts'

type MinutesTextProps = { columns: readonly Column[]; result: ComparisonResult }

export function MinutesText({ columns, result }: MinutesTextProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      class="compare-minutes no-print"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('compare.minutes')}</summary>
      {isOpen && <Written columns={columns} result={result} />}
    </details>
  )
}

function Written({ columns, result }: MinutesTextProps) {
  const day = dateText(new Date().toISOString().slice(0, 10))
  const text = minutesOf({
    columns,
    result,
    scenarios: inSight(scenariosAnswer.value),
    own: shownOwnRows.value,
    remarks: remarks.value,
    day,
    address: shownAddress(),
  })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      announce(t('common.copied'))
    } catch {
      // Without the clipboard the text can be chosen and copied by hand.
    }
  }
  return (
    <>
      <pre>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        {t('compare.copyMinutes')}
      </button>{' '}
      <button
        type="button"
        onClick={() => {
          const blob = new Blob([text], { type: 'text/plain;charset=utf-8' })
          saveBlob(`${fileName(t('compare.minutes'))}.txt`, blob)
        }}
      >
        {t('compare.saveMinutes')}
      </button>
    </>
  )
}
