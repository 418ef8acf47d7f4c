// In which system are the coordinates of a file, and what speaks for it?
import {
  hypothesisKey,
  hypothesisOf,
  hypothesisWords,
  readingWords,
} from '#geodata/analysis/coordinates/hypothesis-key.ts'
import type { RoadMeters } from '#geodata/analysis/coordinates/road-evidence.ts'
import { type Saying, saidWeights, sayingsOf } from '#geodata/analysis/coordinates/said-system.ts'
import { systemWords } from '#geodata/analysis/coordinates/system-words.ts'
import {
  type Candidate,
  type CoordinateRow,
  type Hypothesis,
  placeBy,
  type SystemAnswer,
  whichSystem,
} from '#geodata/analysis/coordinates/which-system.ts'
import { areaPrefix, core } from '#geodata/analysis/importing/alike.ts'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { type CoordinatePair, pairIn } from '#geodata/analysis/importing/coordinate-cells.ts'
import type { FileColumns } from '#geodata/analysis/importing/file-columns.ts'
import {
  coordinateAreas,
  gazetteerIn,
  type ImportGround,
  placesByName,
} from '#geodata/analysis/importing/import-ground.ts'
import type { FileColumn } from '#geodata/analysis/importing/judge-row.ts'
import { namedAreaOf } from '#geodata/analysis/importing/place-by-words.ts'
import type { ImportCoordinates, ImportSaying, ImportSystem } from '#geodata/contract/imports.ts'
import { systemsBetween } from '#geodata/formats/coordinates/coordinate-system.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { Cell, SaidSystem } from '#geodata/formats/import/foreign/piece.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Precision } from '#geodata/model/precision.ts'
import type { KeptRow } from '#server/store/import-file.ts'

/** More rows tell nothing more. */
const MOST_TOLD_BY = 2000

export const TOLD_BY_ROWS = MOST_TOLD_BY

/** A row that has coordinates, with what it says of where it lies. */
export type WrittenPlace = { at: number; line: number; row: CoordinateRow }

export function writtenPlaces(
  rows: readonly KeptRow[],
  { filled }: FileColumns,
  ground: ImportGround,
): WrittenPlace[] {
  const places = placesByName(ground)
  const prefix = areaPrefix(ground.prefixNames)
  return rows.flatMap(({ at, line, cells, geometry }) => {
    const pair = pairOf(cells, filled, geometry)
    if (!pair) return []
    const area = namedAreaOf(
      areaWords((name) => textOf(cells, filled, name)),
      gazetteerIn(ground),
    )
    const name = core(textOf(cells, filled, 'nameZh'), prefix)
    const near = (name && places.get(name)) || null
    return [{ at, line, row: { cells: pair, areaId: area?.id ?? null, near } }]
  })
}

/** Two cells, one cell, or the point (a corner, for other shapes) that came with the row. */
function pairOf(
  cells: readonly Cell[],
  filled: readonly FileColumn[],
  geometry: Geometry | null,
): CoordinatePair | null {
  const read = pairIn(placeCells(cells, filled))
  if (read.kind === 'pair') return read.pair
  const corner = geometry ? firstCorner(geometry) : null
  return corner
}

export function firstCorner(geometry: Geometry): CoordinatePair | null {
  let part: unknown = (geometry as { coordinates?: unknown }).coordinates
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
  const [x, y] = Array.isArray(part) ? part : []
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}

export function placeCells(cells: readonly Cell[], filled: readonly FileColumn[]) {
  const placed = filled.filter(({ column }) => column.kind === 'place')
  return Object.fromEntries(placed.map(({ column, at }) => [column.name, cells[at] ?? '']))
}

/** What a row says of the area it lies in, by the text of a column. */
export const areaWords = (text: (name: string) => string) => ({
  address: text('place.address'),
  districtZh: text('districtZh') || text('district2025Zh'),
  city: text('city'),
})

export function textOf(cells: readonly Cell[], filled: readonly FileColumn[], name: string) {
  const found = filled.find(({ column }) => column.name === name)
  return found ? cellText(cells[found.at]) : ''
}

export function tellCoordinates(
  places: readonly WrittenPlace[],
  sampled: number,
  columns: FileColumns,
  said: SaidSystem | null,
  ground: ImportGround,
  roadMeters: RoadMeters | null,
): ImportCoordinates {
  const { areas, homeAreaIds } = ground
  const rowsWithout = sampled - places.length
  const headers = columns.filled
    .filter(({ column }) => PAIR_COLUMNS.has(column.name))
    .map(({ at }) => columns.headers[at]?.header ?? '')
  const sayings = sayingsOf(said, headers)
  const counted = { rowsWith: places.length, rowsWithout }
  if (places.length === 0) {
    const saying = sayings.map((one) => heldAgainst(one, null))
    return {
      ...counted,
      said: saying,
      answer: 'none',
      systems: [],
      others: [],
      precision: 'unknown',
    }
  }
  const named = coordinateAreas(ground)
  const region = named.flatMap(({ polygons }) => polygons)
  const answer = whichSystem(
    places.map(({ row }) => row),
    { region, areas: named, roadMeters },
    saidWeights(said, headers),
  )
  const candidates = candidatesOf(answer)
  const known = new Set(candidates.map(hypothesisKey))
  const box = areas.filter(({ id }) => homeAreaIds.includes(id))
  return {
    ...counted,
    said: sayings.map((one) => heldAgainst(one, answer)),
    answer: answer.kind,
    systems: candidates.map((one) => told(one, candidates[0] ?? one, places)),
    others: othersBetween(box.flatMap(({ properties }) => properties.labelLng))
      .filter((one) => !known.has(hypothesisKey(one)))
      .map((one) => ({
        key: hypothesisKey(one),
        words: systemWords(one.system),
        reading: readingWords(one),
      })),
    precision: precisionOf(places),
  }
}

const PAIR_COLUMNS = new Set(['place.first', 'place.second', 'place.both'])

/** `answer` null: no row has coordinates. */
function heldAgainst({ by, text, meant }: Saying, answer: SystemAnswer | null): ImportSaying {
  const candidates = answer ? candidatesOf(answer) : []
  const isMeant = (one: Candidate) => [one, ...one.same].some((way) => meant?.is(way))
  const isTold = answer?.kind === 'told'
  const left = isTold ? candidates.slice(0, 1) : candidates
  const isAgainst = meant !== null && left.length > 0 && !left.some(isMeant)
  const rows = isAgainst ? 'against' : meant && isTold ? 'with' : 'open'
  return { by, text, system: meant?.words ?? null, rows }
}

function candidatesOf(answer: SystemAnswer): Candidate[] {
  if (answer.kind === 'told') return [answer.best, ...answer.others]
  return answer.kind === 'nowhere' ? [] : answer.candidates
}

function told(one: Candidate, first: Candidate, places: readonly WrittenPlace[]): ImportSystem {
  const [eastMeters, northMeters] = middleShift(one, first, places)
  const { chance, evidence, metersApart, conversionMeters } = one
  return {
    key: hypothesisKey(one),
    words: systemWords(one.system),
    reading: readingWords(one),
    chance,
    ...evidence,
    metersApart,
    eastMeters,
    northMeters,
    conversionMeters,
  }
}

const METERS_PER_DEGREE = 111_320

/** By how much the rows lie east and north of where the first candidate puts them: the middle row. */
function middleShift(
  one: Hypothesis,
  first: Hypothesis,
  places: readonly WrittenPlace[],
): [number, number] {
  const shifts = places.slice(0, 200).flatMap(({ row }) => {
    const [a, b] = [placeBy(first, row.cells), placeBy(one, row.cells)]
    if (!a || !b) return []
    const perLng = METERS_PER_DEGREE * Math.cos((a[1] * Math.PI) / 180)
    return [[(b[0] - a[0]) * perLng, (b[1] - a[1]) * METERS_PER_DEGREE] as const]
  })
  const middle = (axis: 0 | 1) =>
    shifts.map((shift) => shift[axis]).sort((a, b) => a - b)[Math.floor(shifts.length / 2)] ?? 0
  return [middle(0), middle(1)]
}

function othersBetween(longitudes: readonly number[]): Hypothesis[] {
  const systems = systemsBetween(Math.min(...longitudes), Math.max(...longitudes))
  return systems.flatMap((system) =>
    (['first', 'second'] as const).map((east) => ({
      system,
      reading: { east, isPacked: false, flips: [] },
    })),
  )
}

const FIGURES: readonly [least: number, precision: Precision][] = [
  [3, 'street'],
  [2, 'town'],
]

/**
 * By the decimals of degrees that half of the rows have: three tell a hundred meters, two a kilometer. That a point is of
 * the site itself no number of decimals shows: whoever knows it says so.
 */
function precisionOf(places: readonly WrittenPlace[]): Precision {
  const decimals = places
    .flatMap(({ row }) => row.cells)
    .map((cell) => {
      if (Math.abs(Number(cell)) > 360) return 9
      const text = String(cell)
      return /[°′″'"度分秒]/.test(text) ? 4 : (text.split('.')[1]?.length ?? 0)
    })
    .sort((a, b) => a - b)
  const middle = decimals[Math.floor(decimals.length / 2)] ?? 0
  return FIGURES.find(([least]) => middle >= least)?.[1] ?? 'district'
}

/** Where the rows lie read in one way. */
export function placesBy(key: string, places: readonly WrittenPlace[]) {
  const hypothesis = hypothesisOf(key)
  if (!hypothesis) return null
  return places.flatMap(({ at, line, row }) => {
    const lngLat: LngLat | null = placeBy(hypothesis, row.cells)
    return lngLat ? [{ at, line, lngLat, areaId: row.areaId }] : []
  })
}

export const keyWords = (key: string) => {
  const hypothesis = hypothesisOf(key)
  return hypothesis && hypothesisWords(hypothesis)
}
