// The lines of the rings, drawn as they come: none of them is cut into tiles while a hand moves.
import { effect } from '@preact/signals'
import type { CustomRenderMethodInput } from 'maplibre-gl'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { rgbOf } from '#web/map/drawn/ring-fill.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import {
  type RingStrokes,
  ringSides,
  ringStrokes,
  type Stroke,
} from '#web/map/shapes/ring-strokes.ts'
import { rings } from '#web/state/answers/rings.ts'

const LAYER = 'ring-line'
/** Of the whole world at zoom 0. */
const WORLD_PIXELS = 512

export const ringLines: DrawnThing = {
  lateLayers: () => ({ areas: [{ id: LAYER }] }),
  keep: keepRingLines,
}

type Inks = { 30: number[]; 60: number[]; 90: number[] }

function strokeOf(cutoffMinutes: number, inks: Inks): Stroke {
  if (cutoffMinutes === 30) return { colour: inks[30], widthPixels: 1.8, dash: null }
  if (cutoffMinutes === 60) return { colour: inks[60], widthPixels: 1.4, dash: null }
  const dash = cutoffMinutes === 120 ? ([4.8, 3.6] as const) : null
  return { colour: inks[90], widthPixels: 1.2, dash }
}

function keepRingLines({ map, paint, above }: Canvas): () => void {
  let wanted: IsochroneResult | null = null
  let made: IsochroneResult | null = null
  let inks: Inks = { 30: [], 60: [], 90: [] }
  let strokes: RingStrokes | null = null
  map.addLayer(
    {
      id: LAYER,
      type: 'custom',
      render: (gl, { defaultProjectionData }: CustomRenderMethodInput) => {
        if (!wanted) return
        strokes ??= ringStrokes(gl)
        const { features } = wanted
        if (made !== wanted) {
          made = wanted
          strokes.fill(ringSides(features.map(({ geometry }) => geometry.coordinates as never)))
        }
        strokes.draw(
          defaultProjectionData.mainMatrix,
          features.map(({ properties }) => strokeOf(properties.cutoffMinutes, inks)),
          map.getPixelRatio(),
          WORLD_PIXELS * 2 ** map.getZoom(),
        )
      },
    },
    above(LAYER),
  )
  const stopRings = effect(() => {
    wanted = rings.value
    map.triggerRepaint()
  })
  const stopInks = effect(() => {
    inks = {
      30: rgbOf(paint('time-30')),
      60: rgbOf(paint('time-60')),
      90: rgbOf(paint('time-90')),
    }
    map.triggerRepaint()
  })
  return () => {
    stopRings()
    stopInks()
    if (map.getLayer(LAYER)) map.removeLayer(LAYER)
    strokes?.remove()
  }
}
