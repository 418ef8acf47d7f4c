// Who of a siting stands side by side, and how does each stand to its question?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import type { ComparedCandidate } from '#geodata/contract/processes/comparison.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'

/** A column, with what was measured of it; null: nothing was. */
export type Compared = { told: ComparedCandidate; measured: MeasuredCandidate | null }

/**
 * The question without those of its parks and sites that are compared and gone meanwhile: the others are ranked as
 * before, and who is gone is told as such.
 */
export function withoutGone(
  { parks, sites }: Pick<RegionFacts, 'parks' | 'sites'>,
  asked: SitingInputs,
  candidateIds: readonly string[],
): SitingInputs {
  const isGone = (of: readonly { id: string }[]) => {
    const known = new Set(of.map(({ id }) => id))
    return (id: string) => !known.has(id) && candidateIds.includes(id)
  }
  const [parkGone, siteGone] = [isGone(parks), isGone(sites)]
  return {
    ...asked,
    siteIds: asked.siteIds.filter((id) => !siteGone(id)),
    ...(asked.parkIds ? { parkIds: asked.parkIds.filter((id) => !parkGone(id)) } : {}),
  }
}

/** The columns in the order asked. */
export function comparedOf(
  { parks, sites }: Pick<RegionFacts, 'parks' | 'sites'>,
  { result, measured }: Pick<Ranked, 'result' | 'measured'>,
  candidateIds: readonly string[],
): Compared[] {
  const names = new Map([
    ...sites.map(
      ({ id, properties: { nameZh, nameEn } }) => [id, [nameZh, nameEn ?? nameZh]] as const,
    ),
    ...parks.map(({ id, properties: { labelZh, labelEn } }) => [id, [labelZh, labelEn]] as const),
  ])
  return candidateIds.map((id) => {
    const found = measured.candidates.find((one) => one.id === id)
    if (found) return { told: measuredCandidate(found, result), measured: found }
    const [nameZh = id, nameEn = id] = names.get(id) ?? []
    const isThere = names.has(id)
    const nowhere = {
      kind: null,
      lngLat: null,
      failedNeeds: [],
      unprovenNeeds: [],
      ranked: null,
      terms: [],
    }
    return {
      measured: null,
      told: {
        ...nowhere,
        id,
        nameZh,
        nameEn,
        standing: isThere ? 'outside' : 'gone',
        why: isThere
          ? OUTSIDE
          : {
              zh: `没有“${id}”：可能已被删除，或编号有误`,
              en: `There is no “${id}” now: it may have been deleted, or its code is wrong.`,
            },
      },
    }
  })
}

const OUTSIDE = {
  zh: '不是本次选址的候选：不在所选园区或范围内，或没有位置',
  en: 'It is no candidate of this question: not among its parks, outside its area, or without a place.',
}

function measuredCandidate(
  one: MeasuredCandidate,
  result: Omit<SitingResult, 'basis'>,
): ComparedCandidate {
  const { id, kind, nameZh, nameEn, lngLat, terms } = one
  const entry = result.ranking.find((each) => each.id === id)
  const hard = (...standings: string[]) =>
    one.needs.flatMap((need) => (need.isHard && standings.includes(need.standing) ? [need.id] : []))
  const failedNeeds = hard('failed')
  return {
    id,
    kind,
    nameZh,
    nameEn,
    lngLat,
    terms,
    standing: entry ? 'ranked' : 'excluded',
    why: entry ? null : whyExcluded(failedNeeds, result),
    failedNeeds,
    unprovenNeeds: hard('perhaps', 'unknown'),
    ranked: entry ? rankedAs(entry) : null,
  }
}

function whyExcluded(failed: readonly string[], { needs }: Pick<SitingResult, 'needs'>) {
  const titles = needs.filter(({ id }) => failed.includes(id)).map(({ title }) => title)
  return {
    zh: `不满足硬要求：${titles.map(({ zh }) => zh).join('、')}`,
    en: `It fails a hard need: ${titles.map(({ en }) => en).join(', ')}.`,
  }
}

function rankedAs(entry: SitingResult['ranking'][number]): ComparedCandidate['ranked'] {
  const { rank, rankLikely, rankLow, rankHigh, chanceFirst, group } = entry
  const { score: central, scoreLikely: likely, scoreLow: low, scoreHigh: high } = entry
  const score = { central, likely, low, high }
  return { rank, rankLikely, rankLow, rankHigh, chanceFirst, group, score }
}
