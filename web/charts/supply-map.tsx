// A small drawing of sites and the plants they serve: who is gained, who is served already, who is not reached.

import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, kilometersAcross, project } from '#web/charts/frame.ts'

export type PlantMark = { id: string; lngLat: LngLat; state: 'gained' | 'served' | 'open' }

type SupplyMapProps = {
  frame: Frame
  /** Outlines of districts, as one path. */
  ground: string
  sites: readonly { id: string; lngLat: LngLat; text: string }[]
  plants: readonly PlantMark[]
  /** Who is served from where. */
  lines: readonly { from: LngLat; to: LngLat }[]
  label: string
}

const HALF = 3.5
const SITE_RADIUS = 8

export function SupplyMap({ frame, ground, sites, plants, lines, label }: SupplyMapProps) {
  const bar = scaleBarKilometers(kilometersAcross(frame))
  const barWidth = (bar / kilometersAcross(frame)) * frame.width
  const isInFrame = ({ lngLat }: { lngLat: LngLat }) => {
    const [x, y] = project(frame, lngLat)
    return x > 0 && y > 0 && x < frame.width && y < frame.height
  }
  return (
    <svg
      class="mini-map supply-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <rect class="mm-land" width={frame.width} height={frame.height} />
      <path class="mm-outline" d={ground} />
      {lines.map(({ from, to }) => {
        const [[x, y], [u, v]] = [project(frame, from), project(frame, to)]
        const d = `M${x.toFixed(1)} ${y.toFixed(1)}L${u.toFixed(1)} ${v.toFixed(1)}`
        return <path key={d} class="sm-line" d={d} />
      })}
      {plants.filter(isInFrame).map(({ id, lngLat, state }) => {
        const [x, y] = project(frame, lngLat)
        return (
          <rect
            key={id}
            class={`sm-plant sm-${state}`}
            x={x - HALF}
            y={y - HALF}
            width={2 * HALF}
            height={2 * HALF}
          />
        )
      })}
      {sites.map(({ id, lngLat, text }) => {
        const [x, y] = project(frame, lngLat)
        return (
          <g key={id} class="mm-origin filled">
            <circle cx={x} cy={y} r={SITE_RADIUS} />
            <text x={x} y={y + 4} text-anchor="middle">
              {text}
            </text>
          </g>
        )
      })}
      <g class="mm-scale" transform={`translate(8 ${frame.height - 8})`}>
        <path d={`M0 -4 V0 H${barWidth} V-4`} />
        <text x={barWidth + 4} y="1">{`${bar} km`}</text>
      </g>
    </svg>
  )
}
