// Which projects are talked about, signed, being built, producing; who sees to them, and do they find land?
import '#web/parts/controls/print.css'
import '#web/workspaces/progress/tasks/tasks.css'
import '#web/workspaces/progress/prospects/prospects.css'
import { useState } from 'preact/hooks'
import { type Ageing, ageingOf } from '#geodata/analysis/prospects/ageing.ts'
import { type Prospect, STAGE_DATE } from '#geodata/analysis/prospects/prospect.ts'
import { PROSPECT_STAGES, type ProspectStage } from '#geodata/contract/editable/prospects.ts'
import { inSight } from '#web/api/asked.ts'
import { templateAddress } from '#web/api/imports.ts'
import { at } from '#web/api/reach.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { chosenTable } from '#web/state/chosen-table.ts'
import { edits, parks } from '#web/state/region/lists.ts'
import { UNNAMED_SIDE } from '#web/state/view/pool-shown.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { PoolEffects } from '#web/workspaces/progress/prospects/pool-effects.tsx'
import { claimsIn, type Pool, readPool } from '#web/workspaces/progress/prospects/pool-read.ts'
import type { Moving } from '#web/workspaces/progress/prospects/prospect-card.tsx'
import { StageColumn } from '#web/workspaces/progress/prospects/stage-column.tsx'

export function ProspectsBoard() {
  const { answer, again } = useAnswer(readPool, String(edits.value))
  const pool = inSight(answer)
  useAnnounced(pool && leadOf(pool).join(' '))
  if (answer.kind === 'failed') {
    return (
      <div class="site-failed" role="alert">
        <h2>{t('pool.failed')}</h2>
        <p>{problemText(answer.problem)}</p>
        <button type="button" onClick={again}>
          {t('progress.again')}
        </button>
      </div>
    )
  }
  if (!pool) return <p role="status">{t('pool.loading')}</p>
  return (
    <section class="tasks pool" aria-label={t('pool.title')}>
      <div class="tasks-head">
        <p class="lead">{leadOf(pool).join(' ')}</p>
        {pool.prospects.length > 0 && <Ways />}
      </div>
      {pool.prospects.length === 0 ? <Empty /> : <Stages pool={pool} />}
    </section>
  )
}

/** The board in sentences, the conclusion first. */
function leadOf(pool: Pool): string[] {
  const { prospects } = pool
  if (prospects.length === 0) return [t('pool.empty')]
  const count = (stage: ProspectStage) =>
    prospects.filter(({ properties }) => properties.stage === stage).length
  const [talks, signed, building, producing] = PROSPECT_STAGES.map(count)
  const claimed = claimsIn(pool, parks.value).size
  const undated = prospects.filter(({ properties }) => sinceOf(properties) === null).length
  return [
    t('pool.lead', {
      total: prospects.length,
      talks: talks ?? 0,
      signed: signed ?? 0,
      building: building ?? 0,
      producing: producing ?? 0,
    }),
    ...(claimed > 0 ? [t('pool.leadClaims', { count: claimed })] : []),
    ...(undated > 0 ? [t('pool.leadUndated', { count: undated })] : []),
  ]
}

const sinceOf = (row: Prospect['properties']) => row[STAGE_DATE[row.stage]]

function Empty() {
  return (
    <div class="pool-empty">
      <p>{t('pool.emptyHint')}</p>
      <Ways />
    </div>
  )
}

function Ways() {
  return (
    <p class="pool-ways no-print">
      <button
        type="button"
        class="primary"
        onClick={() =>
          void openEditor({ collection: 'prospects', preset: { stage: PROSPECT_STAGES[0] } })
        }
      >
        <span aria-hidden="true">＋ </span>
        {t('pool.add')}
      </button>
      <button
        type="button"
        onClick={() => {
          chosenTable.value = 'prospects'
          changeView({ workspace: 'layout', layoutView: 'import' })
        }}
      >
        {t('pool.import')}
      </button>
      <a href={at(templateAddress('prospects', language.value))} download>
        {t('pool.template')}
      </a>
    </p>
  )
}

function Stages({ pool }: { pool: Pool }) {
  const [moving, setMoving] = useState<Moving | null>(null)
  const today = dayOf(new Date())
  const { side } = view.value.pool
  const claims = claimsIn(pool, parks.value)
  const cards = pool.prospects.map((prospect) => ({
    prospect,
    claims: claims.get(prospect.id) ?? [],
    ageing: ageingOf(sinceOf(prospect.properties), today),
  }))
  const shown = cards
    .filter(({ prospect }) => side === null || sideOf(prospect) === side)
    .toSorted(
      (a, b) =>
        daysOf(b.ageing) - daysOf(a.ageing) ||
        nameOf(a.prospect.properties).localeCompare(nameOf(b.prospect.properties), language.value),
    )
  const mostDays = Math.max(0, ...cards.map(({ ageing }) => daysOf(ageing)))
  return (
    <>
      <SideChoice prospects={pool.prospects} />
      {shown.length === 0 && (
        <p class="site-note">
          {t('pool.noneOfSide')}{' '}
          <button type="button" class="quiet" onClick={() => showSide(null)}>
            {t('pool.showAll')}
          </button>
        </p>
      )}
      <div class="pool-stages">
        {PROSPECT_STAGES.map((stage) => (
          <StageColumn
            key={stage}
            stage={stage}
            cards={shown.filter(({ prospect }) => prospect.properties.stage === stage)}
            pool={pool}
            mostDays={mostDays}
            today={today}
            moving={moving}
            setMoving={setMoving}
          />
        ))}
      </div>
      <PoolEffects prospects={pool.prospects} />
    </>
  )
}

/** The longest first; where nobody knows, last. */
const daysOf = (ageing: Ageing) => (ageing.kind === 'days' ? ageing.most : -1)

/** The day it is where the reader is. */
function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

const sideOf = ({ properties }: Prospect) => properties.responsibleSide || UNNAMED_SIDE

function showSide(side: string | null): void {
  changeView({ pool: { ...view.peek().pool, side } })
}

function SideChoice({ prospects }: { prospects: readonly Prospect[] }) {
  const { side } = view.value.pool
  const counts = new Map([...Map.groupBy(prospects, sideOf)].map(([one, own]) => [one, own.length]))
  const sides = [...new Set([...counts.keys(), ...(side === null ? [] : [side])])].toSorted(
    (a, b) => a.localeCompare(b, language.value),
  )
  return (
    <label class="tasks-district pool-side no-print">
      <span>{t('pool.side')}</span>
      <select value={side ?? ''} onChange={(event) => showSide(event.currentTarget.value || null)}>
        <option value="">{t('pool.side.all', { count: prospects.length })}</option>
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(one === UNNAMED_SIDE ? 'pool.side.unnamed' : 'pool.side.one', {
              side: one,
              count: counts.get(one) ?? 0,
            })}
          </option>
        ))}
      </select>
    </label>
  )
}
