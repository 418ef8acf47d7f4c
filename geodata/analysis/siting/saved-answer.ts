// What is kept of an answer, and how does it differ from the answer to the same question now?
//
// The hash is over what the answer finds: names, and sentences that repeat names, are left out, and a pin
// counts by its place. So renaming a park or a pin changes nothing, nor does the order in which they are
// asked. Figures are compared as finely as they are shown: what reads the same is the same.
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Change, SavedAnswer, VerifyResult } from '#geodata/contract/processes/verify.ts'
import { hashOf } from '#geodata/model/hash.ts'

/** Names, and sentences in which they are repeated. */
const WORDS = new Set(['nameZh', 'nameEn', 'flags', 'told', 'reason', 'notices'])

export function savedAnswer({ basis, ...answer }: SitingResult): SavedAnswer {
  return {
    basis,
    resultHash: hashOf(findingsOf(answer)),
    ranking: answer.ranking.map(({ id, nameZh, nameEn, rank, score, terms }) => ({
      id,
      nameZh,
      nameEn,
      rank,
      score,
      raws: Object.fromEntries(terms.map(({ criterion, raw }) => [criterion, raw])),
    })),
  }
}

function findingsOf(answer: Omit<SitingResult, 'basis'>): unknown {
  const ranking = answer.ranking
    .map((one) => (one.kind === 'pin' ? { ...one, id: `pin ${one.lngLat.join()}` } : one))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return withoutWords({ ...answer, ranking })
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      WORDS.has(key) ? [] : [[key, withoutWords(inner)]],
    ),
  )
}

/** The question as it is hashed: pins by their places, and lists whose order means nothing in one order. */
export function canonicalQuestion(asked: SitingInputs): object {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return {
    ...asked,
    pins: asked.pins.map(({ lngLat }) => lngLat).sort(byText),
    siteIds: [...asked.siteIds].sort(),
    ...(asked.parkIds ? { parkIds: [...asked.parkIds].sort() } : {}),
    ...(asked.customers ? { customers: [...asked.customers].sort(byText) } : {}),
  }
}

/** Scores are told with one decimal. */
const asTold = (score: number) => Math.round(score * 10) / 10

export function differenceOf(
  then: SavedAnswer,
  now: SavedAnswer,
  changes: Change[] | null,
): Omit<VerifyResult, 'basis'> {
  const before = new Map(then.ranking.map((one) => [one.id, one]))
  const after = new Map(now.ranking.map((one) => [one.id, one]))
  const { network, dataset, parametersHash } = then.basis
  const isOtherDataset = dataset.hash !== now.basis.dataset.hash
  const moved = now.ranking.flatMap(({ raws = {}, ...one }) => {
    const earlier = before.get(one.id)
    if (!earlier) return []
    const [scoreThen, scoreNow] = [asTold(earlier.score), asTold(one.score)]
    const figures = figuresMoved(earlier.raws, raws)
    if (earlier.rank === one.rank && scoreThen === scoreNow && figures.length === 0) return []
    const { id, nameZh, nameEn, rank: rankNow } = one
    return [{ id, nameZh, nameEn, rankThen: earlier.rank, rankNow, scoreThen, scoreNow, figures }]
  })
  const gone = then.ranking.filter(({ id }) => !after.has(id))
  const joined = now.ranking.filter(({ id }) => !before.has(id))
  return {
    isSame: then.resultHash === now.resultHash,
    figuresAreEqual: moved.length + gone.length + joined.length === 0,
    changed: [
      ...(network.hash === now.basis.network.hash ? [] : ['network' as const]),
      ...(isOtherDataset ? ['dataset' as const] : []),
      ...(parametersHash === now.basis.parametersHash ? [] : ['parameters' as const]),
    ],
    changes: isOtherDataset ? changes : [],
    now,
    moved,
    gone,
    joined,
  }
}

type Raws = Readonly<Record<string, number | null>>

/** Of an answer kept before its figures were, nothing is said. */
function figuresMoved(then: Raws | undefined, now: Raws) {
  if (!then) return []
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((criterion) => {
    const [rawThen = null, rawNow = null] = [then[criterion], now[criterion]]
    return rawThen === rawNow ? [] : [{ criterion, rawThen, rawNow }]
  })
}
