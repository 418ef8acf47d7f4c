// What does a criterion bring to a candidate in every draw?
import { spread } from '#geodata/analysis/doubt/arrays.ts'
import { endsOf, likelyRange, type Range } from '#geodata/analysis/doubt/likely.ts'
import {
  type Criterion,
  type Doubt,
  type Raw,
  type Site,
  type SitingContext,
  valueAt,
} from '#geodata/analysis/siting/criterion.ts'
import type { Candidate } from '#geodata/analysis/siting/question.ts'

export type DrawnTerm = {
  /** Value 0 … 1 in every draw; a number alone where every draw gives the same. */
  values: Float64Array | number
  /** In the unit of the criterion; null: nothing is known of it. */
  rawLikely: Range | null
  valueLikely: Range
  /** The least and the greatest of all draws; null as above. */
  rawEnds: Range | null
  valueEnds: Range
  /** The even numbers it was drawn from, where no more is known of it than where it ends; null: not so drawn. */
  even: Float64Array | null
}

type Scale = { best: number; worst: number }

/** Draws a criterion at a candidate: from its ways, its makers and rates, else evenly in what is known. */
export function drawnTerm(
  criterion: Criterion,
  scale: Scale,
  measured: Raw,
  context: SitingContext,
  site: Site,
  doubt: Doubt,
): DrawnTerm {
  const raws = doubt.lentToo
  if (!criterion.draw?.(context, site, doubt, raws)) {
    const even = evenTerm(criterion, scale, measured, site.candidate, doubt)
    if (even) return even
    if (measured.kind === 'known') {
      const value = valueAt(scale, measured.raw)
      const raw = [measured.raw, measured.raw] as const
      return {
        values: value,
        rawLikely: raw,
        rawEnds: raw,
        valueLikely: [value, value],
        valueEnds: [value, value],
        even: null,
      }
    }
    const unknown = doubt.draws.evenly(nameOfUnknown(criterion, site.candidate))
    return { ...told(unknown, null, doubt), even: unknown }
  }
  const values = raws.map((raw) => drawnValue(scale, raw))
  return told(values, knownOf(raws), doubt)
}

/** Where nothing is known in a draw, as where nobody makes an input, no candidate is better for it. */
export function drawnValue(scale: Scale, raw: number): number {
  return Number.isNaN(raw) ? 0.5 : valueAt(scale, raw)
}

function evenTerm(
  criterion: Criterion,
  scale: Scale,
  measured: Raw,
  candidate: Candidate,
  doubt: Doubt,
): DrawnTerm | null {
  const found = evenRaws(criterion, measured, candidate, doubt)
  if (!found) return null
  const { raws, even } = found
  const values = raws.map((raw) => valueAt(scale, raw))
  return { ...told(values, raws, doubt), even }
}

/** An interval of which no more is known: evenly from its low to its high end. */
function evenRaws(criterion: Criterion, measured: Raw, candidate: Candidate, doubt: Doubt) {
  if (measured.kind === 'unknown') return null
  const { high } = measured
  const low = measured.kind === 'known' ? measured.low : 0
  if (low === high) return null
  const even = doubt.draws.evenly(nameOfUnknown(criterion, candidate))
  return { even, raws: spread(even, low, high) }
}

/**
 * What a criterion measures in every draw, NaN where nothing is known then; a number alone where every draw measures
 * the same; null: nothing is known of it.
 */
export function drawnRaws(
  criterion: Criterion,
  context: SitingContext,
  site: Site,
  doubt: Doubt,
): Float64Array | number | null {
  const raws = new Float64Array(doubt.draws.count)
  if (criterion.draw?.(context, site, doubt, raws)) return raws
  const measured = criterion.measure(context, site)
  const even = evenRaws(criterion, measured, site.candidate, doubt)
  if (even) return even.raws
  return measured.kind === 'known' ? measured.raw : null
}

/** What is not known of a place is one variable; two pins at one place share it. */
export function nameOfUnknown(
  { id }: Pick<Criterion, 'id'>,
  { kind, id: candidateId, place }: Candidate,
): string {
  return `${id} of ${kind === 'park' ? candidateId : place.lngLat.join()}`
}

function knownOf(raws: Float64Array): Float64Array | null {
  if (!raws.some(Number.isNaN)) return raws
  const known = raws.filter((raw) => !Number.isNaN(raw))
  return known.length === 0 ? null : known
}

function told(values: Float64Array, raws: Float64Array | null, { lent }: Doubt): DrawnTerm {
  const room = (drawn: Float64Array) => lent.subarray(0, drawn.length)
  return {
    values,
    rawLikely: raws && likelyRange(raws, room(raws)),
    rawEnds: raws && endsOf(raws),
    valueLikely: likelyRange(values, room(values)),
    valueEnds: endsOf(values),
    even: null,
  }
}
