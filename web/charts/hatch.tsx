// The pattern that means "unknown" wherever a value would be drawn.

let serial = 0

/** A fresh id, so that patterns of several drawings on one page never clash. */
export function hatchId(prefix: string): string {
  serial += 1
  return `${prefix}-hatch-${serial}`
}

export function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width="4"
      height="4"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line class="hatch-line" x1="0" y1="0" x2="0" y2="4" />
    </pattern>
  )
}
