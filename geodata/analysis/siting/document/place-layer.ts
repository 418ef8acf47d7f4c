// What of a siting and of a comparison lies somewhere: each candidate as a point, and how far a truck gets from it.
//
// Every column says one thing, so that a map program reads it without taking it apart: what is likely in two ends,
// what was asked a column a need. A candidate whose place is not known is there without a geometry.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { NeedFound, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Layer } from '#geodata/formats/export/format.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** How far a truck gets from a candidate. */
export type RingsOf = { candidateId: string; rings: IsochroneResult }

type Ranked = SitingResult['ranking'][number]
type Need = Pick<NeedFound, 'id' | 'standing' | 'chance'>
type Standing = {
  id: string
  nameZh: string
  nameEn: string
  kind: string | null
  standing: string
  lngLat: LngLat | null
  /** null: it is not ranked. */
  ranked: Figures | null
  needs: readonly Need[]
}
type Figures = Pick<
  Ranked,
  | 'rank'
  | 'rankLikely'
  | 'rankLow'
  | 'rankHigh'
  | 'score'
  | 'scoreLikely'
  | 'scoreLow'
  | 'scoreHigh'
  | 'chanceFirst'
  | 'group'
>
type Answer = Pick<SitingResult, 'basis' | 'doubt' | 'question'>

/** The ranking, then what the question leaves out; `placeOf`: where a park lies that is not ranked. */
export function sitingLayer(
  result: SitingResult,
  placeOf: (candidateId: string) => LngLat | null,
  rings: readonly RingsOf[] = [],
): Layer {
  const candidates = [
    ...result.ranking.map((one): Standing => ({ ...one, standing: 'ranked', ranked: one })),
    ...result.excluded.map(
      ({ against, ...one }): Standing => ({
        ...one,
        kind: null,
        standing: 'excluded',
        lngLat: placeOf(one.id),
        ranked: null,
        needs: against,
      }),
    ),
  ]
  return layerOf(result, candidates, rings)
}

/** `shownIds`: of whom; absent: of all. */
export function comparisonLayer(
  result: ComparisonResult,
  rings: readonly RingsOf[] = [],
  shownIds: readonly string[] = result.candidates.map(({ id }) => id),
): Layer {
  const candidates = result.candidates.map(
    (one, column): Standing => ({
      ...one,
      ranked: one.ranked && {
        ...one.ranked,
        score: one.ranked.score.central,
        scoreLikely: one.ranked.score.likely,
        scoreLow: one.ranked.score.low,
        scoreHigh: one.ranked.score.high,
      },
      needs: needsInColumn(result, column),
    }),
  )
  const shown = candidates.filter(({ id }) => shownIds.includes(id))
  return layerOf(result, shown, rings)
}

const NEED_ROW = 'need '

function needsInColumn({ rows }: ComparisonResult, column: number): Need[] {
  return rows.flatMap(({ id, cells }) => {
    const cell = cells[column]
    if (!id.startsWith(NEED_ROW) || cell?.kind !== 'need') return []
    return [{ id: id.slice(NEED_ROW.length), standing: cell.standing, chance: cell.chance }]
  })
}

function layerOf(
  { basis, doubt, question }: Answer,
  candidates: readonly Standing[],
  rings: readonly RingsOf[],
): Layer {
  const { draws, seed, likelyShare } = doubt
  const stands = {
    draws,
    network: basis.network.name.en,
    networkHash: basis.network.hash,
    datasetHash: basis.dataset.hash,
  }
  return {
    features: [
      ...candidates.map(({ lngLat, ...one }) => ({
        type: 'Feature',
        geometry: lngLat && { type: 'Point', coordinates: lngLat },
        properties: { shows: 'candidate', ...told(one), ...stands },
      })),
      ...rings.flatMap(({ candidateId, rings: { features, basis: own } }) =>
        features.map(({ geometry, properties }) => ({
          type: 'Feature',
          geometry,
          properties: {
            shows: 'ring',
            id: candidateId,
            ...properties,
            network: own.network.name.en,
            networkHash: own.network.hash,
            datasetHash: own.dataset.hash,
          },
        })),
      ),
    ],
    about: { question, basis, doubt: { draws, seed, likelyShare } },
  }
}

function told({ id, nameZh, nameEn, kind, standing, ranked, needs }: Omit<Standing, 'lngLat'>) {
  return {
    id,
    nameZh,
    nameEn,
    kind,
    standing,
    rank: ranked?.rank ?? null,
    rankLikelyLow: ranked?.rankLikely[0] ?? null,
    rankLikelyHigh: ranked?.rankLikely[1] ?? null,
    rankLow: ranked?.rankLow ?? null,
    rankHigh: ranked?.rankHigh ?? null,
    score: ranked?.score ?? null,
    scoreLikelyLow: ranked?.scoreLikely[0] ?? null,
    scoreLikelyHigh: ranked?.scoreLikely[1] ?? null,
    scoreLow: ranked?.scoreLow ?? null,
    scoreHigh: ranked?.scoreHigh ?? null,
    chanceFirst: ranked?.chanceFirst ?? null,
    group: ranked?.group ?? null,
    ...Object.fromEntries(
      needs.flatMap(({ id: need, standing: met, chance }) => [
        [`need ${need}`, met],
        [`need ${need} chance`, chance],
      ]),
    ),
  }
}
