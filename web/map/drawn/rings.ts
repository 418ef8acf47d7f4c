// How far one gets in some minutes: the minutes at the rings, and the exits. Their ground is ring-fill.ts, their lines ring-lines.ts.
import { effect, signal } from '@preact/signals'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, halo, text } from '#web/map/expressions.ts'
import { HEAD_FONT } from '#web/map/fonts.ts'
import { collect, point } from '#web/map/geojson.ts'
import { draggedPin } from '#web/state/answers/dragged-pin.ts'
import { rings as answer } from '#web/state/answers/rings.ts'

/** Each change of a source is cut into tiles: under a hand that moves, so many times a second are enough. */
const CHANGE_MILLISECONDS = 120

/** The rings that are written on: those drawn, or while the pin is dragged those of a moment before. */
const written = signal<IsochroneResult | null>(null)

const byCutoff = (values: [unknown, unknown, unknown, unknown]) =>
  ['match', get('cutoffMinutes'), 30, values[0], 60, values[1], 90, values[2], values[3]] as never

export const rings: DrawnThing = {
  sources: {
    ringLabels: () => ringLabelFeatures(written.value),
    ringExits: () => exitFeatures(written.value),
  },
  layers: (paint) => ({
    answers: [
      {
        id: 'ring-exit',
        type: 'circle',
        source: 'ringExits',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1.5, 10, 4] as never,
          'circle-color': paint('map-land'),
          'circle-stroke-color': byCutoff([
            paint('time-30'),
            paint('time-60'),
            paint('time-90'),
            paint('time-90'),
          ]),
          'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 6, 1, 10, 1.8] as never,
        },
      },
      {
        id: 'ring-label',
        type: 'symbol',
        source: 'ringLabels',
        layout: {
          ...text(['concat', ['to-string', get('cutoffMinutes')], '′'], 14, HEAD_FONT),
          'text-allow-overlap': true,
        },
        paint: { 'text-color': paint('time-30'), ...halo(paint, 2.5) },
      },
    ],
  }),
  letters: () => ['′'],
  keep: keepWritten,
}

function keepWritten(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    waiting = undefined
    written.value = answer.peek()
  }
  const stop = effect(() => {
    const isDragged = answer.value !== null && draggedPin.value !== null
    if (isDragged) waiting ??= setTimeout(write, CHANGE_MILLISECONDS)
    else {
      clearTimeout(waiting)
      write()
    }
  })
  return () => {
    stop()
    clearTimeout(waiting)
    written.value = null
  }
}

/** One label per ring, on its line, where the line goes farthest north. */
export function ringLabelFeatures(result: IsochroneResult | null) {
  const places = (result?.features ?? []).flatMap(({ geometry, properties }) => {
    const outline = largestRing(geometry)
    const top = outline.reduce(
      (best, place) => ((place[1] ?? 0) > (best[1] ?? 0) ? place : best),
      [0, -90],
    )
    return outline.length > 0 ? [point(top, { cutoffMinutes: properties.cutoffMinutes })] : []
  })
  return collect(places)
}

/** The exits of the expressways, each in the ring of its minutes. */
export function exitFeatures(result: IsochroneResult | null) {
  const cutoffs = (result?.features ?? [])
    .map(({ properties }) => properties.cutoffMinutes)
    .reverse()
  return collect(
    (result?.exits ?? []).flatMap(({ lngLat, minutes }) => {
      const cutoffMinutes = cutoffs.find((cutoff) => minutes <= cutoff)
      return cutoffMinutes === undefined ? [] : [point([...lngLat], { cutoffMinutes })]
    }),
  )
}

/** The outer ring that spans the most ground: a winding hole may have more corners than any. */
function largestRing({ coordinates }: IsochroneResult['features'][number]['geometry']): number[][] {
  const shells = (coordinates as number[][][][]).map(([shell]) => shell ?? [])
  const spans = new Map(shells.map((shell) => [shell, spanOf(shell)]))
  return shells.sort((a, b) => (spans.get(b) ?? 0) - (spans.get(a) ?? 0))[0] ?? []
}

/** The area of the box around a ring, in square degrees. */
function spanOf(ring: number[][]): number {
  const [west, south, east, north] = boundsOf({ type: 'LineString', coordinates: ring })
  return (east - west) * (north - south)
}
