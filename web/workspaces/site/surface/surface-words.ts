// Where is a cell, how good is it, and is it better than the best park? In words that a meeting can repeat.
import { cellToLatLng, latLngToCell } from 'h3-js'
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import type { ParkScored, ScoredSurface } from '#web/state/answers/surface.ts'
import type { View } from '#web/state/view/view.ts'

export type NamedCell = {
  cell: number
  lngLat: LngLat
  name: string
  score: number
  likely: readonly [number, number] | null
}

/** The best cells, the best first; those of unknown score are none. */
export function bestCells(
  { result, scores, likely }: ScoredSurface,
  districts: readonly District[],
  count: number,
): NamedCell[] {
  const order = result.cells.flatMap((_, cell) => (Number.isNaN(scores[cell]) ? [] : [cell]))
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  return order.slice(0, count).map((cell) => cellNamed({ result, scores, likely }, districts, cell))
}

/** The cell in which the pin of the view lies, by its index; null: there is none. */
export function pinnedCell(
  { cells, resolution }: Pick<SurfaceResult, 'cells' | 'resolution'>,
  { pin }: Pick<View, 'pin'>,
): number | null {
  if (!pin) return null
  const cell = cells.indexOf(latLngToCell(pin[1], pin[0], resolution))
  return cell < 0 ? null : cell
}

/** A cell by its district and the place nearest to its middle. */
export function cellNamed(
  { result, scores, likely }: Pick<ScoredSurface, 'result' | 'scores' | 'likely'>,
  districts: readonly District[],
  cell: number,
): NamedCell {
  const [lat, lng] = cellToLatLng(result.cells[cell] ?? '')
  const lngLat: LngLat = [lng, lat]
  return {
    cell,
    lngLat,
    name: nameOfCell(result, districts, cell, lngLat),
    score: scores[cell] ?? Number.NaN,
    likely: likely?.[cell] ?? null,
  }
}

function nameOfCell(
  { places, nearestPlaces }: Pick<SurfaceResult, 'places' | 'nearestPlaces'>,
  districts: readonly District[],
  cell: number,
  lngLat: LngLat,
): string {
  const area = areaAt(districts, lngLat)?.properties
  const district = area ? nameOf(area) : ''
  const place = places[nearestPlaces[cell] ?? -1]
  if (!place) return t('surface.in', { district })
  const kilometers = (greatCircleMeters(lngLat, place.lngLat) / 1000).toFixed(1)
  return t('surface.near', { district, place: nameOf(place), kilometers })
}

/** The score with its likely range, as soon as that is drawn. */
export function scoreText({ score, likely }: Pick<NamedCell, 'score' | 'likely'>): string {
  if (Number.isNaN(score)) return t('site.unknown')
  if (!likely) return t('surface.score', { score: Math.round(score) })
  const [low, high] = likely.map(Math.round)
  return low === high
    ? t('surface.scoreSure', { score: Math.round(score) })
    : t('surface.scoreLikely', { score: Math.round(score), low: low ?? 0, high: high ?? 0 })
}

/** The best cell beside the best park by the same criteria; empty where no cell has a score. */
export function surfaceSentence(
  { criteria }: Pick<SurfaceResult, 'criteria'>,
  best: NamedCell | undefined,
  park: ParkScored | undefined,
): string {
  if (!best) return ''
  const found = { terms: criteria.length, place: best.name, score: scoreText(best) }
  if (!park) return t('surface.sentence', found)
  const beside = { park: nameOf(park), parkScore: scoreText(park) }
  const ahead = standingOf(best, park)
  return t('surface.sentencePark', { ...found, ...beside, ahead: t(`surface.ahead.${ahead}`) })
}

/** Whether the one is better than the other whatever the draws, or they cannot be told apart by their ranges. */
function standingOf(best: NamedCell, park: ParkScored): 'drawing' | 'cell' | 'park' | 'unsure' {
  if (!best.likely || !park.likely) return 'drawing'
  if (best.likely[0] > park.likely[1]) return 'cell'
  return park.likely[0] > best.likely[1] ? 'park' : 'unsure'
}

/** What only parks are known for, so that the two scores are not compared; empty where nothing is left out. */
export function leftOutText({ leftOut }: Pick<SurfaceResult, 'leftOut'>): string {
  if (leftOut.length === 0) return ''
  const names = leftOut.map(({ title }) => say(title)).join(t('surface.join'))
  return t('surface.leftOut', { names })
}
