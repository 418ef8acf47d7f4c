// Does no label lie on another, on a symbol or beyond the edge, whatever the places?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Box,
  boxAround,
  type LabelAsked,
  overlap,
  placeLabels,
} from '#geodata/drawing/labels.ts'

const FIELD: Box = { left: 0, top: 0, right: 500, bottom: 300 }

const beside = (at: [number, number], isNeeded: boolean, width = 40): LabelAsked => ({
  width,
  height: 9,
  padding: 0.5,
  stands: { kind: 'beside', at, reach: 5, isNeeded },
})

describe('placeLabels', () => {
  it('writes to the right of a symbol where there is room, else to the left, above, below', () => {
    const [first] = placeLabels([beside([100, 100], true)], FIELD, [])
    expect(first?.box.left).toBeCloseTo(106.6)
    expect(first?.leader).toBeNull()
    const [atEdge] = placeLabels([beside([490, 100], true)], FIELD, [])
    expect(atEdge?.box.right).toBeCloseTo(483.4)
  })

  it('moves a label that must be read out on a hairline, and drops one that need not', () => {
    const around = boxAround([100, 100], 120, 60)
    const [needed, spare] = placeLabels(
      [beside([100, 100], true), beside([100, 100], false)],
      FIELD,
      [around],
    )
    expect(needed?.leader?.[0]?.[0]).toBeDefined()
    expect(needed && overlap(needed.box, around)).toBe(false)
    expect(spare).toBeNull()
  })

  it('takes the first free of the places along a line', () => {
    const asked: LabelAsked = {
      width: 20,
      height: 10,
      padding: 0,
      stands: {
        kind: 'on',
        places: [
          [5, 100],
          [100, 100],
          [200, 100],
        ],
      },
    }
    const placed = placeLabels([asked, asked, asked], FIELD, [])
    expect(placed[0]?.box).toEqual(boxAround([100, 100], 20, 10))
    expect(placed[1]?.box).toEqual(boxAround([200, 100], 20, 10))
    expect(placed[2]).toBeNull()
  })

  it('has no two labels on each other, on a symbol or cut off, over 200 random maps', () => {
    const coordinate = (most: number) => fc.double({ min: 0, max: most, noNaN: true })
    const symbol = fc.record({
      x: coordinate(500),
      y: coordinate(300),
      width: fc.double({ min: 8, max: 120, noNaN: true }),
      isNeeded: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(symbol, { maxLength: 60 }), (symbols) => {
        const taken = symbols.map(({ x, y }) => boxAround([x, y], 10))
        const asked = symbols.map(({ x, y, width, isNeeded }) => beside([x, y], isNeeded, width))
        const boxes = placeLabels(asked, FIELD, taken).flatMap((one) => (one ? [one.box] : []))
        for (const [at, box] of boxes.entries()) {
          expect(boxes.slice(at + 1).some((other) => overlap(box, other))).toBe(false)
          expect(taken.some((other) => overlap(box, other))).toBe(false)
          expect(box.left >= 0 && box.right <= 500 && box.top >= 0 && box.bottom <= 300).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
