// Ways before and after a stretch is closed, over the outlines of the districts; another is closed by a click.
import { type Frame, pathOf, project } from '#web/charts/frame.ts'

type DetourMapProps = {
  frame: Frame
  outlines: readonly unknown[][]
  before: readonly (readonly (readonly [number, number])[])[]
  after: readonly (readonly (readonly [number, number])[])[]
  closed: readonly (readonly [number, number])[]
  /** Other stretches that can be picked. */
  others: readonly { id: string; name: string; line: readonly (readonly [number, number])[] }[]
  onPick: (id: string) => void
  label: string
}

export function DetourMap(props: DetourMapProps) {
  const { frame, outlines, before, after, closed, others, onPick, label } = props
  const drawn = (line: readonly (readonly [number, number])[]) =>
    line.length === 0
      ? ''
      : `M${line
          .map((place) =>
            project(frame, place)
              .map((one) => one.toFixed(1))
              .join(' '),
          )
          .join('L')}`
  const [x, y] = middleOf(frame, closed)
  return (
    <svg
      class="detour-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <rect class="mm-land" width={frame.width} height={frame.height} />
      {outlines.map((coordinates, index) => (
        <path key={index} class="mm-outline" d={pathOf(frame, coordinates)} />
      ))}
      {after.map((line, index) => (
        <path key={index} class="detour-after" d={drawn(line)} />
      ))}
      {before.map((line, index) => (
        <path key={index} class="detour-before" d={drawn(line)} />
      ))}
      {others.map(({ id, name, line }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by keys
        <g key={id} class="detour-other" data-stretch={id} onClick={() => onPick(id)}>
          <title>{name}</title>
          <path class="detour-hit" d={drawn(line)} />
          <path class="detour-line" d={drawn(line)} />
        </g>
      ))}
      <path class="detour-closed" d={drawn(closed)} />
      <path
        class="detour-cross"
        d={`M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x + 6} ${y - 6}L${x - 6} ${y + 6}`}
      />
    </svg>
  )
}

/** Between the two middle points of the line: a schematic stretch has only its ends. */
function middleOf(frame: Frame, line: DetourMapProps['closed']): [number, number] {
  const middle = line.length >> 1
  const [a, b] = [line[middle - 1] ?? [0, 0], line[middle] ?? [0, 0]].map((place) =>
    project(frame, place as [number, number]),
  )
  return [((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2, ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / 2]
}
