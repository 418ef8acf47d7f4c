// How do the scores move with the weight of one criterion? Straight lines from none of it to all of it.
import {
  WEIGHTS_SIZE,
  type WeightsDrawn,
  weightParts,
} from '#geodata/drawing/charts/weight-lines.ts'
import { Drawn } from '#web/charts/drawn.tsx'

const { width, height } = WEIGHTS_SIZE

export function WeightLines({ label, ...drawn }: WeightsDrawn & { label: string }) {
  return (
    <svg class="weight-lines" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Drawn parts={weightParts(drawn)} />
    </svg>
  )
}
