// Can an area be typed by its corners?
import { expect, it } from 'vitest'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { cornerLines, readCorners } from '#web/parts/words/corner-lines.ts'

const RING: LngLat[] = [
  [106.5, 29.5],
  [106.6, 29.5],
  [106.6, 29.6],
  [106.5, 29.5],
]

it('reads back the corners that it wrote', () => {
  expect(cornerLines(RING)).toBe(
    '106.500000, 29.500000\n106.600000, 29.500000\n106.600000, 29.600000',
  )
  expect(readCorners(cornerLines(RING))).toEqual({ kind: 'ring', ring: RING })
})

it('takes Chinese commas and empty lines', () => {
  expect(readCorners('106.5，29.5\n\n106.6 29.5\n106.6;29.6\n')).toEqual({
    kind: 'ring',
    ring: RING,
  })
})

it('names the line that is no place, and says how many corners there are', () => {
  expect(readCorners('106.5, 29.5\nYubei\n106.6, 29.6')).toEqual({ kind: 'unread', line: 'Yubei' })
  expect(readCorners('106.5, 29.5\n106.6, 29.5')).toEqual({ kind: 'few', count: 2 })
  expect(readCorners(' \n')).toEqual({ kind: 'none' })
})
