import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Disc, spread } from '#geodata/geometry/spread.ts'

const disc = fc.record({
  x: fc.double({ min: 0, max: 400, noNaN: true }),
  y: fc.double({ min: 0, max: 400, noNaN: true }),
  radius: fc.double({ min: 4, max: 20, noNaN: true }),
  mass: fc.constantFrom(1, 6),
})

describe('spread', () => {
  it('parts discs at one place until they no longer cover one another', () => {
    const discs: Disc[] = [18, 8, 8, 12].map((radius) => ({ x: 50, y: 50, radius, mass: 1 }))
    const places = spread(discs)
    for (let i = 0; i < discs.length; i++) {
      for (let j = i + 1; j < discs.length; j++) {
        const apart = Math.hypot(places[i]!.x - places[j]!.x, places[i]!.y - places[j]!.y)
        expect(apart).toBeGreaterThan(0.95 * (discs[i]!.radius + discs[j]!.radius))
      }
    }
  })

  it('leaves a disc that covers nothing where it is', () => {
    const [alone] = spread([
      { x: 0, y: 0, radius: 10, mass: 1 },
      { x: 100, y: 0, radius: 10, mass: 1 },
    ])
    expect(Math.hypot(alone!.x, alone!.y)).toBeLessThan(0.1)
  })

  it('makes the light one yield to the heavy one', () => {
    const [heavy, light] = spread([
      { x: 0, y: 0, radius: 18, mass: 6 },
      { x: 2, y: 0, radius: 8, mass: 1 },
    ])
    expect(Math.hypot(heavy!.x, heavy!.y)).toBeLessThan(Math.hypot(light!.x - 2, light!.y))
  })

  it('never moves a disc farther than allowed, and gives the same answer again', () => {
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 40 }), (discs) => {
        const places = spread(discs, 46)
        places.forEach(({ x, y }, index) => {
          expect(Math.hypot(x - discs[index]!.x, y - discs[index]!.y)).toBeLessThanOrEqual(46.001)
        })
        expect(spread(discs, 46)).toEqual(places)
      }),
      { numRuns: 60 },
    )
  })
})
