// A district on one printed page: where its parks are, what is known, what is missing, and from whom.
import { Words } from '#web/parts/words/words.tsx'
import '#web/parts/controls/print.css'
import '#web/workspaces/progress/brief/brief.css'
import type { TargetRow } from '#geodata/contract/documents.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { DistrictMap } from '#web/charts/district-map.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { planName } from '#web/parts/words/home-words.ts'
import {
  type DistrictFigures,
  districtFigures,
  figuresOf,
} from '#web/state/region/district-figures.ts'
import { askEndsOf, firmsWhere } from '#web/state/region/firms.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { allFirmsSummary } from '#web/state/region/kept.ts'
import {
  dataset,
  districts,
  links,
  parks,
  platforms,
  roads,
  taxonomy,
} from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'
import { BriefFacts } from '#web/workspaces/progress/brief/brief-facts.tsx'
import { BriefProvenance } from '#web/workspaces/progress/brief/brief-provenance.tsx'

/** What a place is known to, when its mark on the map is only rough. */
const ROUGH = ['town', 'district', 'unknown']

export function DistrictBrief({ id, items }: { id: string; items: readonly TargetRow[] }) {
  askEndsOf(links.value)
  const known = {
    districts: districts.value,
    parks: parks.value,
    companies: firmsWhere('adcode', id),
    firmsByDistrict: allFirmsSummary.value.byDistrict,
    platforms: platforms.value,
    links: links.value,
    targets: items,
  }
  const district = districts.value.find((one) => one.id === id)
  return (
    <>
      <nav class="brief-bar no-print" aria-label={t('brief.title')}>
        <button type="button" onClick={() => changeView({ briefDistrict: null })}>
          {t('brief.back')}
        </button>
        <label>
          <span class="visually-hidden">{t('brief.choose')}</span>
          <select
            value={id}
            onChange={(event) => changeView({ briefDistrict: event.currentTarget.value })}
          >
            {!district && <option value={id}>{id}</option>}
            {districtFigures(known, homeProvince.value).map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="primary" onClick={() => window.print()}>
          {t('brief.print')}
        </button>
      </nav>
      {district ? (
        <Sheet one={figuresOf(district, known)} outline={district.geometry.coordinates} />
      ) : (
        districts.value.length > 0 && <p role="alert">{t('brief.unknownDistrict', { id })}</p>
      )}
    </>
  )
}

function Sheet({ one, outline }: { one: DistrictFigures; outline: readonly unknown[] }) {
  const hasMerged = one.district2025Zh !== one.nameZh
  return (
    <article class="brief-sheet" aria-label={t('brief.of', { name: nameOf(one) })}>
      <p class="brief-top">
        <span>{t('brief.title')}</span>
        <span>
          <Words of={planName()} />
        </span>
      </p>
      <header>
        <h1>{nameOf(one)}</h1>
        <p>
          <Words of={say({ zh: one.nameEn, en: one.nameZh })} />
        </p>
      </header>
      <p class="brief-lead">
        {leadOf(one)}
        {hasMerged && <Words of={` ${t('brief.merged', { name: one.district2025Zh })}`} />}
      </p>
      <DistrictMap
        outline={outline}
        around={districts.value
          .filter((other) => other.id !== one.id)
          .map(({ geometry }) => geometry.coordinates)}
        roads={roads.value.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []))}
        firms={one.firms.flatMap(({ geometry }) =>
          geometry ? [geometry.coordinates as unknown as LngLat] : [],
        )}
        parks={one.parks.map(({ geometry, properties }, index) => ({
          number: index + 1,
          lngLat: geometry.coordinates as unknown as LngLat,
          isRough: ROUGH.includes(properties.coordPrecision),
        }))}
        label={t('brief.mapLabel', {
          name: nameOf(one),
          parks: one.counts.parks,
          firms: one.firms.filter(({ geometry }) => geometry).length,
        })}
      />
      <p class="brief-legend">{t('brief.legend')}</p>
      <BriefFacts one={one} />
      <BriefProvenance one={one} known={dataset.value} />
    </article>
  )
}

/** The page in one sentence, from the same figures. */
function leadOf({ counts, parks: own, firms }: DistrictFigures): string {
  if (counts.parks + counts.firms + counts.platforms === 0) return t('brief.nothing')
  const placeless = firms.filter(({ geometry }) => geometry === null).length
  return [
    t('brief.lead', { ...counts, all: taxonomy.value.length }),
    own.length > 0 &&
      t('brief.areas', {
        known: own.filter(({ properties }) => properties.developedAreaSquareKilometers !== null)
          .length,
        all: own.length,
      }),
    placeless > 0 && t('brief.placeless', { count: placeless }),
  ]
    .filter(Boolean)
    .join(' ')
}
