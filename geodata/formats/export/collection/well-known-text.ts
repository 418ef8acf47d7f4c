// How is a shape written as text? OGC 06-103r4 (WKT), two dimensions.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

export function wellKnownText({ type, coordinates }: Geometry): string {
  if (type === 'Point') return `POINT (${positionText(coordinates)})`
  return `${type.toUpperCase()} ${partsText(coordinates)}`
}

const positionText = ([east, north]: readonly number[]) => `${east} ${north}`

function partsText(parts: readonly unknown[]): string {
  const texts = parts.map((part) => {
    const inner = part as readonly unknown[]
    return Array.isArray(inner[0]) ? partsText(inner) : positionText(inner as readonly number[])
  })
  return `(${texts.join(', ')})`
}
