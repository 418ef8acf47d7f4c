// One part at one plant: the verdict first, then where the minutes go, by hour, and from how far it could.

import { latestFreeMinutes, type Span, type Triple } from '#geodata/analysis/jit/on-time.ts'
import { minutesOf } from '#geodata/analysis/jit/parts.ts'
import type { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import { say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { view } from '#web/state/view/store.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'
import {
  type Cell,
  cellAt,
  shownMinutesTo,
  shownOf,
  speedOf,
  trafficAt,
} from '#web/workspaces/site/windows/windows-cells.ts'
import { WindowComparisons } from '#web/workspaces/site/windows/windows-comparisons.tsx'
import { showOnMap } from '#web/workspaces/site/windows/windows-grid.tsx'
import { WindowTimeline } from '#web/workspaces/site/windows/windows-timeline.tsx'
import {
  cellWords,
  minutesRange,
  minutesWords,
  partName,
  plantName,
  shareRange,
  spanWords,
  unknownWords,
} from '#web/workspaces/site/windows/windows-words.ts'

type Props = { cell: Cell; result: JitWindowResult; hour: number }

export function WindowDetail({ cell, result, hour }: Props) {
  const { part, plant, verdict } = cell
  const { slack, share } = shownOf(cell)
  return (
    <div class="window-detail">
      <button type="button" class="window-close" onClick={() => changeWindows({ cell: null })}>
        {t('common.close')}
      </button>
      <h2>{partName(part)}</h2>
      <p class="window-to">{t('windows.to', { plant: plantName(plant) })}</p>
      <p class="window-verdict">
        <span class={`window-mark ${verdict}`} aria-hidden="true" />
        <b>{t(`windows.verdict.${verdict}`)}</b>
      </p>
      {slack && share ? (
        <p>
          {t(`windows.told.${shownRange.value}`, {
            slack: minutesWords(slack),
            share: shareRange(share),
            required: Math.round(view.value.windows.requiredShare * 1000) / 10,
          })}
        </p>
      ) : (
        <p>{unknownWords(cell)}</p>
      )}
      <Minutes cell={cell} hour={hour} />
      {plant.duration && (
        <button type="button" class="primary" onClick={() => showOnMap('route')}>
          {t('windows.showRoute')}
        </button>
      )}
      <Hours cell={cell} hour={hour} />
      <Latest cell={cell} hour={hour} speed={speedOf(result)} />
      <WindowComparisons comparisons={result.comparisons} />
    </div>
  )
}

function Minutes({ cell, hour }: { cell: Cell; hour: number }) {
  const { part, plant } = cell
  const { budget } = part
  const free = shownMinutesTo(plant)
  if (!budget || !free) return null
  const { loadingMinutes, dockMinutes } = plant.handling ?? budget
  const { hourFactor } = trafficAt(view.value, hour)
  const drive = free.map((minutes) => minutes * hourFactor) as Triple
  const lines = [
    { id: 'loading', words: spanWords(loadingMinutes) },
    { id: 'drive', words: minutesWords(drive) },
    { id: 'dock', words: spanWords(dockMinutes) },
    {
      id: 'arrival',
      words: spanWords({
        low: loadingMinutes.low + drive[0] + dockMinutes.low,
        high: loadingMinutes.high + drive[2] + dockMinutes.high,
      }),
    },
  ] as const
  return (
    <>
      <WindowTimeline
        budget={budget.minutes}
        loading={loadingMinutes}
        drive={drive}
        dock={dockMinutes}
        label={cellWords(cell)}
      />
      <dl class="window-lines">
        {lines.map(({ id, words }) => (
          <div key={id}>
            <dt>
              <i class={`stretch ${id}`} aria-hidden="true" />
              {t(`windows.line.${id}`)}
              {id === 'drive' && hourFactor !== 1 && <small> × {hourFactor}</small>}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>
            <i class="stretch limit" aria-hidden="true" />
            {t('windows.line.budget')}
          </dt>
          <dd>{spanWords(budget.minutes)}</dd>
        </div>
      </dl>
      {plant.delivery && (
        <p class="site-note">
          {t('windows.delivered', { way: t(`question.delivery.${plant.delivery}`) })}
        </p>
      )}
      <p class="site-note">
        {t(budget.isAssumption ? 'windows.assumed' : 'windows.documented', {
          id: budget.jitId,
          part: say(budget.partType),
          practice: budget.practice,
        })}{' '}
        {t('windows.because', { reason: say(budget.because) })} {inReadersWords(budget.source)}
        {budget.asOf ? ` · ${dateText(budget.asOf)}` : ''}{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => void openEditor({ collection: 'jit-practice', id: budget.jitId })}
        >
          {t('windows.edit')}
        </button>
      </p>
      {budget.advisedMinutes !== null && (
        <p class="site-note">
          {t('windows.advised', {
            minutes: budget.advisedMinutes,
            kilometers: budget.advisedKilometers ?? '—',
            here: minutesRange(free),
            hereKilometers:
              plant.lengthMeters === null ? '—' : Math.round(plant.lengthMeters / 1000),
          })}
        </p>
      )}
    </>
  )
}

function Hours({ cell: { part, plant }, hour }: { cell: Cell; hour: number }) {
  if (!part.budget || !plant.duration) return null
  const verdicts = [...Array(24).keys()].map((one) => ({
    hour: one,
    verdict: cellAt(part, plant, trafficAt(view.value, one)).verdict,
  }))
  const count = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length
  return (
    <section>
      <h3>{t('windows.byHour')}</h3>
      <div
        class="window-hours"
        role="img"
        aria-label={t('windows.hoursTold', {
          makes: count('makes'),
          likely: count('likely'),
          perhaps: count('perhaps'),
          unlikely: count('unlikely'),
          fails: count('fails'),
        })}
      >
        {verdicts.map((one) => (
          <i
            key={one.hour}
            class={`window-mark ${one.verdict}${one.hour === hour ? ' now' : ''}`}
            title={`${t('windows.hourValue', { hour: one.hour })} ${t(`windows.verdict.${one.verdict}`)}`}
          />
        ))}
      </div>
      <p class="window-hours-axis" aria-hidden="true">
        <span>0</span>
        <span>6</span>
        <span>12</span>
        <span>18</span>
        <span>24</span>
      </p>
    </section>
  )
}

type LatestProps = { cell: Cell; hour: number; speed: Span }

function Latest({ cell: { part, plant }, hour, speed }: LatestProps) {
  const minutes = minutesOf(part, plant)
  if (!minutes) return null
  const latest = latestFreeMinutes(minutes, trafficAt(view.value, hour), speed)
  const [surely, , perhaps] = latest
  return (
    <section>
      <h3>{t('windows.latest')}</h3>
      <p>
        {perhaps === 0
          ? t('windows.latestNone')
          : t('windows.latestTold', {
              plant: plantName(plant),
              surely: minutesWords([surely, surely, surely]),
              perhaps: minutesWords([perhaps, perhaps, perhaps]),
            })}
      </p>
      {perhaps > 0 && (
        <button type="button" onClick={() => showOnMap('ring')}>
          {t('windows.showRing')}
        </button>
      )}
    </section>
  )
}
