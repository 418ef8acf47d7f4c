// Where one picture of the map lies on another.
import { expect, it } from 'vitest'
import { moveTo } from '#web/workspaces/present/stage/turn-stills.ts'

const look = (lng: number, lat: number, zoom: number) => ({ lng, lat, zoom, bearing: 0, pitch: 0 })

it('moves a picture by as many pixels as its place lies off, and scales it by the zoom', () => {
  // At zoom 1 the world is 1024 pixels wide: a quarter of it is 256.
  expect(moveTo(look(90, 0, 1), look(0, 0, 1))).toEqual({
    right: 256,
    down: 0,
    scale: 1,
  })
  // The north of Web Mercator lies at 85.0511 degrees, half of the world above its middle.
  const north = moveTo(look(0, 85.051129, 0), look(0, 0, 0))
  expect(north.right).toBe(0)
  expect(north.down).toBeCloseTo(-256, 2)
  expect(moveTo(look(106, 29, 7), look(106, 29, 9))).toEqual({
    right: 0,
    down: 0,
    scale: 4,
  })
})

it('to and fro leads back to where it was', () => {
  const [a, b] = [look(106.5, 29.5, 7.2), look(104.1, 30.6, 8.6)]
  const [to, fro] = [moveTo(a, b), moveTo(b, a)]
  expect(to.scale * fro.scale).toBeCloseTo(1, 3)
  // The middle of the second picture, moved into the first and back.
  expect(to.right + to.scale * fro.right).toBeCloseTo(0, 0)
  expect(to.down + to.scale * fro.down).toBeCloseTo(0, 0)
})
