// A report is checked by its number or its file: every figure is computed again, and what changed since is told.
import { useState } from 'preact/hooks'
import { figuresTold } from '#geodata/analysis/report/figure-told.ts'
import { readReport } from '#geodata/analysis/report/read-report.ts'
import type { SavedReport } from '#geodata/contract/processes/report.ts'
import type { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import { execute, problemOf } from '#web/api/client.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { fieldName } from '#web/panels/editor/editor-words.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { problemText } from '#web/parts/words/problem-text.ts'

const MOST_SHOWN = 8

type Checked =
  | { kind: 'none' | 'checking' }
  | { kind: 'answered'; result: VerifyReportResult }
  | { kind: 'failed'; words: string }

export function ReportCheck() {
  const [number, setNumber] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [checked, setChecked] = useState<Checked>({ kind: 'none' })
  const check = async () => {
    setChecked({ kind: 'checking' })
    try {
      const inputs = file ? await inputsOfFile(file) : inputsOfNumber(number)
      if (typeof inputs === 'string') setChecked({ kind: 'failed', words: inputs })
      else setChecked({ kind: 'answered', result: await execute('verify-report', inputs) })
    } catch (error) {
      const words = `${t('report.notChecked')} ${problemText(problemOf(error))}`
      setChecked({ kind: 'failed', words })
    }
  }
  return (
    <form
      aria-label={t('report.check')}
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <h2>{t('report.check')}</h2>
      <p class="site-note">{t('report.checkHint')}</p>
      <label>
        {t('report.number')}
        <input
          required={!file}
          maxLength={40}
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </label>
      <label>
        {t('report.file')}
        <input
          type="file"
          accept="application/pdf"
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
        />
      </label>
      <button type="submit" disabled={checked.kind === 'checking'}>
        {t(checked.kind === 'checking' ? 'report.checking' : 'report.checkNow')}
      </button>
      {checked.kind === 'failed' && (
        <p class="bad" role="alert">
          {checked.words}
        </p>
      )}
      {checked.kind === 'answered' && <Difference result={checked.result} />}
    </form>
  )
}

/** Numbers are written in small letters; of one that cannot be ours it is told what ours look like. */
function inputsOfNumber(typed: string): string | { comparisonId: string } {
  const comparisonId = typed.trim().toLowerCase()
  return NUMBER.test(comparisonId) ? { comparisonId } : t('report.notNumber')
}
const NUMBER = /^[0-9a-f]{16}$/

/** What the file holds, or why it is no report. */
async function inputsOfFile(
  file: File,
): Promise<string | { comparisonId: string; saved: SavedReport }> {
  const read = await readReport(file)
  if (read.kind !== 'report') return t(`report.notReport.${read.kind}`)
  return { comparisonId: read.saved.comparisonId, saved: read.saved }
}

function Difference({ result }: { result: VerifyReportResult }) {
  const { title, figureCount: count, moved, changed, changes } = result
  const figures = moved.flatMap((one) =>
    one.figures.map((figure) => ({ ...figure, name: nameOf(one) })),
  )
  const verdict = count === 0 ? 'noFigures' : figures.length === 0 ? 'same' : 'differs'
  const what = changed.map((one) => t(`report.changed.${one}`)).join(t('common.listSeparator'))
  return (
    <div role="status">
      <p>
        {t(`report.${verdict}`, { title, count, moved: figures.length })}{' '}
        {what && t('report.because', { what })}
      </p>
      <ul>
        {figures.slice(0, MOST_SHOWN).map((figure) => {
          const { name, row, title: of } = figure
          const [before, now] = figuresTold(figure, (zh, en) => (language.value === 'en' ? en : zh))
          return (
            <li key={`${name} ${row}`}>
              {t('report.figure', { name, title: say(of), before, now })}
            </li>
          )
        })}
      </ul>
      {figures.length > MOST_SHOWN && (
        <p>{t('report.more', { count: figures.length - MOST_SHOWN })}</p>
      )}
      <ul>
        {(changes ?? []).slice(0, MOST_SHOWN).map((one) => (
          <li key={`${one.changeId} ${one.collection} ${one.rowId}`}>
            {t('report.change', {
              name: nameOf(one),
              fields: one.fields
                .map((field) => fieldName(one.collection, field))
                .join(t('common.listSeparator')),
              who: one.who ?? t('report.nobody'),
              date: dateText(one.changedAt.slice(0, 10)),
              why: one.why ?? t('report.noReason'),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
