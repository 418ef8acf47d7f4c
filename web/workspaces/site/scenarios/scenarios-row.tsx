// One saved question: open it, check its answer against the data as they are, or let it go.
import { useState } from 'preact/hooks'
import { amountText } from '#geodata/analysis/told/amount-text.ts'
import type { VerifyResult } from '#geodata/contract/processes/verify.ts'
import { inSight } from '#web/api/asked.ts'
import { execute, problemOf } from '#web/api/client.ts'
import { deleteRow, readRow } from '#web/api/edits.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { editorName, lastChange } from '#web/panels/editor/editing.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { siting } from '#web/state/answers/siting.ts'
import { reloadEdited } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'
import { decodeView } from '#web/state/view/view.ts'

type Stored = { title: string; address: string; question: string; answer: string }
export type StoredScenario = { id: string; properties: Stored }
type Saved = { ranking: { nameZh: string; nameEn: string; score: number }[] }

/** null: not as this page keeps it; it was written past the API. */
function readSaved(text: string): Saved | null {
  try {
    const saved = JSON.parse(text) as Partial<Saved> | null
    return Array.isArray(saved?.ranking) ? (saved as Saved) : null
  } catch {
    return null
  }
}
const MOVES_SHOWN = 8

export function ScenarioRow({ row: { id, properties } }: { row: StoredScenario }) {
  const [checking] = useState(() =>
    newestOnly(async ({ question, answer }: Stored, signal) =>
      execute('verify', { siting: JSON.parse(question), saved: JSON.parse(answer) }, signal),
    ),
  )
  const [whyKept, setWhyKept] = useState<string | null>(null)
  const checked = checking.asked.value
  const problem = checked.kind === 'failed' ? problemText(checked.problem) : whyKept
  const saved = readSaved(properties.answer)
  const first = saved?.ranking[0]
  const verify = () => {
    setWhyKept(null)
    checking.ask(properties)
  }
  const remove = async () => {
    checking.reset()
    try {
      const { etag } = await readRow('scenarios', id)
      const by = {
        who: editorName.peek() || t('scenarios.unsigned'),
        why: t('scenarios.removeReason'),
      }
      const changeId = await deleteRow('scenarios', { id, etag }, by, false)
      lastChange.value = { changeId, collection: 'scenarios' }
      await reloadEdited('scenarios')
    } catch (error) {
      setWhyKept(problemText(problemOf(error)))
    }
  }
  return (
    <li>
      <strong>{properties.title}</strong>
      <small>
        {saved === null
          ? t('scenarios.unreadable')
          : first
            ? t('scenarios.first', { name: nameOf(first), score: Math.round(first.score) })
            : t('scenarios.nobody')}
      </small>
      <span class="scenario-acts">
        <button type="button" onClick={() => changeView(decodeView(properties.address))}>
          {t('scenarios.open')}
        </button>
        <button
          type="button"
          disabled={saved === null || checked.kind === 'computing'}
          onClick={verify}
        >
          {t('scenarios.verify')}
        </button>
        <button type="button" class="quiet" onClick={() => void remove()}>
          {t('scenarios.remove')}
        </button>
      </span>
      {problem && <p role="alert">{problem}</p>}
      {checked.kind === 'answered' && <Difference result={checked.result} />}
    </li>
  )
}

function Difference({ result }: { result: VerifyResult }) {
  const { isSame, figuresAreEqual, changed, changes, moved, gone, joined } = result
  const why = changed.map((one) => t(`scenarios.changed.${one}`)).join(t('site.and'))
  const verdict = isSame ? 'same' : figuresAreEqual ? 'equal' : 'differs'
  return (
    <div role="status" class="scenario-difference">
      <p>
        {t(`scenarios.${verdict}`)} {changed.length > 0 && t('scenarios.because', { what: why })}
      </p>
      {changes === null && changed.includes('dataset') && <p>{t('scenarios.changesUnknown')}</p>}
      {changes && changes.length > 0 && <Changes changes={changes} />}
      {moved.length > 0 && (
        <table class="rate-table">
          <caption>{t('scenarios.moved', { count: moved.length })}</caption>
          <tbody>
            {moved.slice(0, MOVES_SHOWN).map((one) => (
              <tr key={one.id}>
                <th scope="row">{nameOf(one)}</th>
                <td>
                  {one.rankThen === one.rankNow ? (
                    one.rankNow
                  ) : (
                    <>
                      {one.rankThen} → <b>{one.rankNow}</b>
                    </>
                  )}
                </td>
                <td>
                  {one.scoreThen.toFixed(1)}
                  {one.scoreThen === one.scoreNow
                    ? ` ${t('scenarios.equalScore')}`
                    : ` → ${one.scoreNow.toFixed(1)}`}
                </td>
                <td>{one.figures.map(figureText).join(t('common.listSeparator'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moved.length > MOVES_SHOWN && (
        <p>{t('scenarios.movedMore', { count: moved.length - MOVES_SHOWN })}</p>
      )}
      {gone.length > 0 && <p>{t('scenarios.gone', { names: gone.map(nameOf).join(' · ') })}</p>}
      {joined.length > 0 && (
        <p>{t('scenarios.joined', { names: joined.map(nameOf).join(' · ') })}</p>
      )}
    </div>
  )
}

/** The rows that are not as they were: which, who changed them, and why. */
function Changes({ changes }: { changes: NonNullable<VerifyResult['changes']> }) {
  return (
    <ul>
      {changes.slice(0, MOVES_SHOWN).map((one) => (
        <li key={`${one.collection}/${one.rowId}`}>
          {t('scenarios.change', {
            name: nameOf(one),
            who: one.who ?? t('scenarios.newerBase'),
            why: one.why ?? '',
            date: dateText(one.changedAt.slice(0, 10)),
            count: one.fields.length,
          })}
        </li>
      ))}
      {changes.length > MOVES_SHOWN && (
        <li>{t('scenarios.changesMore', { count: changes.length - MOVES_SHOWN })}</li>
      )}
    </ul>
  )
}

type Figure = VerifyResult['moved'][number]['figures'][number]

function figureText({ criterion, rawThen, rawNow }: Figure): string {
  const known = inSight(siting.value)?.criteria.find(({ id }) => id === criterion)
  const text = (raw: number | null) =>
    raw === null ? t('site.unknown') : known ? amountText(raw, known.unit) : String(raw)
  return `${known ? say(known.title) : criterion} ${text(rawThen)} → ${text(rawNow)}`
}
