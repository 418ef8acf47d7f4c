// Do the triangles cover the places' hull once, the right way round, with empty circles?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { triangulate } from '#geodata/geometry/triangulate.ts'

/** Whole numbers, so that areas and circles are exact. */
const places = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(30)), {
  minLength: 3,
  maxLength: 40,
  selector: ([x, y]) => `${x} ${y}`,
})

const joined = (town: readonly (readonly [number, number])[]) =>
  triangulate(
    Float64Array.from(town, ([x]) => x),
    Float64Array.from(town, ([, y]) => y),
  )

describe('triangulate', () => {
  it('turns every triangle counterclockwise and leaves no place inside its circle', () => {
    fc.assert(
      fc.property(places, (town) => {
        const { triangles } = joined(town)
        for (let corner = 0; corner < triangles.length; corner += 3) {
          const [a, b, c] = [0, 1, 2].map((i) => town[triangles[corner + i]!]!)
          expect(turn(a!, b!, c!)).toBeGreaterThan(0)
          for (const place of town) expect(inCircle(a!, b!, c!, place)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('pairs each half-edge with the same stretch the other way round', () => {
    fc.assert(
      fc.property(places, (town) => {
        const { triangles, halfEdges } = joined(town)
        const next = (half: number) => (half % 3 === 2 ? half - 2 : half + 1)
        halfEdges.forEach((twin, half) => {
          if (twin === -1) return
          expect(halfEdges[twin]).toBe(half)
          expect(triangles[twin]).toBe(triangles[next(half)])
          expect(triangles[next(twin)]).toBe(triangles[half])
        })
      }),
    )
  })

  it('joins nothing where all places lie on a line', () => {
    const none = joined([
      [0, 0],
      [1, 1],
      [5, 5],
    ])
    expect(none).toMatchObject({ pointCount: 3, triangles: new Uint32Array() })
    expect(joined([[0, 0]]).triangles).toHaveLength(0)
  })

  it('refuses places that are one and the same, and coordinates that are not pairs', () => {
    expect(() =>
      joined([
        [1, 2],
        [3, 4],
        [1, 2],
      ]),
    ).toThrow('Places 0 and 2 are one and the same')
    expect(() => triangulate(new Float64Array(2), new Float64Array(3))).toThrow(
      '2 x and 3 y came; one of each per place is expected.',
    )
  })
})

type Place = readonly [number, number]

function turn([ax, ay]: Place, [bx, by]: Place, [cx, cy]: Place): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/** Positive where the place lies inside the circle through three places in counterclockwise order. */
function inCircle(a: Place, b: Place, c: Place, place: Place): number {
  const [p, q, r] = [a, b, c].map(([x, y]) => [x - place[0], y - place[1]] as const)
  const square = ([x, y]: Place) => x * x + y * y
  const cross = ([x1, y1]: Place, [x2, y2]: Place) => x1 * y2 - x2 * y1
  return square(p!) * cross(q!, r!) - square(q!) * cross(p!, r!) + square(r!) * cross(p!, q!)
}
