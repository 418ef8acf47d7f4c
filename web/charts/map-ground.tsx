// The ground of a small map: borders, rivers and roads, drawn once and laid under every map of one frame.
import { scaleBarKilometers } from '#geodata/drawing/scale-bar.ts'
import { type Frame, kilometersAcross, lineOf, pathOf } from '#web/charts/frame.ts'

/** Paths of one frame. */
export type Ground = { outlines: string; rivers: string; roads: string }
type Lines = readonly (readonly unknown[])[]

export function groundOf(
  frame: Frame,
  { outlines, rivers, roads }: { outlines: Lines; rivers: Lines; roads: Lines },
): Ground {
  const joined = (lines: Lines) => lines.map((line) => lineOf(frame, line)).join('')
  return {
    outlines: outlines.map((one) => pathOf(frame, one)).join(''),
    rivers: joined(rivers),
    roads: joined(roads),
  }
}

export function MapGround({ frame, ground }: { frame: Frame; ground: Ground }) {
  return (
    <>
      <rect class="mm-land" width={frame.width} height={frame.height} />
      <path class="mm-river" d={ground.rivers} />
      <path class="mm-road" d={ground.roads} />
      <path class="mm-outline" d={ground.outlines} />
    </>
  )
}

/** A round length at the lower left, so that distances can be read. */
const BAR_INSET = 10
/** What its figure takes beside the bar. */
const BAR_TEXT = 36
const SPOT_STEP = 12

function scaleBar(frame: Frame) {
  const bar = scaleBarKilometers(kilometersAcross(frame))
  return { bar, units: (bar / kilometersAcross(frame)) * frame.width }
}

/** Where the bar and its figure stand, as places that nothing else is written over. */
export function scaleBarSpots(frame: Frame): [x: number, y: number][] {
  const y = frame.height - BAR_INSET
  const count = Math.ceil((scaleBar(frame).units + BAR_TEXT) / SPOT_STEP)
  return Array.from({ length: count + 1 }, (_, at) => [BAR_INSET + at * SPOT_STEP, y])
}

export function ScaleBar({ frame }: { frame: Frame }) {
  const { bar, units } = scaleBar(frame)
  return (
    <g class="mm-scale" transform={`translate(${BAR_INSET} ${frame.height - BAR_INSET})`}>
      <path d={`M0 -4 V0 H${units} V-4`} />
      <text x={units + 5} y="1">{`${bar} km`}</text>
    </g>
  )
}
