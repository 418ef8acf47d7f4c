// The whole answer of the siting that is asked, as a workbook: the server writes it, the page saves it.
import { useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { executeAsWorkbook, problemOf } from '#web/api/client.ts'
import { language, say, t } from '#web/messages/index.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { ranked, sitingInputs } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'

type Question = Pick<SitingResult['question'], 'product' | 'segment'>
type Saving = { kind: 'idle' } | { kind: 'working' } | { kind: 'failed'; problem: Problem }

/** `question`: what was asked, where it is not the ranking that tells. */
export function SitingWorkbook({ question = ranked.value?.question }: { question?: Question }) {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const inputs = sitingInputs(view.value)
  if (!inputs || !question) return null
  const { product, segment } = question
  const save = async () => {
    setSaving({ kind: 'working' })
    try {
      const workbook = await executeAsWorkbook('siting', inputs, language.value)
      const title = t('print.siteTitle', { made: say(product ?? segment) })
      saveBlob(`${fileName(title)}.xlsx`, workbook)
      setSaving({ kind: 'idle' })
    } catch (error) {
      setSaving({ kind: 'failed', problem: problemOf(error) })
    }
  }
  return (
    <>
      <button
        type="button"
        title={t('document.workbookHint')}
        aria-disabled={saving.kind === 'working'}
        onClick={() => {
          if (saving.kind !== 'working') void save()
        }}
      >
        {saving.kind === 'working' ? t('document.working') : t('document.workbook')}
      </button>
      {saving.kind === 'failed' && <span role="alert">{problemText(saving.problem)}</span>}
    </>
  )
}
