// In which format and language the report is made, how far it is, and what came of it; below it, the check of one.
import { useState } from 'preact/hooks'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { REPORT_FORMATS, type ReportFormat } from '#geodata/contract/processes/report.ts'
import { storeComparison } from '#web/api/comparisons.ts'
import { type Language, language, t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { view } from '#web/state/view/store.ts'
import { ReportCheck } from '#web/workspaces/compare/report/report-check.tsx'
import { makeReport, type ReportRun, reportRun } from '#web/workspaces/compare/report/report-run.ts'
import { comparisonToStore } from '#web/workspaces/compare/share/comparison-to-store.ts'
import { isTooLong, Signature, shortened } from '#web/workspaces/compare/signature.tsx'

export type ReportPanelProps = { title: string; result: ComparisonResult | null }

const LANGUAGES: readonly Language[] = ['zh-CN', 'en']
/** Of whom the server takes no changes. */
const NOT_ALLOWED = [401, 403]

export function ReportPanel({ title, result }: ReportPanelProps) {
  return (
    <>
      {result ? (
        <ReportForm title={title} result={result} />
      ) : (
        <p class="site-note">{t('report.notYet')}</p>
      )}
      <ReportOutcome run={reportRun.value} />
      <ReportCheck />
    </>
  )
}

function ReportForm({ title, result }: ReportPanelProps & { result: ComparisonResult }) {
  const [format, setFormat] = useState<ReportFormat>('a4')
  const [spoken, setSpoken] = useState<Language>(language.peek())
  const isMaking = reportRun.value.kind === 'making'
  const isStoredHere = !kept.value
  const numbered = async () => {
    if (kept.peek()) return kept.peek()?.id ?? ''
    const comparison = comparisonToStore(shortened(title), view.peek(), result)
    if (!comparison) throw new Error('There is nothing compared to be stored.')
    const by = { who: editorName.peek(), why: t('report.reason') }
    return (await storeComparison(comparison, by)).id
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isMaking || (isStoredHere && isTooLong(editorName.peek()))) return
        void makeReport(numbered, { format, language: spoken })
      }}
    >
      <label>
        {t('report.format')}
        <select
          value={format}
          onChange={({ currentTarget }) => setFormat(currentTarget.value as ReportFormat)}
        >
          {REPORT_FORMATS.map((one) => (
            <option key={one} value={one}>
              {t(`report.format.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.language')}
        <select
          value={spoken}
          onChange={({ currentTarget }) => setSpoken(currentTarget.value as Language)}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t(`report.language.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {isStoredHere && (
        <>
          <Signature label={t('report.who')} />
          <p class="site-note">{t('report.stores')}</p>
        </>
      )}
      <button type="submit" class="primary" aria-disabled={isMaking}>
        {t('report.make')}
      </button>
    </form>
  )
}

function ReportOutcome({ run }: { run: ReportRun }) {
  switch (run.kind) {
    case 'none':
      return null
    case 'making':
      return (
        <p role="status">
          {t('report.making', { percent: run.percent })} <progress max={100} value={run.percent} />{' '}
          <button type="button" onClick={run.cancel}>
            {t('report.cancel')}
          </button>
        </p>
      )
    case 'cancelled':
      return <p role="status">{t('report.cancelled')}</p>
    case 'failed':
      return (
        <p class="bad" role="alert">
          {NOT_ALLOWED.includes(run.problem.status)
            ? t('report.forbidden')
            : `${t('report.failed')} ${problemText(run.problem)}`}
        </p>
      )
    case 'done':
      return (
        <p role="status">
          {t('report.done', { pages: run.pages })}{' '}
          <button type="button" onClick={() => saveBlob(`${fileName(run.name)}.pdf`, run.file)}>
            {t('report.save')}
          </button>
        </p>
      )
  }
}
