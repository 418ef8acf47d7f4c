// Who is first under which mix of three weights? A corner is all of one of them; each cell is one mix.
import {
  TRIANGLE_SIZE,
  type TriangleDrawn,
  triangleParts,
} from '#geodata/drawing/charts/winner-triangle.ts'
import { Drawn } from '#web/charts/drawn.tsx'
import { hatchId } from '#web/charts/hatch.tsx'

const { width, height } = TRIANGLE_SIZE

export function WinnerTriangle({ label, ...drawn }: TriangleDrawn & { label: string }) {
  return (
    <svg class="winner-triangle" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Drawn parts={triangleParts(drawn, hatchId('winners'))} />
    </svg>
  )
}
