// What is kept of an answer, and how does it differ from the answer to the same question now?
//
// The hash is over the whole answer without its basis, in canonical JSON: the same inputs over the same
// data give the same bytes, so another hash means another answer; the basis says what changed.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { SavedAnswer, VerifyResult } from '#geodata/contract/processes/verify.ts'
import { hashOf } from '#geodata/model/hash.ts'

export function savedAnswer({ basis, ...answer }: SitingResult): SavedAnswer {
  return {
    basis,
    resultHash: hashOf(answer),
    ranking: answer.ranking.map(({ id, nameZh, nameEn, rank, score }) => ({
      id,
      nameZh,
      nameEn,
      rank,
      score,
    })),
  }
}

export function differenceOf(then: SavedAnswer, now: SavedAnswer): Omit<VerifyResult, 'basis'> {
  const before = new Map(then.ranking.map((one) => [one.id, one]))
  const after = new Map(now.ranking.map((one) => [one.id, one]))
  const { network, dataset, parametersHash } = then.basis
  return {
    isSame: then.resultHash === now.resultHash,
    changed: [
      ...(network.hash === now.basis.network.hash ? [] : ['network' as const]),
      ...(dataset.hash === now.basis.dataset.hash ? [] : ['dataset' as const]),
      ...(parametersHash === now.basis.parametersHash ? [] : ['parameters' as const]),
    ],
    now,
    moved: now.ranking.flatMap(({ id, nameZh, nameEn, rank, score }) => {
      const earlier = before.get(id)
      if (!earlier || (earlier.rank === rank && earlier.score === score)) return []
      const { rank: rankThen, score: scoreThen } = earlier
      return [{ id, nameZh, nameEn, rankThen, rankNow: rank, scoreThen, scoreNow: score }]
    }),
    gone: then.ranking.filter(({ id }) => !after.has(id)),
    joined: now.ranking.filter(({ id }) => !before.has(id)),
  }
}
