import { expect, it } from 'vitest'
import { hypothesisKey, hypothesisOf } from '#geodata/analysis/coordinates/hypothesis-key.ts'
import { saidWeights, sayingsOf } from '#geodata/analysis/coordinates/said-system.ts'
import type { Hypothesis } from '#geodata/analysis/coordinates/which-system.ts'
import { systemsBetween } from '#geodata/formats/coordinates/coordinate-system.ts'
import type { SaidSystem } from '#geodata/formats/import/foreign/piece.ts'

const ALL = systemsBetween(105, 110).map(
  (system): Hypothesis => ({ system, reading: { east: 'first', isPacked: false, flips: [] } }),
)

/** Keys of the ways that are made likelier. */
function likelier(said: SaidSystem | null, headers: readonly string[] = []): string[] {
  const weight = saidWeights(said, headers)
  return ALL.filter((one) => weight(one) > 1).map(hypothesisKey)
}
const named = (name: string): SaidSystem => ({ by: 'crs', name, wellKnownText: null })

it('goes by the code of the EPSG: zones of 3° and 6°, with their number and by their meridian', () => {
  expect(likelier(named('EPSG:4326'))).toEqual(['wgs84'])
  expect(likelier(named('EPSG:4490'))).toEqual(['wgs84'])
  expect(likelier(named('EPSG:3857'))).toEqual(['web-mercator'])
  // CGCS2000 / 3-degree zone 35, and / 3-degree CM 108E.
  expect(likelier(named('EPSG:4523'))).toContain('cgcs2000-3-105-zone')
  expect(likelier(named('EPSG:4545'))).toEqual(['cgcs2000-3-108'])
  // Xian 1980 / 3-degree zone 36, Beijing 1954 / 3-degree CM 105E.
  expect(likelier(named('EPSG:2360'))).toContain('xian80-3-108-zone')
  expect(likelier(named('EPSG:2432'))).toEqual(['beijing54-3-105'])
})

it('goes by a .prj and by the names of columns', () => {
  const wellKnownText =
    'PROJCS["CGCS2000_3_Degree_GK_Zone_35",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"],PARAMETER["False_Easting",35500000.0],PARAMETER["Central_Meridian",105.0]]'
  expect(likelier({ by: 'prj', name: null, wellKnownText })).toContain('cgcs2000-3-105-zone')
  expect(likelier(null, ['百度经度', '百度纬度'])).toEqual(['bd09'])
  expect(likelier(null, ['高德经度'])).toEqual(['gcj02'])
  expect(likelier(null, ['经度', '纬度'])).toEqual([])
})

it('takes two headers of one system for one saying, and those of two for two', () => {
  const bd09 = hypothesisOf('bd09') as Hypothesis
  const once = saidWeights(null, ['BD09_lng', '纬度'])(bd09)
  expect(once).toBeGreaterThan(1)
  expect(saidWeights(null, ['BD09_lng', 'BD09_lat'])(bd09)).toBe(once)
  const told = (said: SaidSystem | null, ...headers: string[]) =>
    sayingsOf(said, headers).map(({ by, text, meant }) => [by, text, meant?.words.en ?? null])
  expect(told(null, '百度经度', '百度纬度')).toEqual([
    ['header', '百度经度、百度纬度', 'BD-09 (Baidu)'],
  ])
  expect(told(null, 'gcj02 lat', 'WGS84经度')).toEqual([
    ['header', 'gcj02 lat', 'GCJ-02 (Amap, Tencent)'],
    ['header', 'WGS84经度', 'WGS84 / CGCS2000'],
  ])
  expect(told(named('EPSG:4545'))).toEqual([
    ['file', 'EPSG:4545', 'CGCS2000 (central meridian 108°)'],
  ])
  expect(told(named('a grid of the town'))).toEqual([['file', 'a grid of the town', null]])
  expect(told(null, '经度')).toEqual([])
})

it('rules out degrees, minutes and seconds run together where a format of maps holds numbers', () => {
  const packed = hypothesisOf('wgs84~packed') as Hypothesis
  expect(saidWeights({ by: 'format', name: 'EPSG:4326', wellKnownText: null }, [])(packed)).toBe(0)
  expect(saidWeights(null, [])(packed)).toBe(1)
})
