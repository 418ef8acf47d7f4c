import { expect, it } from 'vitest'
import { systemWords } from '#geodata/analysis/coordinates/system-words.ts'
import {
  type CoordinateSystem,
  systemsBetween,
} from '#geodata/formats/coordinates/coordinate-system.ts'

const zone = (part: object): CoordinateSystem => ({
  kind: 'gauss-kruger',
  datum: 'cgcs2000',
  zoneDegrees: 3,
  centralMeridianDegrees: 108,
  hasZonePrefix: true,
  ...part,
})

// Numbers of zones as GB/T 22021 counts them: of 3° by the meridian, of 6° from Greenwich on.
it.each<[CoordinateSystem, string, string]>([
  [{ kind: 'degrees', datum: 'wgs84' }, 'WGS84 / CGCS2000', 'WGS84 / CGCS2000'],
  [{ kind: 'degrees', datum: 'gcj02' }, '高德、腾讯坐标（GCJ-02）', 'GCJ-02 (Amap, Tencent)'],
  [{ kind: 'degrees', datum: 'bd09' }, '百度坐标（BD-09）', 'BD-09 (Baidu)'],
  [{ kind: 'web-mercator' }, 'Web 墨卡托', 'Web Mercator'],
  [
    zone({}),
    '2000 国家大地坐标系高斯–克吕格 3° 第 36 带（中央经线 108°）',
    'CGCS2000, Gauss–Krüger 3°, zone 36 (central meridian 108°)',
  ],
  [
    zone({ datum: 'xian80', zoneDegrees: 6, centralMeridianDegrees: 105 }),
    '1980 西安坐标系高斯–克吕格 6° 第 18 带（中央经线 105°）',
    'Xi’an 1980, Gauss–Krüger 6°, zone 18 (central meridian 105°)',
  ],
  [
    zone({ datum: 'beijing54', hasZonePrefix: false }),
    '1954 北京坐标系高斯–克吕格 3° （中央经线 108°）',
    'Beijing 1954, Gauss–Krüger 3° (central meridian 108°)',
  ],
])('%j is called %s', (system, zh, en) => {
  expect(systemWords(system)).toEqual({ zh, en })
})

it('no two systems that a file may be in are called alike, in either language', () => {
  const words = systemsBetween(97, 111).map(systemWords)
  expect(words.length).toBeGreaterThan(20)
  expect(new Set(words.map(({ zh }) => zh)).size).toBe(words.length)
  expect(new Set(words.map(({ en }) => en)).size).toBe(words.length)
})
