// Are geometries that other programs write read as they were meant: empty ones, heights, either byte order?
import { describe, expect, it } from 'vitest'
import {
  boxIn,
  decodeGeometry,
  encodeGeometry,
  geometryIn,
} from '#geodata/formats/geopackage-geometry.ts'

const ENVELOPE = 0b0000_0010
const EMPTY = 0b0001_0000

/** A GeoPackage blob of these flags: numbers are doubles, “3i” a count or type, “1b” a byte. */
function blob(flags: number, ...parts: (number | string)[]): Uint8Array {
  const bytes = Buffer.concat(
    parts.map((part) => {
      const [, value = '', kind] = /^(\d+)([ib])$/.exec(String(part)) ?? []
      if (kind === 'b') return Buffer.from([Number(value)])
      const number = Buffer.alloc(kind === 'i' ? 4 : 8)
      if (kind === 'i') number.writeUInt32LE(Number(value))
      else number.writeDoubleLE(Number(part))
      return number
    }),
  )
  return Buffer.concat([Buffer.from([0x47, 0x50, 0, flags | 1, 0xe6, 0x10, 0, 0]), bytes])
}

describe('an empty geometry is none', () => {
  it.each([
    ['point', ['1b', '1i', Number.NaN, Number.NaN]],
    ['point with height', ['1b', '1001i', Number.NaN, Number.NaN, Number.NaN]],
    ['line', ['1b', '2i', '0i']],
    ['area', ['1b', '3i', '0i']],
    ['area with an empty ring', ['1b', '3i', '1i', '0i']],
    ['several points', ['1b', '4i', '0i']],
    ['several points, each empty', ['1b', '4i', '1i', '1b', '1i', Number.NaN, Number.NaN]],
    ['several lines', ['1b', '5i', '0i']],
    ['several areas', ['1b', '6i', '0i']],
    ['several areas, each empty', ['1b', '6i', '2i', '1b', '3i', '0i', '1b', '3i', '0i']],
    ['collection', ['1b', '7i', '0i']],
    ['curve', ['1b', '8i', '0i']],
    ['area of curves with measures', ['1b', '2010i', '0i']],
  ])('%s, whether its flag says so or not', (_, wkb) => {
    expect(decodeGeometry(blob(EMPTY, ...wkb))).toBeNull()
    expect(decodeGeometry(blob(0, ...wkb))).toBeNull()
  })
})

it('takes places without their heights and measures, with or without a box', () => {
  const point = { type: 'Point', coordinates: [106.5, 29.6] }
  expect(decodeGeometry(blob(0, '1b', '1i', 106.5, 29.6))).toEqual(point)
  expect(decodeGeometry(blob(0, '1b', '1001i', 106.5, 29.6, 240))).toEqual(point)
  const box = [106.5, 106.5, 29.6, 29.6]
  expect(decodeGeometry(blob(ENVELOPE, ...box, '1b', '2001i', 106.5, 29.6, 7))).toEqual(point)
  const line = decodeGeometry(blob(0, '1b', '3002i', '2i', 1, 2, 3, 4, 5, 6, 7, 8))
  const ends = [
    [1, 2],
    [5, 6],
  ]
  expect(line).toEqual({ type: 'LineString', coordinates: ends })
  const points = ['1b', '4i', '2i', '1b', '1001i', 1, 2, 3, '1b', '1i', Number.NaN, Number.NaN]
  expect(decodeGeometry(blob(0, ...points))).toEqual({ type: 'MultiPoint', coordinates: [[1, 2]] })
})

it('reads what it wrote', () => {
  const ring = [
    [106, 29],
    [107, 29],
    [107, 30],
    [106, 29],
  ]
  const area = { type: 'MultiPolygon' as const, coordinates: [[ring]] }
  expect(decodeGeometry(encodeGeometry(area, [106, 29, 107, 30]))).toEqual(area)
})

const LINE = ['1b', '2i', '2i', 1, 2, 3, 4]
const RING = ['4i', 0, 0, 1, 0, 1, 1, 0, 0]
const AREA = ['1b', '3i', '1i', ...RING]
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

it.each<[string, (string | number)[], object]>([
  [
    'a curve of straight parts',
    ['1b', '9i', '2i', ...LINE, '1b', '2i', '2i', 3, 4, 5, 6],
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    },
  ],
  [
    'an area with straight edges',
    ['1b', '10i', '1i', '1b', '2i', ...RING],
    { type: 'Polygon', coordinates: [CORNERS] },
  ],
  [
    'several curves, each straight',
    ['1b', '11i', '2i', ...LINE, '1b', '9i', '1i', ...LINE],
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
  ],
  [
    'several surfaces',
    ['1b', '12i', '1i', ...AREA],
    { type: 'MultiPolygon', coordinates: [[CORNERS]] },
  ],
  [
    'a mesh of triangles',
    ['1b', '16i', '1i', '1b', '17i', '1i', ...RING],
    { type: 'MultiPolygon', coordinates: [[CORNERS]] },
  ],
  [
    'a collection of one kind',
    ['1b', '7i', '2i', '1b', '1i', 1, 2, '1b', '4i', '1i', '1b', '1i', 3, 4],
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
])('reads %s as what it is', (_, wkb, geometry) => {
  expect(decodeGeometry(blob(0, ...wkb))).toEqual(geometry)
})

it('says what came where it is no geometry that can be shown', () => {
  const arc = ['1b', '8i', '3i', 1, 1, 2, 2, 3, 1]
  expect(() => decodeGeometry(blob(0, ...arc))).toThrow('Geometry type 8 came')
  expect(geometryIn(blob(0, ...arc))).toBe('unreadable')
  expect(boxIn(blob(ENVELOPE, 1, 3, 1, 2, ...arc))).toEqual([1, 1, 3, 2])
  expect(boxIn(blob(0, ...arc))).toBeNull()
  const withArc = ['1b', '9i', '2i', ...LINE, ...arc]
  expect(geometryIn(blob(0, ...withArc))).toBe('unreadable')
  const mixed = ['1b', '7i', '2i', '1b', '1i', 1, 2, ...LINE]
  expect(() => decodeGeometry(blob(0, ...mixed))).toThrow('A collection of Point, LineString came')
  expect(geometryIn(blob(0, '1b', '2i', '4000000000i', 1, 2))).toBe('unreadable')
  expect(() => decodeGeometry(Buffer.from('no blob'))).toThrow('does not start with "GP"')
})
