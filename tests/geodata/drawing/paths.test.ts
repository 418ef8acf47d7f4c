// Do lines and areas come out as far as they are seen, in few letters, and where they are?
import { describe, expect, it } from 'vitest'
import type { Frame } from '#geodata/drawing/frame.ts'
import { pathOfLines, pathOfRings, visibleLines, visibleRings } from '#geodata/drawing/paths.ts'

/** About the equator: one point a degree, 0° in the upper left, 100 points each way. */
const FRAME: Frame = { width: 100, height: 100, worldPoints: 360, left: 180, top: 180 }

describe('visibleLines', () => {
  it('cuts a line a little beyond the edge, and comes back as several where it leaves and returns', () => {
    const lines = visibleLines(FRAME, [
      [
        [-50, -10],
        [150, -10],
        [150, -20],
        [-50, -20],
      ],
    ])
    expect(lines).toHaveLength(2)
    expect(lines[0]?.[0]?.[0]).toBeCloseTo(-6)
    expect(lines[0]?.at(-1)?.[0]).toBeCloseTo(106)
    expect(lines[1]?.[0]?.[0]).toBeCloseTo(106)
  })

  it('leaves out what a printer does not show: a bend of a tenth of a point, a stretch of one', () => {
    const [line] = visibleLines(FRAME, [
      [
        [10, -0.0],
        [20, -0.1],
        [30, -0.0],
      ],
    ])
    expect(line).toHaveLength(2)
    expect(
      visibleLines(FRAME, [
        [
          [10, -10],
          [11, -10],
        ],
      ]),
    ).toEqual([])
    expect(
      visibleLines(FRAME, [
        [
          [200, -10],
          [300, -10],
        ],
      ]),
    ).toEqual([])
  })
})

describe('visibleRings', () => {
  it('cuts an area at the edge and keeps its hole', () => {
    const area = (west: number, east: number, south: number) => [
      [west, 0],
      [east, 0],
      [east, south],
      [west, south],
      [west, 0],
    ]
    const [outer, hole] = visibleRings(FRAME, [[area(10, 170, -60), area(20, 30, -20)]])
    expect(Math.max(...(outer ?? []).map(([x]) => x))).toBeCloseTo(106)
    expect(Math.min(...(outer ?? []).map(([x]) => x))).toBeCloseTo(10)
    expect(hole).toHaveLength(4)
    expect(visibleRings(FRAME, [[area(150, 170, -60)]])).toEqual([])
  })
})

describe('paths', () => {
  it('are written in tenths from point to point', () => {
    expect(
      pathOfLines([
        [
          [10.51, 20.04],
          [10.51, 30.5],
          [0, 30.44],
        ],
      ]),
    ).toBe('M10.5 20l0 10.5-10.5-.1')
    expect(
      pathOfRings([
        [
          [0, 0],
          [10.52, 0],
          [10.52, 100.3],
        ],
      ]),
    ).toBe('M0 0l10.5 0 0 100.3z')
  })

  it('do not drift: a thousand steps of a third of a tenth end where the line ends', () => {
    const line = Array.from({ length: 1000 }, (_, at): [number, number] => [at * 0.0333, at * 0.05])
    const numbers =
      pathOfLines([line])
        .match(/-?\d*\.?\d+/g)
        ?.map(Number) ?? []
    const sum = (from: number) =>
      numbers.reduce((total, one, at) => (at % 2 === from ? total + one : total), 0)
    expect(sum(0)).toBeCloseTo(33.3, 6)
    expect(sum(1)).toBeCloseTo(50, 6)
  })
})
