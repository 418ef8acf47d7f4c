// All about one target: its clause, whose it is, every figure as a table, and why there is (no) forecast.

import type { TargetRow } from '#geodata/contract/documents.ts'
import { language, say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { amount, perUnit } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { type BoardRow, differenceOf } from '#web/workspaces/progress/comparable.ts'
import { forecastOf } from '#web/workspaces/progress/forecast.ts'

export function ProgressDetail({ row }: { row: BoardRow }) {
  const { target, shares } = row
  return (
    <div class="progress-all">
      {target.clause && (
        <blockquote lang="zh-CN">
          {target.clause} <cite>{target.source}</cite>
        </blockquote>
      )}
      <p>
        {shares.length > 0
          ? t('progress.sides', {
              sides: shares
                .map(({ side, row: share }) => `${t(`progress.side.${side}`)} ${amount(share)}`)
                .join(t('common.listSeparator')),
            })
          : t('progress.noSide')}{' '}
        {forecastWords(row)}
      </p>
      <FiguresTable row={row} />
      <button
        type="button"
        onClick={() =>
          void openEditor({
            collection: 'targets',
            preset: {
              rowType: 'progress',
              targetId: target.targetId,
              metricZh: target.metric.zh,
              metricEn: target.metric.en,
              unit: target.unit,
            },
          })
        }
      >
        {t('progress.addTo', { target: say(target.metric) })}
      </button>
    </div>
  )
}

/** The target, then every figure that is known of it, with what it is worth. */
function FiguresTable({ row }: { row: BoardRow }) {
  const { target, shares, baseline, comparable, others, goals } = row
  const figures = [
    target,
    ...shares.map((share) => share.row),
    ...(baseline ? [baseline] : []),
    ...comparable.toReversed(),
    ...others,
    ...goals,
  ]
  return (
    <div class="progress-figures">
      <table>
        <caption class="visually-hidden">{say(target.metric)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('progress.figure')}</th>
            <th scope="col">{t('progress.value')}</th>
            <th scope="col">{t('progress.asOf')}</th>
            <th scope="col">{t('progress.standing')}</th>
            <th scope="col">{t('progress.colSource')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.rowId}>
              <th scope="row">
                {say(one.metric)}
                {one.note && <small lang="zh-CN">{one.note}</small>}
              </th>
              <td class="number">
                {one.value === null ? (
                  <span class="unknown">{t('progress.unknown')}</span>
                ) : (
                  amount(one)
                )}
              </td>
              <td>{one.asOf ? dateText(one.asOf) : '—'}</td>
              <td>{standingOf(one, row)}</td>
              <td>
                <span title={inReadersWords(one.source)}>
                  <Words of={shortSource(one.source)} />
                </span>{' '}
                <ConfidenceDots level={one.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function standingOf(one: TargetRow, { target, baseline, comparable, goals }: BoardRow): string {
  if (one.rowType === 'target') return t('progress.legend.target')
  if (one === baseline) return t('progress.legend.baseline')
  if (goals.includes(one)) return t('progress.laterGoal')
  return comparable.includes(one)
    ? t('progress.legend.same')
    : t(`progress.difference.${differenceOf(one, target)}`)
}

function forecastWords({ target, comparable }: BoardRow): string {
  const forecast = forecastOf(target, comparable)
  if (forecast.kind === 'none') {
    return t(`progress.forecast.${forecast.reason}`, { count: comparable.length })
  }
  const round = (value: number) =>
    (value / perUnit(target.unit)).toLocaleString(language.value, { maximumFractionDigits: 1 })
  return t('progress.forecast.line', {
    year: target.asOf ?? '',
    low: round(forecast.low),
    central: round(forecast.central),
    high: round(forecast.high),
    from: dateText(forecast.from.asOf ?? ''),
    to: dateText(forecast.to.asOf ?? ''),
  })
}

export function ConfidenceDots({ level }: { level: string }) {
  const known = level === 'high' || level === 'medium' ? level : 'low'
  const filled = { high: 3, medium: 2, low: 1 }[known]
  const word = t(`progress.confidence_${known}`)
  return (
    <span class="dots" role="img" aria-label={word} title={word}>
      {'●'.repeat(filled) + '○'.repeat(3 - filled)}
    </span>
  )
}
