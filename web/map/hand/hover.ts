// Which thing is under the pointer?
import type { MapGeoJSONFeature } from 'maplibre-gl'
import { POINTED } from '#web/map/drawn/drawn.ts'
import { restOn, type Thing } from '#web/state/answers/hover.ts'

/** What a drawn feature stands for; null: nothing that has a name. */
function thingOf({ layer, properties }: MapGeoJSONFeature): Thing | null {
  const does = POINTED.find((one) => one.layer === layer.id)?.click?.does
  const id = does && 'selects' in does && properties[does.by]
  return id ? { collection: does.selects, id: String(id) } : null
}

/** Names the thing that the pointer is over. */
export function hoverOn(feature: MapGeoJSONFeature | undefined): void {
  restOn(feature ? thingOf(feature) : null)
}
