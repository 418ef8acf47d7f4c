// Where does each row of a file lie: by its coordinates, by the shape that came with it, or by what it names?
import { type Hypothesis, placeBy } from '#geodata/analysis/coordinates/which-system.ts'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import {
  gazetteerIn,
  homeAreas,
  type ImportGround,
} from '#geodata/analysis/importing/import-ground.ts'
import type { PlacedRow, PlaceRead } from '#geodata/analysis/importing/judge-row.ts'
import { namedAreaOf, placeByWords } from '#geodata/analysis/importing/place-by-words.ts'
import { placeOfRow } from '#geodata/analysis/importing/place-of-row.ts'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Precision } from '#geodata/model/precision.ts'
import { areaWords, firstCorner } from '#server/imports/tell-coordinates.ts'

export function placeRows(
  ground: ImportGround,
  hypothesis: Hypothesis | null,
  precision: Precision,
): (row: PlacedRow) => PlaceRead {
  const { cities, table } = ground
  const areas = homeAreas(ground)
  const gazetteer = gazetteerIn(ground)
  const { layer } = EDITABLE[table]
  if (layer === null || table === 'links') return () => ({ kind: 'none' })
  const withCity = (read: PlaceRead): PlaceRead =>
    read.kind === 'place' && read.adcode ? { ...read, city: cities[read.adcode] ?? null } : read
  return ({ cells, properties, geometry }) => {
    const text = (name: string) =>
      name === 'place.address' ? cellText(cells[name]) : String(properties[name] ?? '')
    const words = areaWords(text)
    const namedArea = namedAreaOf(words, gazetteer)
    const by = { hypothesis, areas, precision, namedArea }
    if (layer === 'MULTIPOLYGON') return shaped(geometry, by)
    if (geometry && geometry.type !== 'Point') return noPoint(geometry)
    const pair = geometry ? firstCorner(geometry) : null
    const read = placeOfRow(pair ? { 'place.first': pair[0], 'place.second': pair[1] } : cells, by)
    if (read.kind !== 'none') return withCity(read)
    const parkId = text('parkId') || null
    const found = placeByWords({ ...words, name: text('nameZh'), parkId }, gazetteer)
    if (found.kind === 'none') {
      const came = words.address || words.districtZh
      return found.why ? { kind: 'refused', column: 'place.address', came, fits: found.why } : read
    }
    return withCity({
      kind: 'place',
      lngLat: found.lngLat,
      precision: found.precision,
      adcode: found.area.properties.adcode,
      note: found.note,
    })
  }
}

type By = Parameters<typeof placeOfRow>[1]

/** Every corner read as the file's coordinates are. */
function shaped(geometry: Geometry | null, by: By): PlaceRead {
  if (!geometry || !by.hypothesis) return { kind: 'none' }
  if (!geometry.type.endsWith('Polygon')) {
    return refusedShape(geometry, '面', 'an area')
  }
  const { hypothesis } = by
  const corner = firstCorner(geometry)
  const read = placeOfRow(
    { 'place.first': corner?.[0] ?? '', 'place.second': corner?.[1] ?? '' },
    by,
  )
  if (read.kind !== 'place') return read
  const shape = {
    type: geometry.type,
    coordinates: moved((geometry as { coordinates: unknown }).coordinates, hypothesis),
  } as Geometry
  return corners(shape).every(Number.isFinite)
    ? { ...read, shape }
    : {
        kind: 'refused',
        column: 'place.both',
        came: '',
        fits: {
          zh: '图形中有的角点读不出位置，请核对坐标系',
          en: 'Some corners of the shape are no places; check the system of coordinates',
        },
      }
}

const corners = (shape: Geometry): number[] =>
  ((shape as { coordinates?: unknown[] }).coordinates ?? []).flat(
    Number.POSITIVE_INFINITY,
  ) as number[]

function moved(part: unknown, hypothesis: Hypothesis): unknown {
  if (!Array.isArray(part)) return part
  if (typeof part[0] !== 'number') return part.map((inner) => moved(inner, hypothesis))
  const place: LngLat = placeBy(hypothesis, [part[0], part[1] as number]) ?? [
    Number.NaN,
    Number.NaN,
  ]
  return place.map((degrees) => Math.round(degrees * 1e7) / 1e7)
}

const noPoint = (geometry: Geometry) => refusedShape(geometry, '点', 'a point')

const SHAPES: Readonly<Record<string, { zh: string; en: string }>> = {
  Point: { zh: '点', en: 'a point' },
  MultiPoint: { zh: '多个点', en: 'several points' },
  LineString: { zh: '线', en: 'a line' },
  MultiLineString: { zh: '多条线', en: 'several lines' },
  Polygon: { zh: '面', en: 'an area' },
  MultiPolygon: { zh: '多个面', en: 'several areas' },
}

function refusedShape(geometry: Geometry, zh: string, en: string): PlaceRead {
  const came = SHAPES[geometry.type] ?? { zh: geometry.type, en: geometry.type }
  return {
    kind: 'refused',
    column: 'place.both',
    came: came.zh,
    fits: { zh: `图形是${came.zh}，应为${zh}`, en: `The shape is ${came.en}; ${en} is expected` },
  }
}
