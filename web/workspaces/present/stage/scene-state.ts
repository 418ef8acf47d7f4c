// All that a scene shows, as one short name: equal before and after where nothing of it differs.

import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { FigureAnswer } from '#geodata/contract/stories.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { currentMap } from '#web/map/current.ts'
import { rings } from '#web/state/answers/rings.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

/** Where a map looks, rounded to what an eye could tell. */
export type Look = { lng: number; lat: number; zoom: number; bearing: number; pitch: number }

export function hashOfScene(
  seen: View,
  shownRings: IsochroneResult | null,
  figures: readonly FigureAnswer[],
  look: Look | null,
): string {
  return hashOf({ seen, rings: shownRings, figures, look })
}

/** The scene as it stands on the page now. */
export function sceneHash(figures: readonly FigureAnswer[]): string {
  const map = currentMap()
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4
  const look = map && {
    lng: rounded(map.getCenter().lng),
    lat: rounded(map.getCenter().lat),
    zoom: rounded(map.getZoom()),
    bearing: rounded(map.getBearing()),
    pitch: rounded(map.getPitch()),
  }
  return hashOfScene(view.peek(), rings.peek(), figures, look)
}
