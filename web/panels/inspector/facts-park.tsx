// What is known of a park: its figures, minutes, assignment and firms.

import { useState } from 'preact/hooks'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { System } from '#geodata/model/system.ts'
import { MinutesStrip } from '#web/charts/minutes-strip.tsx'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { AreaButton, CorrectButton } from '#web/panels/editor/edit-buttons.tsx'
import {
  Fact,
  headed,
  minutesNetwork,
  Note,
  PrecisionTag,
  Provenance,
} from '#web/panels/inspector/facts-parts.tsx'
import { ParkProjects } from '#web/panels/inspector/park-projects.tsx'
import { Stated } from '#web/panels/inspector/stated.tsx'
import { SupplyPartners } from '#web/panels/inspector/supply-partners.tsx'
import { announce } from '#web/parts/focus/announcer.tsx'
import { districtName } from '#web/parts/words/district-name.ts'
import { levelName } from '#web/parts/words/level-name.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { Words } from '#web/parts/words/words.tsx'
import { COMPARED_MAXIMUM, withCompared, withoutCompared } from '#web/state/answers/compare.ts'
import { hovering } from '#web/state/answers/hover.ts'
import { timeFromTheOne, timesFromCandidates } from '#web/state/answers/minutes.ts'
import { theOne } from '#web/state/region/designation.ts'
import { firmsWhere } from '#web/state/region/firms.ts'
import { parks, taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function ParkFacts({ id }: { id: string }) {
  const park = parks.value.find((one) => one.properties.id === id)
  if (!park) return null
  const facts = park.properties
  const nearest = timeFromTheOne.value.get(id)
  return (
    <>
      <p class="crumb">
        {districtName(facts)} · {facts.id}
      </p>
      <h2 class="name">
        <Words of={nameOf(facts)} />
      </h2>
      <p class="tags">
        <span>{t(`layout.role.${facts.role}`)}</span>
        {view.value.designatedParkId === id && (
          <b class="scenario-tag">{t('designation.scenario')}</b>
        )}
        <span>{levelName(facts.level)}</span>
        <span>{headed(t('layout.stage'), t(`layout.stage.${facts.stage}`))}</span>
        <PrecisionTag precision={facts.coordPrecision} />
      </p>
      <div class="figures">
        <Figure value={facts.plannedAreaSquareKilometers} unit="km²" label={t('layout.area')} />
        <Figure
          value={facts.companyCount}
          unit={t('layout.firmsUnit')}
          label={t('layout.knownFirms')}
        />
        {facts.role !== 'vehicle' && (
          <Figure
            value={nearest ? minutesText(nearest) : null}
            unit={t('layout.minutesUnit')}
            label={
              theOne.value.kind === 'designated'
                ? t('designation.minutesSet')
                : t('layout.minutesNearest')
            }
          />
        )}
      </div>
      <CandidateMinutes id={id} />
      <Assignment park={facts} />
      <Recorded park={facts} />
      <Stated about="parks" id={id} />
      <ParkProjects key={id} id={id} />
      <p class="area-act">
        <AreaButton parkId={id} />
        <button type="button" class="quiet" onClick={() => changeView({ layoutView: 'changes' })}>
          {t('editor.changes.open')}
        </button>
      </p>
      <Provenance {...facts} />
      <SupplyPartners />
      <ParkActs park={park} />
    </>
  )
}

function Recorded({ park: facts }: { park: Park['properties'] }) {
  return (
    <dl>
      <Fact term={t('layout.official')} value={facts.officialStatus} />
      <Fact term={t('layout.stage')} value={facts.stageSource ?? t('layout.stageOurs')} />
      <Fact
        term={t('layout.anchors')}
        value={facts.anchorCompanies.join(t('common.listSeparator')) || null}
      />
      {facts.district2025Zh !== facts.districtZh && (
        <Fact
          term={t('layout.district')}
          value={t('layout.district2025', { name: facts.district2025Zh })}
        />
      )}
      <Note note={facts.note} source={facts.source} />
    </dl>
  )
}

function ParkActs({ park: { properties, geometry } }: { park: Park }) {
  const { id } = properties
  const [lng = 0, lat = 0] = geometry.coordinates
  return (
    <p class="acts">
      <button
        type="button"
        class="primary"
        onClick={() => changeView({ pin: [lng, lat], workspace: 'site' })}
      >
        {t('layout.rings')}
      </button>
      <CompareButton id={id} />
      <CorrectButton collection="parks" id={id} />
    </p>
  )
}

/** Adds the park to the comparison; pressed again, takes it back. It says how many there are. */
function CompareButton({ id }: { id: string }) {
  const { compared } = view.value
  const isIn = compared.includes(id)
  const isFull = !isIn && withCompared(compared, id) === compared
  const press = () => {
    const next = isIn ? withoutCompared(compared, id) : withCompared(compared, id)
    if (next === compared) {
      announce(t('layout.compareFull', { count: COMPARED_MAXIMUM }))
      return
    }
    changeView({ compared: next })
    announce(t(isIn ? 'layout.comparedOut' : 'layout.comparedIn', { count: next.length }))
  }
  return (
    <button
      type="button"
      aria-disabled={isFull}
      title={isFull ? t('layout.compareFull', { count: COMPARED_MAXIMUM }) : undefined}
      onClick={press}
    >
      {t(isIn ? 'layout.compared' : 'layout.compare')}
    </button>
  )
}

function Figure({
  value,
  unit,
  label,
}: {
  value: number | string | null
  unit: string
  label: string
}) {
  return (
    <p>
      {value === null ? (
        <span class="unknown">{t('common.unknown')}</span>
      ) : (
        <>
          <b>{value}</b> <abbr>{unit}</abbr>
        </>
      )}
      <small>{label}</small>
    </p>
  )
}

function CandidateMinutes({ id }: { id: string }) {
  const times = timesFromCandidates.value.get(id)
  if (!times || times.size === 0) return null
  const marks = [...times].flatMap(([candidateId, time]) => {
    const candidate = parks.value.find((one) => one.properties.id === candidateId)?.properties
    if (!candidate || candidateId === id) return []
    const name = language.value === 'en' ? candidate.labelEn : candidate.labelZh
    return [{ id: candidateId, name, minutes: time.centralSeconds / 60, text: minutesText(time) }]
  })
  if (marks.length === 0) return null
  return (
    <section class="part">
      <h3>
        {t('layout.minutesTo')}{' '}
        <small>{t('layout.minutesNote', { network: minutesNetwork() })}</small>
      </h3>
      <MinutesStrip
        marks={marks}
        label={marks.map(({ name, text }) => `${name} ${text}`).join(t('common.listSeparator'))}
      />
    </section>
  )
}

/** Each segment assigned to the park with its known firms; then the firms of other segments. */
function Assignment({ park }: { park: Park['properties'] }) {
  const firms = firmsWhere('parkId', park.id).map(({ properties }) => properties)
  const others = firms.filter(
    (firm) => !firm.segmentIds.some((segment) => park.segmentIds.includes(segment)),
  )
  return (
    <section class="part">
      <h3>
        {t('layout.assignment')} <small>{t('layout.hintFirms', { count: firms.length })}</small>
      </h3>
      <ul class="assigned">
        {park.segmentIds.map((segmentId) => {
          const segment = taxonomy.value.find((one) => one.segmentId === segmentId)
          const its = firms.filter((firm) => firm.segmentIds.includes(segmentId))
          return (
            <li key={segmentId}>
              <SystemChip system={segment?.system ?? null} />
              <b>{segment ? say(segment.name) : segmentId}</b>
              <Firms firms={its} />
              <span class="count">{its.length === 1 ? t('layout.single') : its.length || ''}</span>
            </li>
          )
        })}
        {others.length > 0 && (
          <li>
            <SystemChip system={null} />
            <b>{t('layout.others')}</b>
            <Firms firms={others} />
            <span class="count">{others.length}</span>
          </li>
        )}
      </ul>
      <AssignmentCount firms={firms} />
    </section>
  )
}

/** Why the lines do not add up to the firms, nor to those of the matrix. */
function AssignmentCount({ firms }: { firms: Company['properties'][] }) {
  const several = firms.filter(({ segmentIds }) => segmentIds.length > 1).length
  const none = firms.filter(({ segmentIds }) => segmentIds.length === 0).length
  if (several + none === 0) return null
  return <p class="site-note">{t('layout.assignmentCount', { several, none })}</p>
}

function SystemChip({ system }: { system: System | null }) {
  return system ? (
    <b class={`chip seg-${system}`}>{systemMark(system)}</b>
  ) : (
    <span aria-hidden="true" />
  )
}

/** More firms of a segment come on demand. */
const FIRMS_AT_ONCE = 40

function Firms({ firms }: { firms: Company['properties'][] }) {
  const [shown, setShown] = useState(FIRMS_AT_ONCE)
  if (firms.length === 0) return <span class="unknown">{t('layout.assignedNone')}</span>
  return (
    <span class="firms">
      {firms.slice(0, shown).map((firm) => (
        <button
          key={firm.id}
          type="button"
          class="quiet"
          onClick={() => changeView({ selection: { collection: 'companies', id: firm.id } })}
          {...hovering({ collection: 'companies', id: firm.id })}
        >
          <Words of={nameOf(firm)} />
        </button>
      ))}
      {firms.length > shown && (
        <button type="button" onClick={() => setShown(shown + 5 * FIRMS_AT_ONCE)}>
          {t('layout.moreRows', { count: firms.length - shown })}
        </button>
      )}
    </span>
  )
}
