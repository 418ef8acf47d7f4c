// What would have to be true for one of the compared to be first of them?
//
// The smallest single changes: the share of a criterion, a fact, a maker, a need; where none does it alone, pairs. In
// central values and closed forms; that a fact is within what is uncertain, and how likely it is, the draws say.
import type { Compared } from '#geodata/analysis/decision/compared.ts'
import {
  type Fact,
  factAt,
  factToWin,
  isDoubtful,
} from '#geodata/analysis/decision/winning/fact-ways.ts'
import {
  type Field,
  hardestOf,
  runnerOf,
  wins,
  withValue,
} from '#geodata/analysis/decision/winning/field.ts'
import { makersToWin } from '#geodata/analysis/decision/winning/maker-ways.ts'
import {
  disproven,
  failedBy,
  loosened,
  type NeedChange,
  proven,
  tightened,
} from '#geodata/analysis/decision/winning/need-ways.ts'
import { type Share, shareToWin } from '#geodata/analysis/decision/winning/weight-ways.ts'
import { standingsOf } from '#geodata/analysis/doubt/standings.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { drawnScores } from '#geodata/analysis/siting/ranked.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import type {
  ChangeToWin,
  Way,
  WhatWouldWinResult,
} from '#geodata/contract/processes/what-would-win.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Found = Omit<WhatWouldWinResult, 'basis'>
/** More things at once are nothing that one could argue with. */
const MOST_CHANGES = 2
/** As many pairs are told. */
const MOST_PAIRS = 8
/** Of two facts together, as if each were found out alone. */
const UNLIKELY_CHANCE = 0.05

/** `columns`: all compared; `winnerId` is one of them. */
export function whatWouldWin(
  { result, measured }: Ranked,
  columns: readonly Compared[],
  winnerId: string,
): Found {
  const column = columns.find(({ told }) => told.id === winnerId)
  const own = column?.measured ?? null
  const told = {
    winnerId,
    standing: column?.told.standing ?? 'gone',
    why: column?.told.why ?? null,
  }
  const nothing = {
    isFirst: false,
    rivalId: null,
    leadPoints: null,
    chance: 0,
    singles: [],
    pairs: [],
    impossible: [],
  }
  if (!own) return { ...told, ...nothing }
  const all = columns.flatMap((one) => (one.measured ? [one.measured] : []))
  const others = all.filter((one) => one !== own)
  const weights = result.criteria.map(({ weight }) => weight)
  const field = {
    weights,
    own: runnerOf(own),
    rivals: others.filter((one) => failedBy(one).length === 0).map(runnerOf),
  }
  const seek = { field, result, all }
  const hardest = hardestOf(field)
  const isIn = failedBy(own).length === 0
  const scores = [own, ...others.filter((one) => failedBy(one).length === 0)].map((one) =>
    drawnScores(one, measured.doubt.draws.count),
  )
  const standing = {
    isFirst: isIn && wins(field),
    rivalId: hardest?.rival.id ?? null,
    leadPoints: hardest?.lead ?? null,
    chance: isIn ? (standingsOf(scores).first[0] ?? 0) : 0,
  }
  if (standing.isFirst) return { ...told, ...nothing, ...standing }
  const ways = isIn ? waysIn(seek) : waysFromOutside(seek, failedBy(own))
  return { ...told, ...standing, ...ways }
}

type Seek = { field: Field; result: Ranked['result']; all: readonly MeasuredCandidate[] }
type Ways = Pick<Found, 'singles' | 'pairs' | 'impossible'>

function waysIn(seek: Seek): Ways {
  const { possible, impossible } = singlesOf(seek)
  const singles = bySize(possible)
  return { singles, pairs: singles.length > 0 ? [] : pairsOf(seek), impossible }
}

/** Its failed hard needs have to be asked otherwise first; that takes one change each. */
function waysFromOutside(seek: Seek, failed: readonly string[]): Ways {
  const { field, result, all } = seek
  const none = { singles: [], pairs: [], impossible: [] }
  const asked = result.needs.filter(({ id }) => failed.includes(id))
  if (asked.length > MOST_CHANGES) return none
  const { changes, field: open } = loosened(field, all, asked)
  const size = changes.reduce((sum, change) => sum + sizeOfNeed(change), 0)
  const alone = wayOf(changes, 'yours', size)
  if (wins(open)) {
    return changes.length === 1 ? { ...none, singles: [alone] } : { ...none, pairs: [alone] }
  }
  if (changes.length === MOST_CHANGES) return none
  const then = singlesOf({ ...seek, field: open })
  const pairs = then.possible.map((way) => ({
    ...way,
    changes: [...changes, ...way.changes],
    size: way.size + size,
  }))
  return { ...none, pairs: bySize(pairs).slice(0, MOST_PAIRS), impossible: then.impossible }
}

function singlesOf({ field, result }: Seek): { possible: Way[]; impossible: Way[] } {
  const { criteria, needs } = result
  const shares = criteria.map((_, k) => shareToWin(field, k))
  const facts = criteria.map(({ id }, k) =>
    id === 'wishes' ? null : factToWin(field, criteria, k),
  )
  const makers = makersToWin(field, criteria)
  const decided = tightened(field, needs)
  const foundOut = [...disproven(field, needs), ...proven(field, criteria, needs)]
  return {
    possible: [
      ...shares.flatMap((share) => (share.kind === 'share' ? [weightWay(share, result)] : [])),
      ...facts.flatMap((fact) => (fact?.isWithin ? [factWay(fact, result)] : [])),
      ...makers.map((maker) => wayOf([maker], 'to-find-out', 1 - (maker.chance ?? 0))),
      ...decided.map((change) => wayOf([change], 'yours', sizeOfNeed(change))),
      ...foundOut.map((change) => wayOf([change], 'to-find-out', 1 - (change.chance ?? 0.5))),
    ],
    impossible: criteria.flatMap(({ id }, k) => {
      if (id === 'wishes' || (field.weights[k] ?? 0) === 0 || facts[k]?.isWithin) return []
      const isAtBest = !facts[k] && factAt(field, criteria, k, 1)?.size === 0
      return isAtBest ? [] : [impossibleFact(facts[k] ?? null, field, result, k)]
    }),
  }
}

/** The smallest first; after them those that rest on facts of which hardly any draw is such. */
const bySize = (ways: readonly Way[]) =>
  ways.toSorted((a, b) => Number(isUnlikely(a)) - Number(isUnlikely(b)) || a.size - b.size)

function isUnlikely({ changes }: Way): boolean {
  const chance = changes.reduce(
    (product, change) => product * (change.kind === 'weight' ? 1 : (change.chance ?? 1)),
    1,
  )
  return chance < UNLIKELY_CHANCE
}

function wayOf(
  changes: ChangeToWin[],
  verdict: Way['verdict'],
  size: number,
  why: Bilingual | null = null,
): Way {
  return { changes, verdict, why, size }
}

function weightChange(
  share: Share & { kind: 'share' },
  { criteria }: Ranked['result'],
): ChangeToWin {
  const { id: criterion = '', title = { zh: '', en: '' } } = criteria[share.k] ?? {}
  return { kind: 'weight', criterion, title, fromShare: share.fromShare, toShare: share.toShare }
}

function weightWay(share: Share & { kind: 'share' }, result: Ranked['result']): Way {
  const size = Math.abs(share.toShare - share.fromShare)
  return wayOf([weightChange(share, result)], 'yours', size)
}

function factChange({ k, from, to, chance }: Fact, { criteria }: Ranked['result']): ChangeToWin {
  const criterion = criteria[k]
  if (!criterion) throw new Error(`There is no criterion at ${k}.`)
  const { id, title, unit } = criterion
  return { kind: 'fact', criterion: id, title, unit, from, to, chance }
}

const factWay = (fact: Fact, result: Ranked['result']): Way =>
  wayOf([factChange(fact, result)], 'to-find-out', fact.size)

/** No amount closes the gap, or none that is within what is known of it. */
function impossibleFact(fact: Fact | null, field: Field, result: Ranked['result'], k: number): Way {
  const best = factAt(field, result.criteria, k, 1)
  if (!best) throw new Error(`Nothing is measured of the criterion at ${k}.`)
  if (!fact) {
    const why = {
      zh: '即使达到标尺的最好一端，仍落后于他处',
      en: 'Even at the best end of its scale it stays behind.',
    }
    return wayOf([factChange(best, result)], 'impossible', best.size, why)
  }
  const term = field.own.measured.terms[k]
  const isExact = !term || !isDoubtful(term)
  const end =
    result.criteria[k] && result.criteria[k].best < result.criteria[k].worst
      ? term?.rawLow
      : term?.rawHigh
  const bound = end == null ? '' : Math.round(end * 10) / 10
  const why = isExact
    ? {
        zh: '数值是确知的，不会变成这样',
        en: 'Its amount is known for sure: it will not turn out so.',
      }
    : {
        zh: `超出已知的上下限：最好也只到 ${bound}`,
        en: `It is beyond the outer bounds: at best it is ${bound}.`,
      }
  return wayOf([factChange(fact, result)], 'impossible', fact.size, why)
}

/** How much of the amount asked is given up or added; a need that is dropped counts whole. */
function sizeOfNeed({ from, to }: NeedChange): number {
  return from === null || to === null ? 1 : Math.abs(to - from) / Math.max(from, to)
}

/** Two facts at once, or a fact and a weight; the first at the best end of what is known. Only what counts now. */
function pairsOf({ field, result }: Seek): Way[] {
  const { criteria } = result
  const open = criteria.flatMap(({ id }, k) => {
    const term = field.own.measured.terms[k]
    if (id === 'wishes' || !term || !isDoubtful(term) || (field.weights[k] ?? 0) === 0) return []
    const fact = factAt(field, criteria, k, term.valueHigh)
    return fact?.isWithin && fact.size > 0 ? [fact] : []
  })
  const ways = open.flatMap((fact, at) => {
    const then = withValue(field, fact.k, fact.value)
    const withWeight = criteria.flatMap((_, k): Way[] => {
      const share = shareToWin(then, k)
      if (share.kind === 'none') return []
      const changes = [weightChange(share, result), factChange(fact, result)]
      const size = Math.abs(share.toShare - share.fromShare) + fact.size
      return [wayOf(changes, 'to-find-out', size)]
    })
    const withFact = open.slice(at + 1).flatMap((other): Way[] => {
      const needed = factToWin(then, criteria, other.k)
      if (!needed?.isWithin) return []
      const changes = [factChange(fact, result), factChange(needed, result)]
      return [wayOf(changes, 'to-find-out', fact.size + needed.size)]
    })
    return [...withFact, ...withWeight]
  })
  return bySize(ways).slice(0, MOST_PAIRS)
}
