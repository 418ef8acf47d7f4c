// Is a row where its two cells say, by the system that was confirmed, and refused where that cannot be?
import { describe, expect, it } from 'vitest'
import type { Hypothesis } from '#geodata/analysis/coordinates/which-system.ts'
import { type PlacedBy, placeOfRow } from '#geodata/analysis/importing/place-of-row.ts'
import type { District } from '#geodata/contract/collections.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

/** Two invented districts side by side.
 *
 *      29.9 +------+------+
 *           | west | east |
 *      29.1 +------+------+
 *         106.0  106.5  107.0
 */
const district = (id: string, nameZh: string, nameEn: string, west: number): District =>
  ({
    type: 'Feature',
    id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 29.1],
          [west + 0.5, 29.1],
          [west + 0.5, 29.9],
          [west, 29.9],
          [west, 29.1],
        ],
      ],
    },
    properties: { adcode: id, nameZh, nameEn, level: 'district' },
  }) as unknown as District
const west = district('990001', '西虚区', 'Invented West', 106)
const east = district('990002', '东虚区', 'Invented East', 106.5)

const plain: Hypothesis['reading'] = { east: 'first', isPacked: false, flips: [] }
const wgs84: Hypothesis = { system: { kind: 'degrees', datum: 'wgs84' }, reading: plain }
const by = (part: Partial<PlacedBy> = {}): PlacedBy => ({
  hypothesis: wgs84,
  areas: [west, east],
  precision: 'site',
  namedArea: null,
  ...part,
})
const cells = (first: string | number, second: string | number) => ({
  'place.first': first,
  'place.second': second,
})

describe('the place of a row', () => {
  it('is by the confirmed system, and what was written stays beside it', () => {
    expect(placeOfRow(cells('106.25', 29.5), by({ namedArea: west }))).toEqual({
      kind: 'place',
      lngLat: [106.25, 29.5],
      precision: 'site',
      adcode: '990001',
      note: '106.25，29.5（WGS84 / CGCS2000）',
    })
  })

  it('is none where nobody has confirmed a system, or no cell is filled', () => {
    expect(placeOfRow(cells(106.25, 29.5), by({ hypothesis: null }))).toEqual({ kind: 'none' })
    expect(placeOfRow(cells('', ''), by())).toEqual({ kind: 'none' })
    expect(placeOfRow({}, by())).toEqual({ kind: 'none' })
  })

  it('follows the reading: the second column may be east', () => {
    const turned = { ...wgs84, reading: { ...plain, east: 'second' as const } }
    expect(placeOfRow(cells(29.5, 106.75), by({ hypothesis: turned }))).toMatchObject({
      lngLat: [106.75, 29.5],
      adcode: '990002',
    })
  })

  // GCJ-02 is known to lie 100 to 700 m beside WGS84 in all of China.
  it('in a shifted datum is shifted back', () => {
    const amap: Hypothesis = { ...wgs84, system: { kind: 'degrees', datum: 'gcj02' } }
    const place = placeOfRow(cells(106.25, 29.5), by({ hypothesis: amap }))
    if (place.kind !== 'place') throw new Error(place.kind)
    const meters = greatCircleMeters(place.lngLat, [106.25, 29.5] as LngLat)
    expect(meters).toBeGreaterThan(100)
    expect(meters).toBeLessThan(700)
    expect(place.note).toBe('106.25，29.5（高德、腾讯坐标（GCJ-02））')
  })

  it('stays a site by an old datum too, whose doubt of 72 m is within a site’s 200 m', () => {
    // On the central meridian the easting is 500 km, whatever the ellipsoid; 3 264 km north is 29.5°.
    const meters = (datum: 'cgcs2000' | 'beijing54'): Hypothesis => ({
      system: {
        kind: 'gauss-kruger',
        datum,
        zoneDegrees: 3,
        centralMeridianDegrees: 106.5,
        hasZonePrefix: false,
      },
      reading: plain,
    })
    const placed = (datum: 'cgcs2000' | 'beijing54', precision: PlacedBy['precision']) => {
      const place = placeOfRow(
        cells(500_000, 3_264_700),
        by({ hypothesis: meters(datum), precision }),
      )
      if (place.kind !== 'place') throw new Error(JSON.stringify(place))
      expect(greatCircleMeters(place.lngLat, [106.5, 29.5] as LngLat)).toBeLessThan(1000)
      return place.precision
    }
    expect(placed('cgcs2000', 'site')).toBe('site')
    expect(placed('beijing54', 'site')).toBe('site')
    expect(placed('beijing54', 'town')).toBe('town')
  })

  it('has seven figures behind the point: a centimeter', () => {
    expect(placeOfRow(cells('106.123456789', '29.5'), by())).toMatchObject({
      lngLat: [106.1234568, 29.5],
    })
  })
})

describe('a row is refused', () => {
  it('whose place is in another district than it names, by how far', () => {
    const place = placeOfRow(cells(106.75, 29.5), by({ namedArea: west }))
    // 0.25° on the parallel of 29.5°: 0.25 · 111.32 km · cos 29.5° = 24.2 km.
    expect(place).toEqual({
      kind: 'refused',
      column: 'place.both',
      came: '106.75，29.5',
      fits: {
        zh: '写的是西虚区，点却在东虚区，过界 24.2 km',
        en: 'Invented West is named, but the place lies in Invented East, 24.2 km over the border',
      },
    })
  })

  it('but not for how a border is drawn: up to 500 m', () => {
    // 0.004° on that parallel: 388 m; 0.006°: 581 m.
    expect(placeOfRow(cells(106.504, 29.5), by({ namedArea: west })).kind).toBe('place')
    expect(placeOfRow(cells(106.506, 29.5), by({ namedArea: west })).kind).toBe('refused')
  })

  it('outside of every known district', () => {
    expect(placeOfRow(cells(120, 30), by())).toMatchObject({
      kind: 'refused',
      fits: { zh: '按WGS84 / CGCS2000读，落在已知区县之外' },
    })
  })

  it('whose cells are no place in that system, or of which one is missing', () => {
    expect(placeOfRow(cells(500_000, 3_264_700), by())).toMatchObject({
      kind: 'refused',
      column: 'place.both',
      came: '500000，3264700',
      fits: { zh: '按WGS84 / CGCS2000读不出位置，请核对这两格' },
    })
    expect(placeOfRow(cells(106.5, ''), by())).toMatchObject({
      kind: 'refused',
      column: 'place.second',
    })
  })
})
