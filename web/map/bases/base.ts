// What does a kind of basemap do for the map: how it comes, and how it goes?
import type { Map as MapLibre } from 'maplibre-gl'
import type { BasemapEntry, BasemapKindName } from '#geodata/contract/basemaps.ts'
import type { Paint } from '#web/map/symbols.ts'
import type { BasemapFailure } from '#web/state/region/basemaps.ts'

export type BaseAsked<Kind extends BasemapKindName> = {
  map: MapLibre
  paint: Paint
  entry: Extract<BasemapEntry, { kind: Kind }>
  /** Another one was chosen meanwhile: nothing more may be put on the map. */
  isGone: () => boolean
}

export type DrawnBase = {
  layerIds: string[]
  sourceIds: string[]
  /** Layers of ours that show the same and are hidden. */
  replaces: string[]
  /** Beyond its layers and sources. */
  stop?: () => void
}

/** Puts a basemap under the data; throws BaseFailed where that cannot be. */
export type Base<Kind extends BasemapKindName> = (asked: BaseAsked<Kind>) => Promise<DrawnBase>

/** Lies under the outline of the region, over the land. */
const GROUND_UNDER = 'outline-band'
export const HILLSHADE = 'hillshade'

/** Where the ground goes: under the shading of the terrain where there is one. */
export function groundUnder(map: MapLibre): string {
  return map.getLayer(HILLSHADE) ? HILLSHADE : GROUND_UNDER
}

export class BaseFailed extends Error {
  readonly failure: BasemapFailure
  constructor(failure: BasemapFailure) {
    super(failure.kind)
    this.failure = failure
  }
}
