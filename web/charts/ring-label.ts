// Where on a ring do its minutes stand? In a direction of its own, so that the figures of four rings part.
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, positionsOf, project } from '#web/charts/frame.ts'

/** Room to the edge of the drawing. */
const INSET = 12

/** Room to what stands on the map already. */
const AROUND_MARKS = 18

type LabelWanted = {
  frame: Frame
  /** Of the ring. */
  coordinates: readonly unknown[]
  origin: LngLat
  /** Degrees clockwise from north. */
  direction: number
  /** What it must not cover, in drawing units. */
  marks: readonly (readonly [x: number, y: number])[]
}

/** The free corner of the ring that lies nearest to a direction; null: none is in sight. */
export function ringLabelPlace(wanted: LabelWanted): [x: number, y: number] | null {
  const { frame, coordinates, origin, direction, marks } = wanted
  const [cx, cy] = project(frame, origin)
  const turn = (direction * Math.PI) / 180
  const [east, north] = [Math.sin(turn), Math.cos(turn)]
  let best: [number, number] | null = null
  let nearest = -1
  for (const place of positionsOf(coordinates)) {
    const [x, y] = project(frame, place)
    if (x < INSET || y < INSET || x > frame.width - INSET || y > frame.height - INSET) continue
    const far = Math.hypot(x - cx, y - cy)
    if (far === 0) continue
    const along = ((x - cx) * east + (cy - y) * north) / far
    if (along <= nearest) continue
    if (marks.some(([u, v]) => Math.hypot(u - x, v - y) < AROUND_MARKS)) continue
    nearest = along
    best = [x, y]
  }
  return best
}
