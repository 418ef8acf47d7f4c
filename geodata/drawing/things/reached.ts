// How far one gets: rings of minutes from one place, or the outlines of several places in one frame.
import { type Frame, isInField, type Point } from '#geodata/drawing/frame.ts'
import { letterLine } from '#geodata/drawing/letters.ts'
import type { Polygons, Reached, Sheet } from '#geodata/drawing/map-drawing.ts'
import { pathOfRings, visibleRings } from '#geodata/drawing/paths.ts'
import {
  CATCHMENT_FILL,
  HEAD_WEIGHT,
  LAST_RING,
  LINES,
  RING_FILL,
  RINGS,
  TYPE,
  VEIL,
} from '#geodata/drawing/styles.ts'
import { group } from '#geodata/drawing/svg.ts'
import { fillPath, linePath } from '#geodata/drawing/things/strokes.ts'
import { labelOn, type Word } from '#geodata/drawing/things/words-on-map.ts'

type Ring = Extract<Reached, { kind: 'ring' }>
type Catchment = Extract<Reached, { kind: 'catchment' }>

/** A place on the line for about every so many points. */
const LABEL_STEP_POINTS = 8

/** How the ring of a place in the order of minutes is drawn; of several the last one is dashed. */
export function ringStyle(place: number, count: number) {
  const isLast = count > 1 && place === count - 1
  return isLast ? LAST_RING : (RINGS[place] ?? RINGS.at(-1) ?? LAST_RING)
}

const ringsOf = (reached: readonly Reached[]): Ring[] =>
  reached.filter((one): one is Ring => one.kind === 'ring').sort((a, b) => a.minutes - b.minutes)

const catchmentsOf = (reached: readonly Reached[]): Catchment[] =>
  reached
    .filter((one): one is Catchment => one.kind === 'catchment')
    .sort((a, b) => a.index - b.index)

/** Below the roads: the ground of each ring, and of the first catchment. */
export function drawReachedGround({ frame, paint }: Sheet, reached: readonly Reached[]): string {
  const rings = ringsOf(reached)
  const [first] = catchmentsOf(reached)
  const d = (polygons: Polygons) => pathOfRings(visibleRings(frame, polygons))
  return group({ class: 'reached' }, [
    ...rings.map(({ minutes, polygons }, place) =>
      fillPath(`ring minutes-${minutes}`, d(polygons), paint(RING_FILL), {
        opacity: ringStyle(place, rings.length).fill,
      }),
    ),
    first
      ? fillPath('catchment-ground', d(first.polygons), paint(CATCHMENT_FILL.token), {
          opacity: CATCHMENT_FILL.opacity,
        })
      : '',
  ])
}

/** Over the roads: the veil beyond the last ring, and all lines. */
export function drawReachedLines({ frame, paint }: Sheet, reached: readonly Reached[]): string {
  const rings = ringsOf(reached)
  const lines = rings.map(({ minutes, polygons }, place) =>
    linePath(
      `ring-line minutes-${minutes}`,
      pathOfRings(visibleRings(frame, polygons)),
      ringStyle(place, rings.length),
      paint,
    ),
  )
  const outlines = catchmentsOf(reached).flatMap(({ index, polygons }) => {
    const { dash, isDouble } = letterLine(index)
    const style = { ...LINES.catchment, ...(dash === null ? {} : { dash }) }
    const d = pathOfRings(visibleRings(frame, polygons))
    const width = isDouble ? style.width * 2 : style.width
    return [
      linePath(`catchment column-${index}`, d, { ...style, width }, paint),
      isDouble
        ? linePath('catchment-core', d, { token: 'map-focus', width: style.width * 0.9 }, paint)
        : '',
    ]
  })
  return group({ class: 'reached-lines' }, [
    veil({ frame, paint }, rings.at(-1)),
    ...lines,
    ...outlines,
  ])
}

/** What no ring reaches; with the rule “evenodd” its holes are veiled too. */
function veil({ frame, paint }: Pick<Sheet, 'frame' | 'paint'>, last: Ring | undefined): string {
  if (!last) return ''
  const { width, height } = frame
  const field: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const d = pathOfRings([field, ...visibleRings(frame, last.polygons)])
  return fillPath('veil', d, paint(VEIL.token), { opacity: VEIL.opacity })
}

/** The minutes of each ring, on its line: to the west of the place where there is room, as a row. */
export function ringWords({ frame }: Sheet, reached: readonly Reached[], origin: Point): Word[] {
  return ringsOf(reached).map(({ minutes, polygons }, place) =>
    labelOn(
      'ring-minutes',
      placesOn(frame, polygons, origin),
      {
        runs: [{ text: `${minutes}′`, weight: HEAD_WEIGHT }],
        size: TYPE.ring,
        token: place === 0 ? 'time-30' : 'time-60',
      },
      3,
    ),
  )
}

/** Places on the line of the greatest ring, those due west of the origin first. */
function placesOn(frame: Frame, polygons: Polygons, [x0, y0]: Point): Point[] {
  const outer = visibleRings(
    frame,
    polygons.map(([shell]) => (shell ? [shell] : [])),
  ).sort((a, b) => b.length - a.length)
  const fromWest = ([x, y]: Point) => Math.abs(Math.atan2(y - y0, x0 - x))
  return outer
    .slice(0, 2)
    .flatMap(densified)
    .filter((point) => isInField(frame, point))
    .sort((a, b) => fromWest(a) - fromWest(b))
}

function densified(ring: readonly Point[]): Point[] {
  return ring.flatMap(([x, y], at): Point[] => {
    const [fromX, fromY] = ring.at(at - 1) ?? [x, y]
    const parts = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / LABEL_STEP_POINTS))
    return Array.from(
      { length: parts },
      (_, part): Point => [
        fromX + ((x - fromX) * (part + 1)) / parts,
        fromY + ((y - fromY) * (part + 1)) / parts,
      ],
    )
  })
}
