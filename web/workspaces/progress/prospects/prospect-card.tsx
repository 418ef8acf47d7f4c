// One project: what it is, whose it is, for how long it has been where it is, who else claims its land.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Ageing } from '#geodata/analysis/prospects/ageing.ts'
import type { LandClaims } from '#geodata/analysis/prospects/promised-land.ts'
import { type Prospect, STAGE_DATE } from '#geodata/analysis/prospects/prospect.ts'
import { madeBy } from '#geodata/analysis/prospects/prospect-question.ts'
import { stageAfter } from '#geodata/analysis/prospects/stage-step.ts'
import type { ProspectStage } from '#geodata/contract/editable/prospects.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { Words } from '#web/parts/words/words.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { MoveForm } from '#web/workspaces/progress/prospects/move-form.tsx'
import { movedLast } from '#web/workspaces/progress/prospects/move-prospect.ts'
import type { Pool } from '#web/workspaces/progress/prospects/pool-read.ts'
import {
  ageingText,
  claimsText,
  hectaresText,
  investmentText,
  madeTold,
  parkName,
} from '#web/workspaces/progress/prospects/pool-words.ts'
import { ProspectParks } from '#web/workspaces/progress/prospects/prospect-parks.tsx'

/** The project that is being moved, where to, and why that was refused at the last try. */
export type Moving = { id: string; to: ProspectStage; refused?: string | null }

export type CardProps = {
  prospect: Prospect
  pool: Pool
  claims: readonly LandClaims[]
  ageing: Ageing
  /** The longest that any project has been in its stage: the end of every bar. */
  mostDays: number
  today: string
  /** How it is about to be moved; null: it stays. */
  moving: Moving | null
  setMoving: (moving: Moving | null) => void
}

/** By this type of dragged data a column knows a project. */
export const DRAGGED = 'application/x-park-atlas-prospect'

export function ProspectCard(props: CardProps) {
  const { prospect, claims, pool, today, moving, setMoving } = props
  const { id, properties } = prospect
  const card = useRef<HTMLLIElement>(null)
  const mover = () => card.current?.querySelector<HTMLElement>('.pool-move')?.focus()
  useEffect(() => {
    if (movedLast.peek() !== id) return
    movedLast.value = null
    mover()
  }, [])
  const isOpen = view.value.pool.opened === id
  return (
    <li
      ref={card}
      class={`pool-card${isOpen ? ' open' : ''}`}
      data-prospect={id}
      draggable={moving === null && !isOpen}
      onDragStart={({ dataTransfer }) => {
        dataTransfer?.setData(DRAGGED, id)
        if (dataTransfer) dataTransfer.effectAllowed = 'move'
      }}
    >
      <Name prospect={prospect} />
      <Facts {...props} />
      {claims.map((one) => (
        <p key={one.place.kind} class="pool-claims">
          <span aria-hidden="true">⚠ </span>
          <Words of={claimsText(one, pool)} />
        </p>
      ))}
      {properties.note && (
        <p class="pool-note">
          <Words of={properties.note} />
        </p>
      )}
      <Acts prospect={prospect} isOpen={isOpen} setMoving={setMoving} />
      {moving && (
        <MoveForm
          key={moving.to}
          prospect={prospect}
          to={moving.to}
          today={today}
          refused={moving.refused ?? null}
          onRefused={(refused) => setMoving({ ...moving, refused })}
          onClose={() => {
            setMoving(null)
            mover()
          }}
        />
      )}
      {isOpen && <ProspectParks prospect={prospect} />}
    </li>
  )
}

function Name({ prospect: { properties } }: { prospect: Prospect }) {
  const made = madeBy(properties).map(madeTold)
  const systems = [...new Set(made.flatMap(({ system }) => system ?? []))]
  return (
    <>
      <h3>
        {systems.map((system) => (
          <b key={system} class={`chip seg-${system}`} title={t(`common.system.${system}`)}>
            {systemMark(system)}
          </b>
        ))}{' '}
        <Words of={nameOf(properties)} />
      </h3>
      <p class="pool-made-of">
        {made.length > 0 ? (
          made.map(({ name }) => name).join(t('common.listSeparator'))
        ) : (
          <span class="unknown">{t('pool.nothingMade')}</span>
        )}
      </p>
    </>
  )
}

function Facts({ prospect: { properties }, pool, ageing, mostDays }: CardProps) {
  const { investmentTenThousandYuan, areaHectares, responsibleSide, stage } = properties
  const since = properties[STAGE_DATE[stage]]
  const unknown = <span class="unknown">{t('common.unknown')}</span>
  return (
    <dl class="pool-facts">
      <Fact term={t('pool.fact.investment')}>
        {investmentTenThousandYuan === null ? unknown : investmentText(investmentTenThousandYuan)}
      </Fact>
      <Fact term={t('pool.fact.area')}>
        {areaHectares === null ? unknown : hectaresText(areaHectares)}
      </Fact>
      <Fact term={t('pool.fact.side')}>
        {responsibleSide ? <Words of={responsibleSide} /> : unknown}
      </Fact>
      <Fact term={t('pool.fact.land')} isWide>
        <Land properties={properties} pool={pool} />
      </Fact>
      <Fact term={t('pool.fact.since')} isWide>
        {since === null ? unknown : dateText(since)} <Aged ageing={ageing} mostDays={mostDays} />
      </Fact>
    </dl>
  )
}

type FactProps = { term: string; children: ComponentChildren; isWide?: boolean }

function Fact({ term, children, isWide = false }: FactProps) {
  return (
    <div class={isWide ? 'wide' : undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The park and the site that were agreed; each leads to its place on the map, where its other projects are told too. */
function Land({ properties, pool }: { properties: Prospect['properties']; pool: Pool }) {
  const { parkId, siteId } = properties
  const site = pool.sites.find(({ id }) => id === siteId)
  if (parkId === null && siteId === null) return <span class="unknown">{t('common.unknown')}</span>
  return (
    <>
      {parkId !== null && <OnMap collection="parks" id={parkId} name={parkName(parkId)} />}
      {siteId !== null && (
        <OnMap collection="sites" id={siteId} name={site ? nameOf(site.properties) : siteId} />
      )}
    </>
  )
}

type OnMapProps = { collection: 'parks' | 'sites'; id: string; name: string }

function OnMap({ collection, id, name }: OnMapProps) {
  return (
    <button
      type="button"
      class="quiet"
      title={t('pool.onMap', { name })}
      onClick={() =>
        changeView({ workspace: 'layout', layoutView: 'map', selection: { collection, id } })
      }
    >
      <Words of={name} />
    </button>
  )
}

/** The days in words, and as a bar on the axis of all cards: pale where the date leaves it open. */
function Aged({ ageing, mostDays }: { ageing: Ageing; mostDays: number }) {
  const words = ageingText(ageing)
  if (words === null) return null
  const percent = (days: number) => `${(days / Math.max(1, mostDays)) * 100}%`
  return (
    <>
      {ageing.kind === 'days' && (
        <i class="pool-bar" aria-hidden="true">
          <i class="pool-bar-most" style={{ width: percent(ageing.most) }} />
          <i class="pool-bar-least" style={{ width: percent(ageing.least) }} />
        </i>
      )}
      <b class="pool-days">{words}</b>
    </>
  )
}

type ActsProps = {
  prospect: Prospect
  isOpen: boolean
  setMoving: CardProps['setMoving']
}

function Acts({ prospect: { id, properties }, isOpen, setMoving }: ActsProps) {
  const name = nameOf(properties)
  const next = stageAfter(properties.stage)
  const of = { name, stage: next ? t(`records.stage.${next}`) : '' }
  return (
    <p class="pool-acts no-print">
      <button
        type="button"
        class="pool-move"
        aria-label={t(next ? 'pool.moveOf' : 'pool.moveOtherOf', of)}
        onClick={() => setMoving({ id, to: next ?? 'building' })}
      >
        {t(next ? 'pool.move' : 'pool.moveOther', of)}
      </button>
      <button
        type="button"
        class="quiet"
        aria-expanded={isOpen}
        aria-label={t('pool.parksOf', { name })}
        onClick={() => changeView({ pool: { ...view.peek().pool, opened: isOpen ? null : id } })}
      >
        {t('pool.parks')}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t('pool.editOf', { name })}
        onClick={() => void openEditor({ collection: 'prospects', id })}
      >
        {t('pool.edit')}
      </button>
    </p>
  )
}
