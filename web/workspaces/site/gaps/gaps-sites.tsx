// Where should k suppliers of the product in question stand, those that are there kept?
import { useMemo } from 'preact/hooks'
import { locationAllocation } from '#geodata/analysis/allocation/location-allocation.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import {
  LocationAllocationInputs,
  type LocationAllocationResult,
} from '#geodata/contract/processes/location-allocation.ts'
import { execute } from '#web/api/client.ts'
import { type PlantMark, SupplyMap } from '#web/charts/supply-map.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { SOURCING_NUMBERS } from '#web/state/view/sourcing.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { MapKey } from '#web/workspaces/site/gaps/gaps-key.tsx'
import { frameOf, groundOf, lngLatOf } from '#web/workspaces/site/gaps/gaps-places.ts'
import { GapsProof } from '#web/workspaces/site/gaps/gaps-proof.tsx'

export function GapSites({ known }: { known: SourcingKnown }) {
  const { productId } = view.value
  const product = taxonomy.value
    .flatMap(({ products }) => products)
    .find((one) => one.productId === productId)
  return (
    <section aria-label={t('gaps.sites')}>
      <h2>{t('gaps.sites')}</h2>
      {productId && product ? (
        <Sites known={known} productId={productId} name={say(product.name)} />
      ) : (
        <p class="site-note">{t('gaps.askProduct')}</p>
      )}
    </section>
  )
}

type SitesProps = { known: SourcingKnown; productId: string; name: string }

function Sites({ known, productId, name }: SitesProps) {
  const { sourcing } = view.value
  const settings = {
    productId,
    objective: sourcing.objective,
    count: sourcing.sites,
    withinMinutes: sourcing.withinMinutes,
    byCapacity: sourcing.byCapacity,
  }
  const question = JSON.stringify([settings, networkOf(view.value), edits.value])
  const atOnce = useMemo(
    () => locationAllocation(known, LocationAllocationInputs.parse(settings), null),
    [known, question],
  )
  const { answer } = useAnswer(
    (signal) =>
      execute(
        'location-allocation',
        { ...settings, ...networkOf(view.value), exact: true },
        signal,
      ),
    question,
  )
  const exact = answer.kind === 'answered' ? answer.result : null
  const shown = exact ?? atOnce
  const placeOf = (id: string) =>
    known.parks.find((park) => park.id === id) ??
    known.firms.find((firm) => firm.id === id) ??
    NOBODY
  const isCoverage = sourcing.objective === 'coverage'
  // For the least minutes plants that are nearer than before gain; for coverage, who comes within X.
  const isInTime = (served: Served) =>
    served !== null && (!isCoverage || served.minutes <= sourcing.withinMinutes)
  const figure = (value: number) => (isCoverage ? Math.round(value * 10) / 10 : Math.round(value))
  return (
    <>
      <SitesSettings />
      <p>
        {t(isCoverage ? 'gaps.covers' : 'gaps.brings', {
          product: name,
          sites: shown.parkIds.map((id) => nameOf(placeOf(id))).join(t('site.and')),
          before: figure(shown.before),
          after: figure(shown.after),
          all: figure(shown.weightOfAll),
          minutes: sourcing.withinMinutes,
        })}
      </p>
      <GapsProof
        proof={exact?.proof ?? null}
        isProving={answer.kind === 'computing'}
        greedyShort={exact ? Math.abs(exact.after - exact.greedy) : 0}
      />
      <SitesMap shown={shown} isInTime={isInTime} />
      <ServedTable plants={shown.plants} placeOf={placeOf} />
    </>
  )
}

function SitesSettings() {
  const { sourcing } = view.value
  const set = (change: Partial<typeof sourcing>) =>
    changeView({ sourcing: { ...sourcing, ...change } })
  return (
    <div class="gaps-settings">
      <NumberField
        label={t('gaps.siteCount')}
        unit={t('gaps.siteUnit')}
        max={SOURCING_NUMBERS.sites.max}
        value={sourcing.sites}
        onValue={(value) =>
          set({
            sites: Math.max(1, Math.min(SOURCING_NUMBERS.sites.max, Math.round(value ?? 1))),
          })
        }
      />
      <fieldset class="site-segmented">
        <legend>{t('gaps.objective')}</legend>
        {(['coverage', 'minutes'] as const).map((objective) => (
          <label key={objective}>
            <input
              type="radio"
              name="objective"
              checked={sourcing.objective === objective}
              onChange={() => set({ objective })}
            />
            <span>{t(`gaps.objective.${objective}`)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

type Named = { nameZh: string; nameEn: string }
type ServedTableProps = {
  plants: LocationAllocationResult['plants']
  placeOf: (id: string) => Named
}

/** Who serves each plant today, and who with the new sites. */
function ServedTable({ plants, placeOf }: ServedTableProps) {
  return (
    <table class="rate-table">
      <caption>{t('gaps.served')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('gaps.plant')}</th>
          <th scope="col">{t('gaps.today')}</th>
          <th scope="col">{t('gaps.withNew')}</th>
        </tr>
      </thead>
      <tbody>
        {plants.map((plant) => (
          <tr key={plant.id}>
            <th scope="row">{nameOf(plant)}</th>
            {[plant.before, plant.after].map((server, index) => (
              <td key={index}>
                {server ? (
                  <>
                    <b>{Math.round(server.minutes)}</b> {t('site.unitMinutes')}{' '}
                    <small>{nameOf(placeOf(server.id))}</small>
                  </>
                ) : (
                  <span class="unknown">{t('gaps.nobody')}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Answer = Omit<LocationAllocationResult, 'basis' | 'doubtfulEnds'>
type Served = LocationAllocationResult['plants'][number]['before']
type SitesMapProps = { shown: Answer; isInTime: (served: Served) => boolean }

function SitesMap({ shown: { parkIds, plants }, isInTime }: SitesMapProps) {
  const frame = frameOf([...parkIds, ...plants.map(({ id }) => id)], 12, 520, 260)
  const sites = parkIds.flatMap((id, index) => {
    const lngLat = lngLatOf(id)
    return lngLat ? [{ id, lngLat, text: String(index + 1) }] : []
  })
  const marks = plants.flatMap(({ id, before, after }): PlantMark[] => {
    const lngLat = lngLatOf(id)
    const isNew =
      isInTime(after) && after?.id !== before?.id && sites.some((s) => s.id === after?.id)
    const state = isNew ? 'gained' : isInTime(after) ? 'served' : 'open'
    return lngLat ? [{ id, lngLat, state }] : []
  })
  const lines = plants.flatMap(({ id, after }) => {
    const to = marks.find((mark) => mark.id === id && mark.state === 'gained')?.lngLat
    const from = sites.find((site) => site.id === after?.id)?.lngLat
    return from && to ? [{ from, to }] : []
  })
  return (
    <>
      <SupplyMap
        frame={frame}
        ground={groundOf(frame)}
        sites={sites}
        plants={marks}
        lines={lines}
        label={t('gaps.sitesMap', {
          sites: parkIds.length,
          count: marks.filter(({ state }) => state === 'gained').length,
        })}
      />
      <MapKey />
    </>
  )
}

const NOBODY = { nameZh: '', nameEn: '' }
