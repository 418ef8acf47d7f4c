// The rows of a file as dots on the ground: filled where something known speaks for the place, open where not.
import { useMemo } from 'preact/hooks'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, project } from '#web/charts/frame.ts'
import { type Ground, MapGround, ScaleBar } from '#web/charts/map-ground.tsx'
import { isInFrame } from '#web/workspaces/layout/import/import-frames.ts'

export type RowDot = { lngLat: LngLat; isFilled: boolean }
export type MapName = { text: string; lngLat: LngLat }

type PointsMapProps = {
  frame: Frame
  ground: Ground
  /** Drawn under the lines of the ground: the region as one path. */
  region: string
  dots: readonly RowDot[]
  radius: number
  names?: readonly MapName[]
  /** The row that is looked at. */
  ringed?: { lngLat: LngLat; text: string } | null
  label: string
}

export function PointsMap(props: PointsMapProps) {
  const { frame, ground, region, dots, radius, names = [], ringed = null, label } = props
  const { width, height } = frame
  const drawn = useMemo(() => <Dots {...{ frame, dots, radius }} />, [frameKey(frame), dots])
  return (
    <svg class="points-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect class="mm-land" width={width} height={height} />
      <path class="pm-region" d={region} />
      <g class="pm-ground">
        <MapGround frame={frame} ground={ground} />
      </g>
      {namesApart(frame, names, dots).map(({ text, x, y }) => (
        <text key={text} class="pm-name" x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      {drawn}
      {ringed && isInFrame(frame, ringed.lngLat) && <Ring frame={frame} {...ringed} />}
      <ScaleBar frame={frame} />
    </svg>
  )
}

const frameKey = ({ width, height, fitted }: Frame) =>
  [width, height, fitted.scale(), ...fitted.translate()].join()

/** Open ones below, so that what speaks for a reading is not hidden. */
function Dots({ frame, dots, radius }: Pick<PointsMapProps, 'frame' | 'dots' | 'radius'>) {
  const seen = dots.filter(({ lngLat }) => isInFrame(frame, lngLat))
  return (
    <>
      {[
        ...seen.filter(({ isFilled }) => !isFilled),
        ...seen.filter(({ isFilled }) => isFilled),
      ].map(({ lngLat, isFilled }, index) => {
        const [x, y] = project(frame, lngLat)
        return (
          <circle
            key={index}
            class={isFilled ? 'pm-filled' : 'pm-open'}
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={radius}
          />
        )
      })}
    </>
  )
}

const RING = 8
/** What a character of the label takes at most. */
const LETTER = 11

function Ring({ frame, lngLat, text }: { frame: Frame; lngLat: LngLat; text: string }) {
  const [x, y] = project(frame, lngLat)
  const isLeft = x + RING + text.length * LETTER > frame.width
  return (
    <g class="pm-ring" data-ringed={text}>
      <circle cx={x} cy={y} r={RING} />
      <circle class="pm-core" cx={x} cy={y} r="3" />
      <text
        x={isLeft ? x - RING - 5 : x + RING + 5}
        y={y + 4}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  )
}

const NAME_HEIGHT = 14
/** Where a name may stand, from its own place: nearest first. */
const ASIDE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -26],
  [0, 26],
  [-40, 0],
  [40, 0],
]
/** The scale stands at the lower left. */
const FOOT = 26

/** Names that lie in the frame and over no other, beside the dots where there is room; the first come first. */
function namesApart(frame: Frame, names: readonly MapName[], dots: readonly RowDot[]) {
  const taken = dots.map(({ lngLat }) => project(frame, lngLat))
  const placed: { text: string; x: number; y: number; half: number }[] = []
  for (const { text, lngLat } of names) {
    const [left, top] = project(frame, lngLat)
    const half = ([...text].length * LETTER) / 2
    const spots = ASIDE.flatMap(([aside, below]) => {
      const [x, y] = [left + aside, top + below]
      const isInside =
        x - half > 0 && x + half < frame.width && y > NAME_HEIGHT && y < frame.height - FOOT
      const isFree = placed.every(
        (other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > NAME_HEIGHT,
      )
      if (!isInside || !isFree) return []
      const hidden = taken.filter(
        ([u, v]) => Math.abs(u - x) < half && Math.abs(v - y + 4) < NAME_HEIGHT / 2,
      ).length
      return [{ text, x, y, half, hidden }]
    })
    const [best] = spots.sort((a, b) => a.hidden - b.hidden)
    if (best) placed.push(best)
  }
  return placed
}
