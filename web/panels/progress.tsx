// How far is the plan? Targets and what has been found, nothing forecast and nothing filled in.
import '#web/styles/progress.css'
import { useEffect, useState } from 'preact/hooks'
import type { TargetRow } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { targetAmountInEnglish } from '#geodata/model/target-unit.ts'
import { getTargets } from '#web/api/client.ts'
import { edits } from '#web/api/data.ts'
import { TargetScale } from '#web/charts/target-scale.tsx'
import { language, say, t } from '#web/messages/index.ts'
import { problemOf, problemText } from '#web/panels/problem-text.ts'
import { shortSource } from '#web/panels/site-candidate.tsx'
import { openEditor } from '#web/state/editing.ts'
import { type BoardRow, boardOf } from '#web/state/progress.ts'

type Known =
  | { kind: 'loading' }
  | { kind: 'ready'; items: TargetRow[] }
  | { kind: 'failed'; problem: Problem }

/** The targets workspace: one row per target of the plan. */
export function ProgressPanel() {
  const [known, setKnown] = useState<Known>({ kind: 'loading' })
  const load = () => {
    getTargets().then(
      (items) => setKnown({ kind: 'ready', items }),
      (error) => setKnown({ kind: 'failed', problem: problemOf(error) }),
    )
  }
  useEffect(load, [edits.value])
  return (
    <main class="board">
      <header>
        <h1>{t('progress.title')}</h1>
        <p class="lead">{t('progress.lead')}</p>
        <Legend />
        <button
          type="button"
          onClick={() =>
            void openEditor({ collection: 'targets', preset: { rowType: 'progress' } })
          }
        >
          {t('progress.addOne')}
        </button>
      </header>
      {known.kind === 'loading' && <p role="status">{t('progress.loading')}</p>}
      {known.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('progress.failed')}</h2>
          <p>{problemText(known.problem)}</p>
          <button type="button" onClick={load}>
            {t('progress.again')}
          </button>
        </div>
      )}
      {known.kind === 'ready' && <Board rows={boardOf(known.items)} />}
      <p class="site-note">{t('progress.noForecast')}</p>
    </main>
  )
}

function Legend() {
  return (
    <ul class="progress-legend">
      <li>
        <i class="mark-target" aria-hidden="true" />
        {t('progress.targetOnly')}
      </li>
      <li>
        <i class="mark-same" aria-hidden="true" />
        {t('progress.same')}
      </li>
      <li>
        <i class="mark-other" aria-hidden="true" />
        {t('progress.other')}
      </li>
      <li>
        <i class="mark-baseline" aria-hidden="true" />
        {t('progress.baseline')}
      </li>
      <li>
        <i class="hatch-swatch" aria-hidden="true" />
        {t('progress.unknown')}
      </li>
    </ul>
  )
}

function Board({ rows }: { rows: BoardRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('progress.title')} tabIndex={0}>
      <table class="progress-table">
        <caption class="visually-hidden">{t('progress.items', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('progress.colId')}</th>
            <th scope="col">{t('progress.colTarget')}</th>
            <th scope="col">{t('progress.colScale')}</th>
            <th scope="col">{t('progress.colVerdict')}</th>
            <th scope="col">{t('progress.colFound')}</th>
            <th scope="col">{t('progress.colSource')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.target.rowId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row }: { row: BoardRow }) {
  const { target, same, others, baseline } = row
  const found = same ?? others[0] ?? null
  const words = [...(same ? [same] : []), ...others, ...(baseline ? [baseline] : [])]
  return (
    <tr>
      <td class="id">{target.targetId}</td>
      <th scope="row">
        {say(target.metric)}
        <small>
          {target.value ? t('progress.target', { value: amount(target) }) : t('progress.noNumber')}
        </small>
      </th>
      <td>
        <TargetScale
          target={target.valueHigh ?? target.valueLow}
          baseline={baseline?.valueLow ?? null}
          same={same?.valueLow ?? null}
          others={others.flatMap(({ valueLow }) => (valueLow === null ? [] : [valueLow]))}
          label={t('progress.scaleLabel', {
            target: amount(target),
            found: same ? amount(same) : t('progress.noneFound'),
          })}
        />
      </td>
      <td>
        <Verdict row={row} />
      </td>
      <td class="found">
        {words.length === 0 && <span class="unknown">{t('progress.unknown')}</span>}
        {words.map((one) => (
          <p key={one.rowId}>
            {say(one.metric)} <b>{one.value === null ? t('progress.unknown') : amount(one)}</b>
            {one.asOf && <span class="when"> · {one.asOf}</span>}
            <small title={one.source}>
              {[one.note, shortSource(one.source)].filter(Boolean).join(' · ')}
            </small>
          </p>
        ))}
      </td>
      <td class="source" title={found?.source ?? target.source}>
        {found ? shortSource(found.source) : t('progress.noSource')}
        {found && <Confidence level={found.confidence} />}
      </td>
    </tr>
  )
}

/** A figure with its unit in the view's language. */
function amount({ value, unit }: TargetRow): string {
  if (value === null) return '—'
  return language.value === 'en' ? targetAmountInEnglish(value, unit) : `${value} ${unit ?? ''}`
}

function Verdict({ row }: { row: BoardRow }) {
  switch (row.verdict) {
    case 'comparable':
      return <span class="tag">{t('progress.same')}</span>
    case 'other-definition':
      return <span class="tag dashed">{t('progress.different')}</span>
    case 'unknown':
      return (
        <span class="tag">
          <i class="hatch-swatch" aria-hidden="true" />
          {t('progress.unknown')}
        </span>
      )
  }
}

function Confidence({ level }: { level: string }) {
  const filled = level === 'high' ? 3 : level === 'medium' ? 2 : 1
  const word =
    level === 'high'
      ? t('progress.confidence_high')
      : level === 'medium'
        ? t('progress.confidence_medium')
        : t('progress.confidence_low')
  return (
    <span class="dots" role="img" aria-label={word} title={word}>
      {'●'.repeat(filled) + '○'.repeat(3 - filled)}
    </span>
  )
}
