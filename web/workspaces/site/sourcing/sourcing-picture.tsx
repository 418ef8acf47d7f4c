// Which plants have the product from near by today, and which would have it from the new supplier?
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { SupplyMap } from '#web/charts/supply-map.tsx'
import { nameOf, t } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { MapKey } from '#web/workspaces/site/gaps/gaps-key.tsx'
import { frameOf, groundOf, lngLatOf, plantMarks } from '#web/workspaces/site/gaps/gaps-places.ts'

type SourcingPictureProps = {
  known: SourcingKnown
  productId: string
  park: SourcingKnown['parks'][number]
}

export function SourcingPicture({ known, productId, park }: SourcingPictureProps) {
  const { withinMinutes } = view.value.sourcing
  const inTime = known.plants.flatMap(({ id }, plant) => {
    const seconds = park.secondsTo[plant]
    return seconds && seconds[1] <= withinMinutes * 60 ? [id] : []
  })
  const marks = plantMarks(known, productId, inTime, withinMinutes)
  const gained = marks.filter(({ state }) => state === 'gained')
  const at = lngLatOf(park.id)
  const frame = frameOf([park.id, ...known.plants.map(({ id }) => id)], 12, 520, 260)
  return (
    <div class="sourcing-picture">
      <SupplyMap
        frame={frame}
        ground={groundOf(frame)}
        sites={at ? [{ id: park.id, lngLat: at, text: '+' }] : []}
        plants={marks}
        lines={gained.flatMap(({ lngLat }) => (at ? [{ from: at, to: lngLat }] : []))}
        label={t('gaps.mapLabel', { title: nameOf(park), count: gained.length })}
      />
      <MapKey />
    </div>
  )
}
