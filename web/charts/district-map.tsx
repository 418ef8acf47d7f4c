// A district in its surroundings, with its parks by number; what is placed only to a town is dashed.

import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import {
  type Frame,
  frameAround,
  kilometersAcross,
  lineOf,
  pathOf,
  positionsOf,
  project,
} from '#web/charts/frame.ts'

export type NumberedPlace = { number: number; lngLat: LngLat; isRough: boolean }
type DistrictMapProps = {
  outline: readonly unknown[]
  around: readonly (readonly unknown[])[]
  roads: readonly (readonly unknown[])[]
  firms: readonly LngLat[]
  parks: readonly NumberedPlace[]
  label: string
}

const WIDTH = 700
const HEIGHT = 250

export function DistrictMap({ outline, around, roads, firms, parks, label }: DistrictMapProps) {
  const corners = positionsOf(outline)
  const frame = frameAround([...corners, ...parks.map(({ lngLat }) => lngLat)], 4, WIDTH, HEIGHT)
  const bar = scaleBarKilometers(kilometersAcross(frame))
  const barUnits = (bar / kilometersAcross(frame)) * WIDTH
  return (
    <svg class="district-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect class="mm-land" width={WIDTH} height={HEIGHT} />
      {around.map((coordinates, index) => (
        <path key={index} class="mm-outline" d={pathOf(frame, coordinates)} />
      ))}
      <path class="dm-district" d={pathOf(frame, outline)} />
      {roads.map((coordinates, index) => (
        <path key={index} class="dm-road" d={lineOf(frame, coordinates)} />
      ))}
      {firms.map((lngLat, index) => {
        const [x, y] = project(frame, lngLat)
        return <circle key={index} class="dm-firm" cx={x} cy={y} r="2.5" />
      })}
      {spread(parks, frame).map(({ number, x, y, isRough }) => (
        <g key={number} class={isRough ? 'dm-park rough' : 'dm-park'}>
          <circle cx={x} cy={y} r="9" />
          <text x={x} y={y + 4} text-anchor="middle">
            {number}
          </text>
        </g>
      ))}
      <g class="mm-scale" transform={`translate(10 ${HEIGHT - 10})`}>
        <path d={`M0 -4 V0 H${barUnits} V-4`} />
        <text x={barUnits + 5} y="1">{`${bar} km`}</text>
      </g>
    </svg>
  )
}

/** Parks that share a town's point stand side by side, so that every number can be read. */
function spread(parks: readonly NumberedPlace[], frame: Frame) {
  const placed: { number: number; x: number; y: number; isRough: boolean }[] = []
  for (const { number, lngLat, isRough } of parks) {
    const [x, y] = project(frame, lngLat)
    const near = placed.filter((other) => Math.hypot(other.x - x, other.y - y) < 18).length
    placed.push({ number, x: x + near * 19, y, isRough })
  }
  return placed
}
