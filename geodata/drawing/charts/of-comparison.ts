// What of a comparison does each chart draw? Page and files take it from here, so that both show the same.

import type {
  Cell,
  ComparisonResult,
  Triangle,
  WeightLine,
} from '#geodata/contract/processes/comparison.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { RadarValue } from '#geodata/drawing/charts/radar.ts'
import type { ScoreLine } from '#geodata/drawing/charts/weight-lines.ts'
import type { Mix } from '#geodata/drawing/charts/winner-triangle.ts'

/** A compared candidate by its column. */
export type Drawn = { index: number; id: string }
/** Nine in ten draws, or the outer bounds. */
export type ShownEnds = 'likely' | 'bounds'

/** Points of a term with the ends in force; of an unknown one nobody knows where between them. */
export function radarValue(term: SitingTerm | null, range: ShownEnds): RadarValue | null {
  if (!term) return null
  const [low, high] = range === 'bounds' ? [term.valueLow, term.valueHigh] : term.valueLikely
  return { points: term.value * 100, low: low * 100, high: high * 100, known: term.known }
}

export type CellMinutes = { minutes: number; low: number; high: number }

/** The minutes of a cell with the ends in force; null: none is known. */
export function minutesIn(cell: Cell | undefined, range: ShownEnds): CellMinutes | null {
  if (cell?.kind !== 'amount') return null
  const bounds = [cell.low ?? cell.amount, cell.high ?? cell.amount] as const
  const [low, high] = range === 'bounds' ? bounds : (cell.likely ?? bounds)
  return { minutes: cell.amount, low, high }
}

export const WAY_KINDS = ['plant', 'hub'] as const
/** So many hubs, the nearest, are shown; the others unfold. */
export const MOST_HUBS = 8

export type Way = {
  id: string
  title: Bilingual
  /** By drawn candidate; null: not known, or no truck gets there. */
  minutes: (CellMinutes | null)[]
}

/** The ways of a kind, the nearest to any of the drawn first; those that nobody reaches last. */
export function waysOf(
  { rows, candidates }: ComparisonResult,
  drawn: readonly Drawn[],
  kind: (typeof WAY_KINDS)[number],
  range: ShownEnds,
): Way[] {
  const columns = drawn.map(({ id }) => candidates.findIndex((one) => one.id === id))
  const nearest = ({ minutes }: Way) =>
    Math.min(...minutes.map((one) => one?.minutes ?? Number.POSITIVE_INFINITY))
  return rows
    .filter(({ id }) => id.startsWith(`${kind} `))
    .map(({ id, title, cells }) => ({
      id,
      title,
      minutes: columns.map((column) => minutesIn(cells[column], range)),
    }))
    .sort((a, b) => (nearest(a) < nearest(b) ? -1 : nearest(a) > nearest(b) ? 1 : 0))
}

/** The score of each of the drawn along the weight of a criterion; `ids`: in whose order the line tells them. */
export function scoreLines(
  { ends, likely }: WeightLine,
  ids: readonly string[],
  drawn: readonly Drawn[],
): ScoreLine[] {
  return drawn.flatMap(({ index, id }) => {
    const at = ids.indexOf(id)
    const own = ends[at]
    if (!own) return []
    const band = likely.flatMap(({ share, ranges }) => {
      const range = ranges[at]
      return range ? [{ share, low: range[0], high: range[1] }] : []
    })
    return [{ index, none: own.none.central, all: own.all.central, band }]
  })
}

/** Of two that are not drawn nothing is told. */
export function crossingsOf({ crossings }: WeightLine, drawn: readonly Drawn[]) {
  return crossings
    .filter(({ ids }) => ids.every((id) => drawn.some((one) => one.id === id)))
    .sort((a, b) => a.share - b.share)
}

/** The heaviest criterion first. */
export const linesByWeight = ({ lines }: NonNullable<ComparisonResult['decides']>) =>
  [...lines].sort((a, b) => b.share - a.share)

export function mixesOf({ points }: Triangle, drawn: readonly Drawn[]): Mix[] {
  const indexOf = (id: string) => drawn.find((one) => one.id === id)?.index
  return points.map(({ shares, firstIds }) => ({
    shares,
    first: firstIds.flatMap((id) => indexOf(id) ?? []),
  }))
}

/** The mix of the three as the question weighs them; null: none of them weighs anything. */
export function mixNow(
  { criteria }: Triangle,
  weighed: ComparisonResult['criteria'],
): readonly [number, number, number] | null {
  const weightOf = (id: string) => weighed.find((one) => one.id === id)?.weight ?? 0
  const [top, left, right] = criteria
  const now = [weightOf(top), weightOf(left), weightOf(right)] as const
  return now.some((weight) => weight > 0) ? now : null
}

/** In which part of all mixes each of the drawn is first, in which several are level, and in which one not drawn is. */
export function partsOf({ points }: Triangle, drawn: readonly Drawn[]) {
  const share = (isOne: (firstIds: readonly string[]) => boolean) =>
    points.filter(({ firstIds }) => isOne(firstIds)).length / Math.max(1, points.length)
  return {
    parts: drawn.map(({ index, id }) => ({
      index,
      share: share((firstIds) => firstIds.length === 1 && firstIds[0] === id),
    })),
    level: share((firstIds) => firstIds.length > 1),
    hidden: share(
      ([first, ...others]) => others.length === 0 && drawn.every(({ id }) => id !== first),
    ),
  }
}
