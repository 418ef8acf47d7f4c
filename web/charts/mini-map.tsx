// One candidate's rings as a small drawing: the same frame and the same scale for every candidate.
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { System } from '#geodata/model/system.ts'
import { type Frame, pathOf, project } from '#web/charts/frame.ts'
import { labelPlaces } from '#web/charts/label-places.ts'
import { LetterMark } from '#web/charts/letter-mark.tsx'
import { type Ground, MapGround, ScaleBar, scaleBarSpots } from '#web/charts/map-ground.tsx'
import { ringLabelPlace } from '#web/charts/ring-label.ts'

/** A vehicle plant, or a maker of what the product is made from, with its minutes. */
export type MiniMapMark = {
  id: string
  lngLat: LngLat
  text: string
  /** Of what a maker makes; absent: a vehicle plant. */
  maker?: { system: System | null }
}

type MiniMapProps = {
  frame: Frame
  ground: Ground
  rings: IsochroneResult | null
  letterIndex: number
  origin: LngLat | null
  marks: MiniMapMark[]
  label: string
}

/** Degrees clockwise from north, by the place of the ring: each looks for its figure elsewhere. */
const DIRECTIONS = [205, 245, 285, 325]

export function MiniMap(props: MiniMapProps) {
  const { frame, ground, rings, letterIndex, origin, marks, label } = props
  const at = origin && project(frame, origin)
  return (
    <svg
      class="mini-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <MapGround frame={frame} ground={ground} />
      <Rings frame={frame} rings={rings} />
      {origin && (
        <RingLabels
          frame={frame}
          rings={rings}
          origin={origin}
          marks={[origin, ...marks.map(({ lngLat }) => lngLat)].map((one) => project(frame, one))}
        />
      )}
      <Marks frame={frame} marks={marks} origin={at} />
      {at && <LetterMark index={letterIndex} x={at[0]} y={at[1]} radius={10} withLetter />}
      <ScaleBar frame={frame} />
    </svg>
  )
}

/** The letter that stands at the place itself is in nobody's way. */
const LETTER = 11

type MarksProps = Pick<MiniMapProps, 'frame' | 'marks'> & {
  origin: readonly [number, number] | null
}

function Marks({ frame, marks, origin }: MarksProps) {
  const placed = marks.flatMap((mark) => {
    const [x, y] = project(frame, mark.lngLat)
    const isSeen = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height
    return isSeen ? [{ ...mark, x, y }] : []
  })
  const letter = origin
    ? [[origin[0] - LETTER, origin[1] - LETTER, origin[0] + LETTER, origin[1] + LETTER] as const]
    : []
  const labels = labelPlaces(placed, frame, letter)
  return (
    <>
      {placed.map(({ id, x, y, text, maker }, index) => {
        const label = labels[index]
        return (
          <g key={id}>
            {maker ? (
              <path
                class="mm-maker"
                data-system={maker.system ?? undefined}
                d={`M${x} ${y - 5}l5 5-5 5-5-5z`}
              />
            ) : (
              <rect class="mm-plant" x={x - 3.5} y={y - 3.5} width="7" height="7" rx="1" />
            )}
            {label && (
              <text class="mm-text" x={label.x} y={label.y} text-anchor={label.anchor}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

type RingsProps = { frame: Frame; rings: IsochroneResult | null }

/** The outlines of all rings, the widest below. */
export function Rings({ frame, rings }: RingsProps) {
  return (
    <>
      {rings?.features.map(({ geometry, properties }) => (
        <path
          key={properties.cutoffMinutes}
          class={`mm-ring mm-ring-${properties.cutoffMinutes}`}
          fill-rule="evenodd"
          d={pathOf(frame, geometry.coordinates)}
        />
      ))}
    </>
  )
}

type RingLabelsProps = RingsProps & { origin: LngLat; marks: readonly [number, number][] }

function RingLabels({ frame, rings, origin, marks }: RingLabelsProps) {
  // What one ring has written is in the way of the next.
  const taken = [...marks, ...scaleBarSpots(frame)]
  return (
    <>
      {rings?.features.map(({ geometry, properties: { cutoffMinutes } }, index) => {
        const direction = DIRECTIONS[index % DIRECTIONS.length] ?? 0
        const { coordinates } = geometry
        const at = ringLabelPlace({ frame, coordinates, origin, direction, marks: taken })
        if (at) taken.push(at)
        return (
          at && (
            <text
              key={cutoffMinutes}
              class="mm-ring-label"
              x={at[0]}
              y={at[1] + 3.5}
              text-anchor="middle"
            >
              {`${cutoffMinutes}′`}
            </text>
          )
        )
      })}
    </>
  )
}
