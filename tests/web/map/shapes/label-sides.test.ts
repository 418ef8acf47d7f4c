// Are the labels that must always be read on free ground, and clear of one another?
import { expect, it } from 'vitest'
import { roomOf, sharedPixels, sidesOf, wholeSides } from '#web/map/shapes/label-sides.ts'

const label = (x: number, y: number) => ({ x, y, radius: 18, width: 75, height: 15 })
const boxOf = ({ x, y, radius }: { x: number; y: number; radius: number }) => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

it('parts the labels of four squares that stand shoulder to shoulder', () => {
  const squares = [label(100, 100), label(138, 101), label(119, 139), label(60, 120)]
  const boxes = sidesOf(squares, squares).map(({ box }) => box)
  boxes.forEach((box, index) => {
    const others = [...boxes.filter((_, at) => at !== index), ...squares.map(boxOf)]
    expect(others.map((other) => sharedPixels(box, other))).toEqual(others.map(() => 0))
  })
})

it('stands on the right while that is free, and where a ring is there on the left', () => {
  const alone = label(100, 100)
  expect(sidesOf([alone], [alone])[0]).toMatchObject({ anchor: 'left', away: [22, 0] })
  const ring = { x: 150, y: 100, radius: 12 }
  expect(sidesOf([alone], [alone, ring])[0]).toMatchObject({ anchor: 'right', away: [-22, 0] })
})

it('takes a Chinese letter for twice a Latin one, and breaks what is too long', () => {
  expect(roomOf('鱼复', 12.5, 150)).toEqual({ width: 25, height: 15 })
  expect(roomOf('Yufu', 12.5, 150).width).toBeCloseTo(29)
  expect(roomOf('Longsheng New Town Longxing', 12.5, 150)).toMatchObject({ height: 30 })
})

it('names nothing where the edge of the frame would cut it off, while another side is whole', () => {
  const frame = { left: 0, top: 0, right: 390, bottom: 354 }
  const sight = { frame, covered: [] }
  expect(wholeSides(label(200, 100), sight)).toEqual(['left', 'right', 'top', 'bottom'])
  expect(wholeSides(label(330, 100), sight)).toEqual(['right', 'top', 'bottom'])
  expect(wholeSides(label(60, 100), sight)).toEqual(['left', 'top', 'bottom'])
  // Its symbol is out of sight: half a name beside the edge would say nothing.
  expect(wholeSides(label(-30, 100), sight)).not.toContain('left')
  const last = label(340, 100)
  expect(sidesOf([last], [last], sight)[0]?.anchor).toBe('right')
})

it('names nothing under what floats over the map, and nothing at all where all sides are covered', () => {
  const box = { left: 110, top: 60, right: 300, bottom: 140 }
  const sight = { frame: null, covered: [box] }
  expect(wholeSides(label(90, 100), sight)).toEqual(['right'])
  expect(wholeSides(label(200, 100), sight)).toEqual([])
  expect(sidesOf([label(90, 100)], [label(90, 100)], sight)[0]?.anchor).toBe('right')
})

it('breaks a name that is always shown where it would cover a ring in one line', () => {
  const name = { ...label(100, 100), broken: { width: 40, height: 30 } }
  const rings = [
    { x: 180, y: 100, radius: 10 },
    { x: 20, y: 100, radius: 10 },
    ...[-40, 0, 40].flatMap((x) => [40, -40].map((y) => ({ x: 100 + x, y: 100 + y, radius: 10 }))),
  ]
  expect(sidesOf([name], [name, ...rings])[0]).toMatchObject({ isBroken: true, anchor: 'left' })
})
