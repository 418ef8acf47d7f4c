// The ground of a printed map, and what stands on it without covering one another.
import type { ComponentChildren } from 'preact'
import { spread } from '#geodata/geometry/spread.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { positionsOf, project } from '#web/charts/frame.ts'
import { PrintMap, type PrintMark, printFrame } from '#web/charts/print-map.tsx'
import { t } from '#web/messages/index.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { basemap, districts } from '#web/state/region/lists.ts'

export type Marked = {
  id: string
  lngLat: LngLat
  /** Space that its symbol takes, in drawing units. */
  radius: number
  symbol: ComponentChildren
}

type PrintRegionProps = {
  marked: readonly Marked[]
  /** Also in the frame, without a mark of its own there. */
  lines?: readonly (readonly unknown[])[]
  dots?: readonly LngLat[]
  rings?: readonly { cutoffMinutes: number; coordinates: readonly unknown[] }[]
}

export function PrintRegion({ marked, lines = [], dots = [], rings = [] }: PrintRegionProps) {
  const near = districts.value.filter(({ properties }) => properties.level !== 'province')
  const home = near.filter(({ properties }) => properties.provinceAdcode === homeProvince.value)
  const places = marked.map(({ lngLat }) => lngLat)
  const frame = printFrame(
    places.length > 0 ? places : home.flatMap(({ geometry }) => positionsOf(geometry.coordinates)),
  )
  const own = marked.map(({ lngLat }) => project(frame, lngLat))
  const standing = spread(
    marked.map(({ radius }, index) => ({
      x: own[index]?.[0] ?? 0,
      y: own[index]?.[1] ?? 0,
      radius,
      mass: 1,
    })),
  )
  const marks = marked.map(({ id, symbol }, index): PrintMark => {
    const [place, at] = [own[index] ?? ([0, 0] as const), standing[index]]
    return { id, symbol, place, at: at ? [at.x, at.y] : place }
  })
  return (
    <PrintMap
      frame={frame}
      outlines={near.map(({ geometry }) => geometry.coordinates)}
      rivers={basemap.value
        .filter(({ properties }) => properties.kind === 'river')
        .map(({ geometry }) => geometry.coordinates)}
      lines={lines}
      rings={rings}
      dots={dots}
      marks={marks}
      label={t('print.mapLabel', { count: marked.length })}
    />
  )
}

/** What every printed map has in its legend. */
export const groundLegend = () => [
  {
    mark: (
      <svg viewBox="0 0 18 14" aria-hidden="true">
        <path class="pm-river" d="M0 7h18" />
      </svg>
    ),
    text: t('print.river'),
  },
  {
    mark: (
      <svg viewBox="0 0 18 14" aria-hidden="true">
        <path class="mm-outline" d="M0 7h18" />
      </svg>
    ),
    text: t('print.border'),
  },
]
