// All that a scene shows, as one short name: equal before and after where nothing of it differs.

import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { FigureAnswer } from '#geodata/contract/stories.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { type Look, lookNow } from '#web/map/still.ts'
import { rings } from '#web/state/answers/rings.ts'
import { type SceneShown, sceneShown } from '#web/state/answers/scene-shown.ts'
import { ownView, view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'
import type { Drawn } from '#web/workspaces/present/stage/scene-pictures.ts'

/** `look` is rounded to what an eye could tell. */
export function hashOfScene(
  seen: View,
  shown: (SceneShown & { rings: IsochroneResult | null }) | null,
  figures: readonly FigureAnswer[],
  look: Look | null,
): string {
  return hashOf({ seen, shown, figures, look })
}

/** The scene as it stands before the hall, whatever the map draws beneath it; `drawn` null: as the page is now. */
export function sceneHash(drawn: Drawn | null, figures: readonly FigureAnswer[]): string {
  const look = drawn ? drawn.look : lookNow()
  const seen = drawn ? { ...ownView.peek(), ...drawn.over } : view.peek()
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4
  return hashOfScene(
    seen,
    drawn ? { ...drawn.shown, rings: drawn.rings } : { ...sceneShown.peek(), rings: rings.peek() },
    figures,
    look && {
      lng: rounded(look.lng),
      lat: rounded(look.lat),
      zoom: rounded(look.zoom),
      bearing: rounded(look.bearing),
      pitch: rounded(look.pitch),
    },
  )
}
