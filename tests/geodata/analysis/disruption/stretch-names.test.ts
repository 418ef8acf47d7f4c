// By which place is the end of a street told, and does a name say bridge or tunnel?
import { expect, it } from 'vitest'
import {
  nearestName,
  type PlaceName,
  structureOf,
} from '#geodata/analysis/disruption/stretch-names.ts'

const at = (name: string, lng: number, isInterchange: boolean): PlaceName => ({
  name,
  lngLat: [lng, 29.5],
  isInterchange,
})

it('names an interchange at hand before a nearer place, else what is nearest, else nothing', () => {
  const places = [at('互通', 106.03, true), at('园区', 106.01, false), at('远处', 106.9, true)]
  expect(nearestName(places, [106, 29.5])).toBe('互通')
  expect(nearestName([at('互通', 106.1, true), at('园区', 106.01, false)], [106, 29.5])).toBe(
    '园区',
  )
  expect(nearestName(places, [107.5, 29.5])).toBe('')
  expect(nearestName(places, undefined)).toBe('')
})

it('knows bridges and tunnels by their names', () => {
  expect(structureOf('内环快速路', '马桑溪大桥')).toBe('bridge')
  expect(structureOf('真武山隧道')).toBe('tunnel')
  expect(structureOf('桥头立交', 'G5001')).toBeNull()
})
