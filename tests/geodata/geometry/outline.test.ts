import { describe, expect, it } from 'vitest'
import { outlineOf } from '#geodata/geometry/outline.ts'

/** A unit square with its lower left corner at x, y. */
const square = (x: number, y: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
})

function lengthOf(lines: number[][][]): number {
  return lines.reduce(
    (sum, line) =>
      sum +
      line
        .slice(1)
        .reduce(
          (part, [x = 0, y = 0], index) =>
            part + Math.hypot(x - (line[index]?.[0] ?? 0), y - (line[index]?.[1] ?? 0)),
          0,
        ),
    0,
  )
}

describe('outlineOf', () => {
  it('leaves out the border that neighbours share', () => {
    const lines = outlineOf([square(0, 0), square(1, 0)])
    expect(lengthOf(lines)).toBeCloseTo(6)
    expect(lines.flat()).not.toContainEqual([1, 0.5])
  })

  it('keeps the border around a hole between areas', () => {
    const around = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))
    const lines = outlineOf(
      around.filter(([x, y]) => x !== 1 || y !== 1).map(([x, y]) => square(x, y)),
    )
    expect(lengthOf(lines)).toBeCloseTo(12 + 4)
  })

  it('chains a closed border into one line', () => {
    const [line, ...rest] = outlineOf([square(0, 0)])
    expect(rest).toEqual([])
    expect(line?.[0]).toEqual(line?.at(-1))
  })
})
