// Where is a row of a file, by the system of coordinates that was confirmed?
//
// What was written stays beside it: the place's source names the cells as they came and the system they were read in.

import { systemWords } from '#geodata/analysis/coordinates/system-words.ts'
import { type Hypothesis, placeBy } from '#geodata/analysis/coordinates/which-system.ts'
import { type CoordinatePair, pairIn } from '#geodata/analysis/importing/coordinate-cells.ts'
import type { PlaceRead } from '#geodata/analysis/importing/judge-row.ts'
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { District } from '#geodata/contract/collections.ts'
import { conversionMeters } from '#geodata/formats/coordinates/coordinate-system.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import {
  PRECISION_RADIUS_KILOMETERS,
  PRECISIONS,
  type Precision,
} from '#geodata/model/precision.ts'

export type PlacedBy = {
  /** null: nobody has confirmed a system, so that cells of coordinates are no place yet. */
  hypothesis: Hypothesis | null
  areas: readonly District[]
  /** How exact the file's places are meant to be. */
  precision: Precision
  /** The district that the row names; null: none, or none that is known. */
  namedArea: District | null
}

/** Beyond this a place in another district than the one named is no matter of how borders are drawn. */
const OVER_BORDER_METERS = 500

export function placeOfRow(cells: Readonly<Record<string, Cell>>, by: PlacedBy): PlaceRead {
  const read = pairIn(cells)
  if (read.kind !== 'pair') return read
  if (!by.hypothesis) return { kind: 'none' }
  const place = placeBy(by.hypothesis, read.pair)
  const { zh, en } = systemWords(by.hypothesis.system)
  if (!place) {
    return refused(read.pair, {
      zh: `按${zh}读不出位置，请核对这两格`,
      en: `They are no place in ${en}; check both cells`,
    })
  }
  const area = areaAt(by.areas, place)
  if (!area) {
    return refused(read.pair, {
      zh: `按${zh}读，落在已知区县之外`,
      en: `Read as ${en} it lies outside of every known district`,
    })
  }
  const over = by.namedArea && by.namedArea.id !== area.id ? metersInto(place, by.namedArea) : 0
  if (by.namedArea && over > OVER_BORDER_METERS) {
    const kilometers = (over / 1000).toFixed(1)
    return refused(read.pair, {
      zh: `写的是${by.namedArea.properties.nameZh}，点却在${area.properties.nameZh}，过界 ${kilometers} km`,
      en: `${by.namedArea.properties.nameEn} is named, but the place lies in ${area.properties.nameEn}, ${kilometers} km over the border`,
    })
  }
  return {
    kind: 'place',
    lngLat: rounded(place),
    precision: coarsened(by.precision, conversionMeters(by.hypothesis.system)),
    adcode: area.properties.adcode,
    note: `${read.pair.join('，')}（${zh}）`,
  }
}

function refused(pair: CoordinatePair, fits: { zh: string; en: string }): PlaceRead {
  return { kind: 'refused', column: 'place.both', came: pair.join('，'), fits }
}

/** To a centimeter: more figures are noise of the conversion. */
const rounded = (place: LngLat): LngLat => [
  Math.round(place[0] * 1e7) / 1e7,
  Math.round(place[1] * 1e7) / 1e7,
]

/** From the outside to the border of the area. */
function metersInto(place: LngLat, { geometry }: District): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return Math.min(...(polygons as number[][][][]).flat().map((ring) => metersToLine(place, ring)))
}

/** A datum of which nobody gave the parameters leaves a doubt that no finer level holds. */
function coarsened(precision: Precision, offMeters: number): Precision {
  const isHeld = (level: Precision) => (PRECISION_RADIUS_KILOMETERS[level] ?? 0) * 1000 >= offMeters
  const from = PRECISIONS.indexOf(precision)
  return PRECISIONS.slice(from).find(isHeld) ?? precision
}
