// Each target on its scale: what is comparable, what is not and why, and what it all rests on.

import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { ParkDots } from '#web/charts/park-dots.tsx'
import { TargetScale } from '#web/charts/target-scale.tsx'
import { say, t } from '#web/messages/index.ts'
import { useRecorded } from '#web/parts/controls/use-recorded.ts'
import { amount, amountNumber, perUnit, placeName } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { placeNamed } from '#web/state/region/district-figures.ts'
import { districts, parks } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'
import { type BoardRow, differenceOf } from '#web/workspaces/progress/comparable.ts'
import { forecastOf } from '#web/workspaces/progress/forecast.ts'
import { bound } from '#web/workspaces/progress/progress-context.ts'
import { ConfidenceDots, ProgressDetail } from '#web/workspaces/progress/progress-detail.tsx'

/** The targets that count parks: what the atlas itself lists stands beside them. */
const VEHICLE_PARK = 'T09'
const PARTS_PARKS = 'T10'
/** The target that counts firms whose transformation people record here. */
const TRANSFORMED = 'T02'

export function ProgressBoard({ rows }: { rows: BoardRow[] }) {
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('progress.title')} tabIndex={0}>
      <Legend />
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
        {rows.map((row) => {
          const { targetId } = row.target
          const isOpen = open.includes(targetId)
          return (
            <tbody key={targetId}>
              <Row row={row} isOpen={isOpen} toggle={() => toggle(targetId)} />
              {isOpen && (
                <tr class="progress-detail" id={`target-${targetId}`}>
                  <td colSpan={6}>
                    <ProgressDetail row={row} />
                  </td>
                </tr>
              )}
            </tbody>
          )
        })}
      </table>
      <p class="site-note">
        {rows.some(({ comparable }) => comparable.length > 1)
          ? t('progress.someForecast')
          : t('progress.noForecast')}
      </p>
    </section>
  )
}

function Legend() {
  return (
    <ul class="progress-legend">
      {(['target', 'same', 'other', 'baseline'] as const).map((mark) => (
        <li key={mark}>
          <i class={`mark-${mark}`} aria-hidden="true" />
          {t(`progress.legend.${mark}`)}
        </li>
      ))}
      <li>
        <i class="hatch-swatch" aria-hidden="true" />
        {t('progress.unknown')}
      </li>
    </ul>
  )
}

function Row({ row, isOpen, toggle }: { row: BoardRow; isOpen: boolean; toggle: () => void }) {
  const { target, same, others, baseline, shares } = row
  // What is said of the whole comes before what is said of a part of the city.
  const isPart = ({ metric }: TargetRow) => placeNamed(metric.zh, districts.value) !== null
  const words = [
    ...(same ? [same] : []),
    ...others.filter((one) => !isPart(one)),
    ...others.filter(isPart),
  ]
  const latest = words.find(({ value }) => value !== null) ?? words[0] ?? baseline
  const shown = words.slice(0, 2)
  return (
    <tr>
      <td class="id">{target.targetId}</td>
      <th scope="row">
        <button
          type="button"
          class="quiet progress-open"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `target-${target.targetId}` : undefined}
          onClick={toggle}
        >
          {say(target.metric)}
        </button>
        <small>
          {shares.length > 0
            ? shares
                .map(({ side, row: { value } }) => `${t(`progress.side.${side}`)} ${value ?? '—'}`)
                .join(' · ')
            : target.value === null
              ? t('progress.noNumber')
              : t('progress.target', { value: amount(target) })}
        </small>
      </th>
      <td>
        <Scale row={row} />
      </td>
      <td>
        <Verdict row={row} />
      </td>
      <td class="found">
        {words.length === 0 && <span class="unknown">{t('progress.noneFound')}</span>}
        {shown.map((one) => (
          <p key={one.rowId}>
            {say(one.metric)} <b>{one.value === null ? t('progress.unknown') : amount(one)}</b>
            {one.asOf && <span class="when"> · {dateText(one.asOf)}</span>}
            {one.note && <small lang="zh-CN">{one.note}</small>}
          </p>
        ))}
        {target.targetId === TRANSFORMED && <Recorded />}
        {words.length > shown.length && (
          <button type="button" class="quiet" onClick={toggle} aria-expanded={isOpen}>
            {t('progress.more', { count: words.length - shown.length })}
          </button>
        )}
      </td>
      <td class="source" title={latest?.source ?? target.source}>
        {latest && words.length > 0 ? (
          <>
            <span class="when">{latest.asOf ? dateText(latest.asOf) : '—'}</span>
            <ConfidenceDots level={latest.confidence} />
            <small>
              {/* The name of a host is broken at its dots. */}
              {shortSource(latest.source)
                .split(/(?<=\.)/)
                .map((part, index) => (
                  <Fragment key={index}>
                    <wbr />
                    <Words of={part} />
                  </Fragment>
                ))}
            </small>
          </>
        ) : (
          t('progress.noSource')
        )}
      </td>
    </tr>
  )
}

/** What people recorded in this atlas: a count of its own, no public figure. */
function Recorded() {
  const stages = [...useRecorded().values()].map(({ stage }) => stage)
  return (
    <p>
      {t('progress.recorded', {
        producing: stages.filter((stage) => stage === 'producing').length,
        count: stages.length,
      })}{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => changeView({ workspace: 'layout', layoutView: 'firms' })}
      >
        {t('firms.title')}
      </button>
    </p>
  )
}

function Scale({ row }: { row: BoardRow }) {
  const { target, same, others, baseline, comparable } = row
  if (target.targetId === PARTS_PARKS && target.valueLow === null) return <Parks />
  const goal = target.valueHigh ?? target.valueLow
  // A baseline above the target counts what the target is drawn from, not where it starts.
  // The axis is in the unit the words are in.
  const per = perUnit(target.unit)
  const listed = target.targetId === VEHICLE_PARK ? candidateCount() : 0
  const forecast = forecastOf(target, comparable)
  const marks = others.flatMap((other) =>
    other.value === null ? [] : [{ value: bound(other) / per, text: markName(other) }],
  )
  return (
    <TargetScale
      target={
        goal === null
          ? null
          : { value: goal / per, text: t('progress.target', { value: amountNumber(target) }) }
      }
      baseline={
        baseline?.unit === target.unit &&
        baseline.valueLow !== null &&
        baseline.valueLow < (goal ?? 0)
          ? baseline.valueLow / per
          : null
      }
      same={same && { value: bound(same) / per, text: amountNumber(same) }}
      others={
        listed > 0
          ? [...marks, { value: listed, text: t('progress.candidates', { count: listed }) }]
          : marks
      }
      forecast={
        forecast.kind === 'line' ? { low: forecast.low / per, high: forecast.high / per } : null
      }
      label={t('progress.scaleLabel', {
        target: target.value === null ? t('progress.noNumber') : amount(target),
        found: same ? amount(same) : t('progress.noneFound'),
      })}
    />
  )
}

/** The published value, with the place it is of where it is not of the whole. */
function markName(row: TargetRow): string {
  const place = placeNamed(row.metric.zh, districts.value)
  return [place && placeName(place), amountNumber(row)].filter(Boolean).join(' ')
}

function candidateCount(): number {
  return parks.value.filter(({ properties }) => properties.role === 'vehicle').length
}

/** The plan gives no N: what the atlas lists, by stage. */
function Parks() {
  const parts = parks.value.filter(
    ({ properties: { role, stage } }) => role === 'parts' && stage !== 'partner',
  )
  const of = (stage: string) => parts.filter(({ properties }) => properties.stage === stage).length
  const counts = { recognised: of('recognised'), creating: of('creating') }
  const values = { ...counts, others: parts.length - counts.recognised - counts.creating }
  return (
    <>
      <ParkDots {...values} label={t('progress.parksLabel', values)} />
      <small class="progress-dots-words">{t('progress.parksLabel', values)}</small>
    </>
  )
}

function Verdict({ row }: { row: BoardRow }) {
  const { target, others, verdict } = row
  if (verdict === 'comparable') return <span class="tag">{t('progress.legend.same')}</span>
  if (verdict === 'unknown') {
    return (
      <span class="tag">
        <i class="hatch-swatch" aria-hidden="true" />
        {t('progress.unknown')}
      </span>
    )
  }
  const valued = others.filter(({ value }) => value !== null)
  const units = valued.filter((other) => differenceOf(other, target) === 'unit')
  return (
    <>
      <span class="tag dashed">{t('progress.different')}</span>
      <small class="progress-why">
        {units.length === valued.length ? t('progress.whyUnit') : t('progress.whyWording')}
      </small>
    </>
  )
}
