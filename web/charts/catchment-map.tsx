// Two catchments on one map: what only one of them reaches, or the one beside the other at a line.
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, pathOf, project } from '#web/charts/frame.ts'
import { hatchId } from '#web/charts/hatch.tsx'
import { LetterLine, LetterMark } from '#web/charts/letter-mark.tsx'
import { type Ground, MapGround, ScaleBar } from '#web/charts/map-ground.tsx'

export type Catchment = {
  /** Of the column. */
  index: number
  origin: LngLat
  coordinates: readonly unknown[]
}
type CatchmentMapProps = {
  frame: Frame
  ground: Ground
  both: readonly [Catchment, Catchment]
  firms: readonly LngLat[]
  plants: readonly LngLat[]
  /** How far from the left the second begins, 0 … 1; null: both lie over one another. */
  dividedAt: number | null
  label: string
}

export function CatchmentMap(props: CatchmentMapProps) {
  const { frame, ground, both, firms, plants, dividedAt, label } = props
  const prefix = hatchId('catchment')
  const paths = both.map(({ coordinates }) => pathOf(frame, coordinates)) as [string, string]
  return (
    <svg
      class="mini-map catchment-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <MapGround frame={frame} ground={ground} />
      {dividedAt === null ? (
        <Differences prefix={prefix} frame={frame} both={both} paths={paths} />
      ) : (
        <Divided prefix={prefix} frame={frame} both={both} paths={paths} at={dividedAt} />
      )}
      {firms.map((lngLat, index) => {
        const [x, y] = project(frame, lngLat)
        return <circle key={index} class="pm-dot" cx={x} cy={y} r="1.8" />
      })}
      {plants.map((lngLat, index) => {
        const [x, y] = project(frame, lngLat)
        return <rect key={index} class="mm-plant" x={x - 4} y={y - 4} width="8" height="8" rx="1" />
      })}
      {both.map(({ index, origin }) => {
        const [x, y] = project(frame, origin)
        return <LetterMark key={index} index={index} x={x} y={y} radius={11} withLetter />
      })}
      <ScaleBar frame={frame} />
    </svg>
  )
}

type DrawnProps = {
  prefix: string
  frame: Frame
  both: CatchmentMapProps['both']
  paths: readonly [string, string]
}

/** Dots: only the first gets there; level lines: only the second; plain: both. */
function Differences({ prefix, frame, both, paths }: DrawnProps) {
  const whole = { width: frame.width, height: frame.height }
  return (
    <>
      <defs>
        <OnlyFill first id={`${prefix}-0`} />
        <OnlyFill first={false} id={`${prefix}-1`} />
        {paths.map((path, at) => (
          <mask key={at} id={`${prefix}-not-${at}`} maskUnits="userSpaceOnUse" {...whole}>
            <rect fill="white" {...whole} />
            <path fill="black" fill-rule="evenodd" d={path} />
          </mask>
        ))}
        <clipPath id={`${prefix}-second`}>
          <path d={paths[1]} clip-rule="evenodd" />
        </clipPath>
      </defs>
      <path
        class="catchment-both"
        fill-rule="evenodd"
        clip-path={`url(#${prefix}-second)`}
        d={paths[0]}
      />
      {paths.map((path, at) => (
        <path
          key={at}
          fill={`url(#${prefix}-${at})`}
          fill-rule="evenodd"
          mask={`url(#${prefix}-not-${1 - at})`}
          d={path}
        />
      ))}
      {both.map(({ index }, at) => (
        <LetterLine key={index} index={index} d={paths[at] ?? ''} />
      ))}
    </>
  )
}

/** The first to the left of the line, the second to its right. */
function Divided({ prefix, frame, both, paths, at }: DrawnProps & { at: number }) {
  const x = at * frame.width
  const parts = [
    { from: 0, width: x },
    { from: x, width: frame.width - x },
  ]
  return (
    <>
      <defs>
        {parts.map(({ from, width }, part) => (
          <clipPath key={part} id={`${prefix}-part-${part}`}>
            <rect x={from} width={Math.max(0, width)} height={frame.height} />
          </clipPath>
        ))}
      </defs>
      {both.map(({ index }, part) => (
        <g key={index} clip-path={`url(#${prefix}-part-${part})`}>
          <path class="catchment-both" fill-rule="evenodd" d={paths[part]} />
          <LetterLine index={index} d={paths[part] ?? ''} />
        </g>
      ))}
      <path class="catchment-divide" d={`M${x} 0V${frame.height}`} />
    </>
  )
}

/** What only one of two reaches: dots for the first, level lines for the second. */
function OnlyFill({ first, id }: { first: boolean; id: string }) {
  return (
    <pattern id={id} class="only-fill" width="6" height="6" patternUnits="userSpaceOnUse">
      {first ? <circle cx="3" cy="3" r="1.2" /> : <path d="M0 3H6" />}
    </pattern>
  )
}

/** The fill beside its words: only the first, only the second, both. */
export function CatchmentSwatch({ part, id }: { part: 'first' | 'second' | 'both'; id: string }) {
  return (
    <svg class="fill-swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <OnlyFill first={part === 'first'} id={id} />
      </defs>
      {part === 'both' ? (
        <rect class="catchment-both" width="20" height="14" />
      ) : (
        <rect fill={`url(#${id})`} width="20" height="14" />
      )}
      <rect class="swatch-edge" x="0.5" y="0.5" width="19" height="13" />
    </svg>
  )
}
