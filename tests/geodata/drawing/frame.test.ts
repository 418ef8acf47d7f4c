// Does a place lie on the drawing where Web Mercator puts it?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Frame,
  frameAround,
  groundIn,
  isInField,
  kilometersAcross,
  project,
  unproject,
} from '#geodata/drawing/frame.ts'

/** One point a degree of longitude, the origin of the globe at the upper left. */
const GLOBE: Frame = { width: 100, height: 100, worldPoints: 360, left: 180, top: 180 }

describe('project', () => {
  it('puts 45° north 50.4990 points above the equator where a degree of longitude is one point', () => {
    // ln(tan(45° + 22.5°)) = 0.881374 radians, of which 2π are 360 points.
    expect(project(GLOBE, [0, 0])).toEqual([0, 0])
    const [x, y] = project(GLOBE, [10, 45])
    expect(x).toBeCloseTo(10, 6)
    expect(y).toBeCloseTo(-50.499, 3)
  })

  it('is undone by unproject', () => {
    const [lng, lat] = unproject(GLOBE, project(GLOBE, [106.5, 29.5]))
    expect(lng).toBeCloseTo(106.5, 9)
    expect(lat).toBeCloseTo(29.5, 9)
  })
})

describe('frameAround', () => {
  const field = { width: 510, height: 280 }

  it('holds what must be seen with so much free on every side, and fills the field in one direction', () => {
    const frame = frameAround([106, 29, 107, 30], field, 20)
    const [left, top] = project(frame, [106, 30])
    const [right, bottom] = project(frame, [107, 29])
    expect(top).toBeCloseTo(20, 6)
    expect(bottom).toBeCloseTo(260, 6)
    expect(left + right).toBeCloseTo(510, 6)
    expect(left).toBeGreaterThan(20)
  })

  it('tells how far it is across: a degree of longitude at 29.5° north is 96.9 km', () => {
    const frame = frameAround([106, 29.4, 107, 29.6], { width: 500, height: 500 }, 0)
    expect(kilometersAcross(frame)).toBeCloseTo(96.9, 1)
  })

  it('shows the ground around one place alone', () => {
    const [west, south, east, north] = groundIn(frameAround([106, 29, 106, 29], field, 10))
    expect(east - west).toBeGreaterThan(0.02)
    expect(north - south).toBeGreaterThan(0.02)
    expect(east - west).toBeLessThan(0.1)
  })

  it('has every place of any bounds in the field', () => {
    const place = fc.tuple(
      fc.double({ min: 70, max: 130, noNaN: true }),
      fc.double({ min: 10, max: 50, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
        const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
        const bounds = [
          Math.min(...lngs),
          Math.min(...lats),
          Math.max(...lngs),
          Math.max(...lats),
        ] as const
        const frame = frameAround([...bounds], field, 20)
        return places.every((one) => isInField(frame, project(frame, one)))
      }),
    )
  })
})
