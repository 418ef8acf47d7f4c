// Who is good at what? One axis a criterion from the middle (0) outward (100); unknown is a range, never zero.
import { RADAR_SIZE, type RadarDrawn, radarParts } from '#geodata/drawing/charts/radar.ts'
import { Drawn } from '#web/charts/drawn.tsx'

const { width, height } = RADAR_SIZE

export function Radar({ label, ...drawn }: RadarDrawn & { label: string }) {
  return (
    <svg class="radar" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Drawn parts={radarParts(drawn)} />
    </svg>
  )
}
