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
  expect(roomOf('Longsheng New Town Longxing', 12.5, 150)).toEqual({ width: 150, height: 30 })
})

it('names nothing where the edge of the frame would cut it off, while another side is whole', () => {
  const frame = { left: 0, top: 0, right: 390, bottom: 354 }
  expect(wholeSides(label(200, 100), frame)).toEqual(['left', 'right'])
  expect(wholeSides(label(330, 100), frame)).toEqual(['right'])
  expect(wholeSides(label(60, 100), frame)).toEqual(['left'])
  const last = label(340, 100)
  expect(sidesOf([last], [last], frame)[0]?.anchor).toBe('right')
})
