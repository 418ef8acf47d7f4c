// One candidate's rings as a small drawing: the same frame and the same scale for every candidate.
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { type Frame, kilometersAcross, pathOf, project } from '#web/charts/frame.ts'
import { LetterMark } from '#web/charts/letter-mark.tsx'

type MiniMapProps = {
  frame: Frame
  rings: IsochroneResult | null
  letterIndex: number
  origin: readonly [number, number] | null
  marks: { id: string; lngLat: readonly [number, number]; text: string }[]
  /** Outlines of districts for orientation: coordinates of polygons. */
  outlines: readonly unknown[][]
  label: string
}

export function MiniMap(props: MiniMapProps) {
  const { frame, rings, letterIndex, origin, marks, outlines, label } = props
  const at = origin && project(frame, origin)
  const bar = scaleBarKilometers(kilometersAcross(frame))
  const barPixels = (bar / kilometersAcross(frame)) * frame.width
  return (
    <svg
      class="mini-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <rect class="mm-land" width={frame.width} height={frame.height} />
      {outlines.map((coordinates, index) => (
        <path key={index} class="mm-outline" d={pathOf(frame, coordinates)} />
      ))}
      {rings?.features.map(({ geometry, properties }) => (
        <path
          key={properties.cutoffMinutes}
          class={`mm-ring mm-ring-${properties.cutoffMinutes}`}
          fill-rule="evenodd"
          d={pathOf(frame, geometry.coordinates)}
        />
      ))}
      {marks.map(({ id, lngLat, text }) => {
        const [x, y] = project(frame, lngLat)
        return (
          <g key={id}>
            <rect class="mm-plant" x={x - 3.5} y={y - 3.5} width="7" height="7" rx="1" />
            <text class="mm-text" x={x + 6} y={y + 4}>
              {text}
            </text>
          </g>
        )
      })}
      {at && <LetterMark index={letterIndex} x={at[0]} y={at[1]} radius={10} withLetter />}
      <g class="mm-scale" transform={`translate(10 ${frame.height - 10})`}>
        <path d={`M0 -4 V0 H${barPixels} V-4`} />
        <text x={barPixels + 5} y="1">{`${bar} km`}</text>
      </g>
    </svg>
  )
}

export function scaleBarKilometers(across: number): number {
  const steps = [1, 2, 5, 10, 20, 40, 50, 100, 200]
  return steps.filter((step) => step <= across / 4).at(-1) ?? 1
}
