// The region on paper: borders, rivers, links and numbered marks, in one drawing with its scale.
import type { ComponentChildren } from 'preact'
import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import {
  type Frame,
  frameAround,
  kilometersAcross,
  lineOf,
  pathOf,
  project,
} from '#web/charts/frame.ts'

export const PRINT_WIDTH = 700
export const PRINT_HEIGHT = 480
const MARGIN_KILOMETERS = 6

/** A mark where it stands, with a hairline to its place where it was moved aside. */
export type PrintMark = {
  id: string
  at: readonly [x: number, y: number]
  place: readonly [x: number, y: number]
  /** Drawn around the origin. */
  symbol: ComponentChildren
}

type PrintMapProps = {
  frame: Frame
  outlines: readonly (readonly unknown[])[]
  rivers: readonly (readonly unknown[])[]
  lines: readonly (readonly unknown[])[]
  rings: readonly { cutoffMinutes: number; coordinates: readonly unknown[] }[]
  dots: readonly LngLat[]
  marks: readonly PrintMark[]
  label: string
}

/** The frame around all that is marked. */
export function printFrame(places: readonly LngLat[]): Frame {
  return frameAround(places, MARGIN_KILOMETERS, PRINT_WIDTH, PRINT_HEIGHT)
}

/** How far apart a mark and its place are before a hairline ties them, in drawing units. */
const LEADER_FROM = 4

export function PrintMap(props: PrintMapProps) {
  const { frame, outlines, rivers, lines, rings, dots, marks, label } = props
  const bar = scaleBarKilometers(kilometersAcross(frame))
  const barUnits = (bar / kilometersAcross(frame)) * PRINT_WIDTH
  return (
    <svg
      class="print-map"
      viewBox={`0 0 ${PRINT_WIDTH} ${PRINT_HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <rect class="mm-land" width={PRINT_WIDTH} height={PRINT_HEIGHT} />
      <Lines name="pm-river" frame={frame} lines={rivers} />
      {outlines.map((coordinates, index) => (
        <path key={index} class="mm-outline" d={pathOf(frame, coordinates)} />
      ))}
      {rings.map(({ cutoffMinutes, coordinates }) => (
        <path
          key={cutoffMinutes}
          class={`mm-ring mm-ring-${cutoffMinutes}`}
          fill-rule="evenodd"
          d={pathOf(frame, coordinates)}
        />
      ))}
      <Lines name="pm-line" frame={frame} lines={lines} />
      {dots.map((lngLat, index) => {
        const [x, y] = project(frame, lngLat)
        return <circle key={index} class="pm-dot" cx={x} cy={y} r="1.6" />
      })}
      {marks.map(({ id, at, place }) =>
        Math.hypot(at[0] - place[0], at[1] - place[1]) > LEADER_FROM ? (
          <path key={id} class="pm-leader" d={`M${at.join(' ')}L${place.join(' ')}`} />
        ) : null,
      )}
      {marks.map(({ id, at, symbol }) => (
        <g key={id} transform={`translate(${at.map((unit) => unit.toFixed(1)).join(' ')})`}>
          {symbol}
        </g>
      ))}
      <g class="mm-scale" transform={`translate(12 ${PRINT_HEIGHT - 12})`}>
        <path d={`M0 -5 V0 H${barUnits} V-5`} />
        <text x={barUnits + 6} y="1">{`${bar} km`}</text>
      </g>
    </svg>
  )
}

type LinesProps = { name: string; frame: Frame; lines: PrintMapProps['lines'] }

function Lines({ name, frame, lines }: LinesProps) {
  return (
    <>
      {lines.map((coordinates, index) => (
        <path key={index} class={name} d={lineOf(frame, coordinates)} />
      ))}
    </>
  )
}
