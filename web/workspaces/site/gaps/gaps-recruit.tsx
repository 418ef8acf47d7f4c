// One recruit: a product in a park, what it adds and what of that is sure, and where, as a small map.
import type { GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import type { Frame } from '#web/charts/frame.ts'
import { SupplyMap } from '#web/charts/supply-map.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { lngLatOf, plantMarks } from '#web/workspaces/site/gaps/gaps-places.ts'
import { countRange } from '#web/workspaces/site/sourcing/count-range.ts'

type RecruitRowProps = {
  known: SourcingKnown
  recruit: GapFillingResult['recruits'][number]
  rank: number
  /** Of the sourcing rate, as text. */
  points: string
  frame: Frame
  ground: string
}

export function RecruitRow({ known, recruit, rank, points, frame, ground }: RecruitRowProps) {
  const { productId, parkId, plantIds, isLandUnknown } = recruit
  const product = known.products.find((one) => one.productId === productId)
  const park = known.parks.find(({ id }) => id === parkId)
  if (!product || !park) return null
  const names = plantIds.flatMap((id) => known.plants.find((plant) => plant.id === id) ?? [])
  const marks = plantMarks(known, productId, plantIds, view.value.sourcing.withinMinutes)
  const at = lngLatOf(parkId)
  const title = `${say(product.name)} → ${nameOf(park)}`
  return (
    <li>
      <b class="site-rank">{rank}</b>
      <div>
        <strong>{say(product.name)}</strong> → {nameOf(park)}
        <small>
          {t('gaps.adds', {
            count: plantIds.length,
            points,
            range: countRange({
              low: recruit.addedWeightLow,
              high: recruit.addedWeightHigh,
              likely: recruit.addedWeightLikely,
            }),
          })}
        </small>
        {isLandUnknown && (
          <small>
            <i class="hatch-swatch" aria-hidden="true" /> {t('gaps.landUnknown')}
          </small>
        )}
        <details>
          <summary>{t('gaps.which', { count: names.length })}</summary>
          <small>{names.map(nameOf).join(' · ')}</small>
        </details>
        <button
          type="button"
          aria-label={t('gaps.lookAt', { title })}
          onClick={() =>
            changeView({
              productId,
              segmentId: null,
              siteView: 'map',
              selection: { collection: 'parks', id: parkId },
            })
          }
        >
          {t('gaps.look')}
        </button>
      </div>
      <SupplyMap
        frame={frame}
        ground={ground}
        sites={at ? [{ id: parkId, lngLat: at, text: String(rank) }] : []}
        plants={marks}
        lines={marks.flatMap(({ lngLat, state }) =>
          at && state === 'gained' ? [{ from: at, to: lngLat }] : [],
        )}
        label={t('gaps.mapLabel', { title, count: plantIds.length })}
      />
    </li>
  )
}
