// What is known of the selected thing, and from where?
import type { Company, Link, Park } from '#geodata/contract/collections.ts'
import { SYSTEM_CHARACTER, type System } from '#geodata/model/system.ts'
import { companies, hubs, links, loading, parks, platforms, taxonomy } from '#web/api/data.ts'
import { minutesBasis, timeFromTheOne, timesFromCandidates } from '#web/api/minutes.ts'
import { MinutesStrip } from '#web/charts/minutes-strip.tsx'
import { cablesOf } from '#web/map/cables.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { districtName } from '#web/panels/district-name.ts'
import { AreaButton, CorrectButton } from '#web/panels/edit-buttons.tsx'
import { levelName } from '#web/panels/level-name.ts'
import { networkName } from '#web/panels/network-words.ts'
import { SupplyPartners } from '#web/panels/supply-partners.tsx'
import { LinkPattern } from '#web/panels/symbols.tsx'
import { theOne } from '#web/state/designation.ts'
import { hovering } from '#web/state/hover.ts'
import { minutesText } from '#web/state/minutes-text.ts'
import { changeView, view } from '#web/state/store.ts'

export function Inspector() {
  const { selection } = view.value
  if (!selection) return null
  return (
    <aside class="inspector" aria-live="polite">
      <button
        type="button"
        class="close"
        aria-label={t('common.close')}
        onClick={() => changeView({ selection: null })}
      >
        ×
      </button>
      {selection.collection === 'parks' && <ParkFacts id={selection.id} />}
      {selection.collection === 'companies' && <CompanyFacts id={selection.id} />}
      {selection.collection === 'hubs' && <HubFacts id={selection.id} />}
      {selection.collection === 'platforms' && <PlatformFacts id={selection.id} />}
      {selection.collection === 'links' && (
        <LinkList links={links.value.filter((link) => link.id === selection.id)} />
      )}
      {selection.collection === 'cables' && <CableFacts pair={selection.id} />}
      {loading.value.kind === 'ready' && !isThere(selection) && (
        <p class="none">{t('layout.gone', { id: selection.id })}</p>
      )}
    </aside>
  )
}

/** A link may name what has been deleted since, or what the filters of its kind keep out. */
function isThere({ collection, id }: { collection: string; id: string }): boolean {
  if (collection === 'cables') return cablesOf().some(({ pair }) => pair === id)
  const lists = { parks, companies, hubs, platforms, links }
  const list = Object.entries(lists).find(([name]) => name === collection)?.[1].value
  return list?.some(({ properties }) => properties.id === id) ?? false
}

function ParkFacts({ id }: { id: string }) {
  const park = parks.value.find((one) => one.properties.id === id)
  if (!park) return null
  const facts = park.properties
  const [lng = 0, lat = 0] = park.geometry.coordinates
  const compared = view.value.compared
  const nearest = timeFromTheOne.value.get(id)
  return (
    <>
      <p class="crumb">
        {districtName(facts)} · {facts.id}
      </p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.role.${facts.role}`)}</span>
        {view.value.designatedParkId === id && <b class="scenario-tag">{t('one.scenario')}</b>}
        <span>{levelName(facts.level)}</span>
        <span>
          {t('layout.stage')} {t(`layout.stage.${facts.stage}`)}
        </span>
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
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
              theOne.value.kind === 'designated' ? t('one.minutesSet') : t('layout.minutesNearest')
            }
          />
        )}
      </div>
      <CandidateMinutes id={id} />
      <Assignment park={facts} />
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
        {facts.note && <Fact term={t('layout.note')} value={facts.note} />}
      </dl>
      <SupplyPartners />
      <Provenance {...facts} />
      <p class="acts">
        <button
          type="button"
          class="primary"
          onClick={() => changeView({ pin: [lng, lat], workspace: 'site' })}
        >
          {t('layout.rings')}
        </button>
        <button
          type="button"
          disabled={compared.includes(id) || compared.length >= 4}
          onClick={() => changeView({ compared: [...compared, id] })}
        >
          {t('layout.compare')}
        </button>
        <AreaButton parkId={id} />
        <CorrectButton collection="parks" id={id} />
      </p>
    </>
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

/** The network the minutes of the layout were measured on. */
function minutesNetwork(): string {
  const basis = minutesBasis.value
  return basis ? networkName(basis.network) : t('common.unknown')
}

/** Each segment assigned to the park with its known firms; then the firms of other segments. */
function Assignment({ park }: { park: Park['properties'] }) {
  const firms = companies.value
    .map(({ properties }) => properties)
    .filter((firm) => firm.parkId === park.id)
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
    </section>
  )
}

function SystemChip({ system }: { system: System | null }) {
  return system ? (
    <b class={`chip seg-${system}`}>{SYSTEM_CHARACTER[system]}</b>
  ) : (
    <b class="chip" aria-hidden="true" />
  )
}

function Firms({ firms }: { firms: Company['properties'][] }) {
  if (firms.length === 0) return <span class="unknown">{t('layout.assignedNone')}</span>
  return (
    <span class="firms">
      {firms.map((firm) => (
        <button
          key={firm.id}
          type="button"
          class="quiet"
          onClick={() => changeView({ selection: { collection: 'companies', id: firm.id } })}
          {...hovering({ collection: 'companies', id: firm.id })}
        >
          {nameOf(firm)}
        </button>
      ))}
    </span>
  )
}

function CompanyFacts({ id }: { id: string }) {
  const facts = companies.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  const park = parks.value.find((one) => one.properties.id === facts.parkId)?.properties
  return (
    <>
      <p class="crumb">
        {facts.city} {districtName(facts)} · {facts.id}
      </p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.company.${facts.kind}`)}</span>
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
      </p>
      <Systems systems={facts.systems} />
      <dl>
        <Fact term={t('layout.products')} value={facts.products || null} />
        <Fact term={t('layout.certifications')} value={facts.certifications} />
        <dt>{t('layout.park')}</dt>
        <dd>
          {park ? (
            <button
              type="button"
              class="quiet"
              onClick={() => changeView({ selection: { collection: 'parks', id: park.id } })}
              {...hovering({ collection: 'parks', id: park.id })}
            >
              {nameOf(park)}
            </button>
          ) : (
            <span class="unknown">{t('common.unknown')}</span>
          )}
        </dd>
        {facts.note && <Fact term={t('layout.note')} value={facts.note} />}
      </dl>
      <SupplyPartners />
      <Provenance {...facts} />
      <p class="acts">
        <CorrectButton collection="companies" id={id} />
      </p>
    </>
  )
}

function HubFacts({ id }: { id: string }) {
  const facts = hubs.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  return (
    <>
      <p class="crumb">{facts.id}</p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.hub.${facts.kind}`)}</span>
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
      </p>
      <dl>
        <Fact term={t('layout.description')} value={facts.description} />
      </dl>
      <Provenance {...facts} />
      <p class="acts">
        <CorrectButton collection="hubs" id={id} />
      </p>
    </>
  )
}

function PlatformFacts({ id }: { id: string }) {
  const facts = platforms.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  return (
    <>
      <p class="crumb">
        {facts.districtZh ? districtName({ ...facts, districtZh: facts.districtZh }) : ''}{' '}
        {facts.id}
      </p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
      </p>
      <dl>
        <Fact term={t('layout.field')} value={facts.field} />
        <Fact term={t('layout.host')} value={facts.host} />
        <Fact term={t('layout.status')} value={facts.status} />
        {facts.note && <Fact term={t('layout.note')} value={facts.note} />}
      </dl>
      <Provenance {...facts} />
      <p class="acts">
        <CorrectButton collection="platforms" id={id} />
      </p>
    </>
  )
}

function CableFacts({ pair }: { pair: string }) {
  const cable = cablesOf().find((one) => one.pair === pair)
  if (!cable) return null
  const { city, minutes, members } = cable
  return (
    <>
      <h2 class="name">{t('layout.cable', { city, count: members.length })}</h2>
      {minutes !== null && (
        <p class="lead">{t('layout.cableMinutes', { city, minutes, network: minutesNetwork() })}</p>
      )}
      <LinkList links={members} />
    </>
  )
}

function LinkList({ links: list }: { links: Link[] }) {
  return (
    <>
      {list.map(({ properties }) => (
        <article
          key={properties.id}
          class="link"
          {...hovering({ collection: 'links', id: properties.id })}
        >
          <h3>
            <LinkPattern kind={properties.kind} /> {t(`layout.kind.${properties.kind}`)} ·{' '}
            {properties.year}
          </h3>
          <p>
            <strong>
              {properties.fromNameZh} → {properties.toNameZh}
            </strong>
          </p>
          <p>{properties.description}</p>
          <Provenance {...properties} />
          <p class="acts">
            <CorrectButton collection="links" id={properties.id} />
          </p>
        </article>
      ))}
    </>
  )
}

function Systems({ systems }: { systems: (keyof typeof SYSTEM_CHARACTER)[] }) {
  return (
    <p class="systems">
      {systems.map((system) => (
        <span key={system}>
          <b class={`chip seg-${system}`}>{SYSTEM_CHARACTER[system]}</b>{' '}
          {t(`common.system.${system}`)}
        </span>
      ))}
    </p>
  )
}

/** Unknown is hatched where the value would be. */
function Fact({ term, value }: { term: string; value: string | null }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value ?? <span class="unknown">{t('common.unknown')}</span>}</dd>
    </>
  )
}

const DOTS = { high: '●●●', medium: '●●○', low: '●○○' }

export function Provenance({
  source,
  confidence,
}: {
  source: string
  confidence: 'high' | 'medium' | 'low'
}) {
  return (
    <div class="provenance">
      <p>
        {t('common.source')} · {t('common.confidence')}{' '}
        <span aria-hidden="true">{DOTS[confidence]}</span> {t(`common.confidence.${confidence}`)}
      </p>
      <ul>
        {source.split(';').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}
