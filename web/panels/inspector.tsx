// What is known of the selected thing, and from where?
import { SYSTEM_CHARACTER } from '#geodata/model/system.ts'
import { companies, hubs, links, parks } from '#web/api/data.ts'
import { nameOf, t } from '#web/messages/index.ts'
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
      {selection.collection === 'links' && <LinkList ids={[selection.id]} />}
      {selection.collection === 'cables' && (
        <LinkList
          ids={links.value
            .filter((link) => link.properties.cityPairs.includes(selection.id))
            .map((link) => link.id)}
        />
      )}
    </aside>
  )
}

function ParkFacts({ id }: { id: string }) {
  const park = parks.value.find((one) => one.properties.id === id)
  if (!park) return null
  const facts = park.properties
  const [lng = 0, lat = 0] = park.geometry.coordinates
  const firms = companies.value.filter((company) => company.properties.parkId === id)
  const compared = view.value.compared
  return (
    <>
      <p class="crumb">
        {facts.districtZh} · {facts.id}
      </p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.role.${facts.role}`)}</span>
        <span>{facts.level}</span>
        <span>
          {t('layout.stage')} {t(`layout.stage.${facts.stage}`)}
        </span>
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
      </p>
      <Systems systems={facts.systems} />
      <dl>
        <Fact
          term={t('layout.area')}
          value={
            facts.plannedAreaSquareKilometers === null
              ? null
              : `${facts.plannedAreaSquareKilometers} km²`
          }
        />
        <Fact term={t('layout.knownFirms')} value={String(facts.companyCount)} />
        <Fact term={t('layout.official')} value={facts.officialStatus} />
        <Fact term={t('layout.stage')} value={facts.stageSource ?? t('layout.stageOurs')} />
        <Fact term={t('layout.anchors')} value={facts.anchorCompanies.join('、') || null} />
        {facts.district2025Zh !== facts.districtZh && (
          <Fact
            term={t('layout.district')}
            value={t('layout.district2025', { name: facts.district2025Zh })}
          />
        )}
        <Fact term={t('layout.note')} value={facts.note} />
      </dl>
      <ul class="firms">
        {firms.map((firm) => (
          <li key={firm.id}>
            <button
              type="button"
              class="quiet"
              onClick={() => changeView({ selection: { collection: 'companies', id: firm.id } })}
            >
              {nameOf(firm.properties)}
            </button>
          </li>
        ))}
      </ul>
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
      </p>
    </>
  )
}

function CompanyFacts({ id }: { id: string }) {
  const facts = companies.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  return (
    <>
      <p class="crumb">
        {facts.city} {facts.districtZh} · {facts.id}
      </p>
      <h2 class="name">{nameOf(facts)}</h2>
      <p class="tags">
        <span>{t(`layout.company.${facts.kind}`)}</span>
        <span>{t(`layout.precision.${facts.coordPrecision}`)}</span>
      </p>
      <Systems systems={facts.systems} />
      <dl>
        <Fact term={t('layout.products')} value={facts.products || null} />
        <Fact term={t('layout.note')} value={facts.note} />
      </dl>
      <Provenance {...facts} />
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
    </>
  )
}

function LinkList({ ids }: { ids: string[] }) {
  return (
    <>
      <h2 class="name">{t('layout.dock', { count: ids.length })}</h2>
      {links.value
        .filter((link) => ids.includes(link.id))
        .map(({ properties }) => (
          <article key={properties.id} class="link">
            <h3>
              {t(`layout.kind.${properties.kind}`)} · {properties.year}
            </h3>
            <p>
              <strong>
                {properties.fromNameZh} → {properties.toNameZh}
              </strong>
            </p>
            <p>{properties.description}</p>
            <Provenance {...properties} />
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
