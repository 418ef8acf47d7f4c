import { nameOf, t } from '#web/messages/index.ts'
import { CorrectButton } from '#web/panels/editor/edit-buttons.tsx'
import {
  Fact,
  Note,
  PrecisionTag,
  Provenance,
  Systems,
} from '#web/panels/inspector/facts-parts.tsx'
import { FirmRecords } from '#web/panels/inspector/firm-records.tsx'
import { Certificates, Stated } from '#web/panels/inspector/stated.tsx'
import { SupplyPartners } from '#web/panels/inspector/supply-partners.tsx'
import { districtName } from '#web/parts/words/district-name.ts'
import { Words } from '#web/parts/words/words.tsx'
import { hovering } from '#web/state/answers/hover.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { hubs, parks, platforms } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

export function CompanyFacts({ id }: { id: string }) {
  const facts = firmOf(id)?.properties
  if (!facts) return null
  const park = parks.value.find((one) => one.properties.id === facts.parkId)?.properties
  return (
    <>
      <p class="crumb">
        <Words of={`${facts.city} ${districtName(facts)}`} /> · {facts.id}
      </p>
      <h2 class="name">
        <Words of={nameOf(facts)} />
      </h2>
      <p class="tags">
        <span>{t(`layout.company.${facts.kind}`)}</span>
        <PrecisionTag precision={facts.coordPrecision} />
      </p>
      <Systems systems={facts.systems} />
      <dl>
        <Fact term={t('layout.products')} value={facts.products || null} />
        <Fact term={t('layout.certifications')} value={facts.certifications} />
        <Fact term={t('layout.unifiedCode')} value={facts.unifiedCode} />
        <dt>{t('layout.park')}</dt>
        <dd>
          {park ? (
            <button
              type="button"
              class="quiet"
              onClick={() => changeView({ selection: { collection: 'parks', id: park.id } })}
              {...hovering({ collection: 'parks', id: park.id })}
            >
              <Words of={nameOf(park)} />
            </button>
          ) : (
            <span class="unknown">{t('common.unknown')}</span>
          )}
        </dd>
        <Note note={facts.note} source={facts.source} />
      </dl>
      <Stated about="companies" id={id} />
      <Certificates companyId={id} />
      <FirmRecords key={id} id={id} />
      <Provenance {...facts} />
      <SupplyPartners />
      <p class="acts">
        <CorrectButton collection="companies" id={id} />
      </p>
    </>
  )
}

export function HubFacts({ id }: { id: string }) {
  const facts = hubs.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  return (
    <>
      <p class="crumb">{facts.id}</p>
      <h2 class="name">
        <Words of={nameOf(facts)} />
      </h2>
      <p class="tags">
        <span>{t(`layout.hub.${facts.kind}`)}</span>
        <PrecisionTag precision={facts.coordPrecision} />
      </p>
      <dl>
        <Fact term={t('layout.description')} value={facts.description} />
      </dl>
      <Stated about="hubs" id={id} />
      <Provenance {...facts} />
      <p class="acts">
        <CorrectButton collection="hubs" id={id} />
      </p>
    </>
  )
}

export function PlatformFacts({ id }: { id: string }) {
  const facts = platforms.value.find((one) => one.properties.id === id)?.properties
  if (!facts) return null
  return (
    <>
      <p class="crumb">
        {facts.districtZh ? districtName({ ...facts, districtZh: facts.districtZh }) : ''}{' '}
        {facts.id}
      </p>
      <h2 class="name">
        <Words of={nameOf(facts)} />
      </h2>
      <p class="tags">
        <PrecisionTag precision={facts.coordPrecision} />
      </p>
      <dl>
        <Fact term={t('layout.field')} value={facts.field} />
        <Fact term={t('layout.host')} value={facts.host} />
        <Fact term={t('layout.status')} value={facts.status} />
        <Note note={facts.note} source={facts.source} />
      </dl>
      <Provenance {...facts} />
      <p class="acts">
        <CorrectButton collection="platforms" id={id} />
      </p>
    </>
  )
}
