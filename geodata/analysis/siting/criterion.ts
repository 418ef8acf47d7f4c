// What is a criterion of siting?
//
// A criterion is one file in criteria/ and one line in criteria.ts. It measures a candidate in a natural
// unit, says how sure that is and where it comes from; what is missing is an interval, never a zero.
import type { Draws } from '#geodata/analysis/doubt/draws.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import type { Partners } from '#geodata/analysis/siting/partners.ts'
import type { Candidate, Plant, Question } from '#geodata/analysis/siting/question.ts'
import type { RowGroup } from '#geodata/contract/processes/comparison.ts'
import type { DoubtAsked } from '#geodata/contract/processes/doubt.ts'
import type { NeedFound, SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'

/** What the joint draws of a question share. */
export type Doubt = {
  draws: Draws
  asked: DoubtAsked
  /** The factor on all driving times, draw by draw. */
  speed: Float64Array
  /** Memory for two arrays of draws, lent to who measures: a call may overwrite them. */
  lent: Float64Array
  lentToo: Float64Array
}

export type SitingContext = {
  ground: Ground
  facts: RegionFacts
  inputs: SitingInputs
  question: Question
  plants: readonly Plant[]
}

/** How a site stands to a need, and in which draws it meets it; null: that is not drawn. */
export type NeedStood = { found: NeedFound; metIn: Uint8Array | null }

export type Site = {
  candidate: Candidate
  partners: Partners
  /** How it stands to what was asked of it. */
  needs: readonly NeedStood[]
}

export type Raw =
  | { kind: 'known'; raw: number; low: number; high: number; source: string }
  /** Surely from 0 to `high`, and nothing says where between. */
  | { kind: 'atMost'; high: number; reason: Bilingual; source: string }
  | { kind: 'unknown'; reason: Bilingual; source: string }

/** The value function is linear: 1 at `best`, 0 at `worst`; both are planning assumptions. */
export type Criterion = Omit<SitingResult['criteria'][number], 'weight' | 'defaultShare'> & {
  /** Where it stands in a comparison. */
  group: RowGroup
  /** Points; they are scaled to sum to one. A planning assumption, to be changed on the page. */
  defaultWeight: number
  /** Where the ends of the scale depend on the question. */
  bestOf?: (context: SitingContext) => number
  worstOf?: (context: SitingContext) => number
  /** Absent: always. */
  isAsked?: (context: SitingContext) => boolean
  measure: (context: SitingContext, site: Site) => Raw
  /**
   * Writes what it measures in every draw, NaN where nothing is known then; false: nothing of it is drawn from
   * places, makers or rates. Absent: the same. What is then known of it is drawn evenly from low to high.
   */
  draw?: (context: SitingContext, site: Site, doubt: Doubt, into: Float64Array) => boolean
  /** The dates of the rows it is measured with; null: such a row has none. */
  datesOf?: (context: SitingContext) => readonly (string | null)[]
}

/** Value 0 … 1 of a measured amount. */
export function valueAt({ best, worst }: { best: number; worst: number }, raw: number): number {
  return Math.min(1, Math.max(0, (raw - worst) / (best - worst)))
}

export function known(raw: number, source: string, low = raw, high = raw): Raw {
  return { kind: 'known', raw, low, high, source }
}

export function atMost(high: number, reason: Bilingual, source: string): Raw {
  return { kind: 'atMost', high, reason, source }
}

export function unknown(reason: Bilingual, source: string): Raw {
  return { kind: 'unknown', reason, source }
}

export function minutes(duration: SecondsInterval, source: string): Raw {
  const { lowSeconds, centralSeconds, highSeconds } = duration
  return known(centralSeconds / 60, source, lowSeconds / 60, highSeconds / 60)
}

/** How many are within a time; who cannot be reached is not. */
export function countWithin(
  partners: readonly { duration: SecondsInterval | null }[],
  withinMinutes: number,
  source: string,
): Raw {
  const count = (key: keyof SecondsInterval) =>
    partners.filter(({ duration }) => duration && duration[key] <= withinMinutes * 60).length
  return known(count('centralSeconds'), source, count('highSeconds'), count('lowSeconds'))
}

/** What minutes stand on. */
export function networkSource({ roads: { title } }: Ground): string {
  return `${title.zh} ${title.en}`
}
