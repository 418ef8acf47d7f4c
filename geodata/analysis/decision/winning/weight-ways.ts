// Which share of one criterion makes it first?
//
// The lead over every rival is a straight line in the share, so the shares at which it is ahead of all of them are an
// interval; the answer is its end that lies nearest to the share now.
import { proportionsWithout } from '#geodata/analysis/decision/weight-lines.ts'
import { type Field, leadOver, type Runner } from '#geodata/analysis/decision/winning/field.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'

/** Shares that differ by no more are the same. */
const LEAST = 1e-12

export type Share =
  | { kind: 'share'; k: number; fromShare: number; toShare: number }
  /** `rival` is ahead at every share; null: at every share some rival is. */
  | { kind: 'none'; k: number; rival: Runner | null }

export function shareToWin(field: Field, k: number): Share {
  const others = proportionsWithout(field.weights, k)
  const alone = field.weights.map((_, j) => (j === k ? 1 : 0))
  let [low, high] = [0, 1]
  for (const rival of field.rivals) {
    const [own0, own1] = [leadOver(field, rival, others), leadOver(field, rival, alone)]
    const slope = own1 - own0
    const isFlat = Math.abs(slope) <= LEVEL_POINTS
    if (Math.max(own0, own1) < -LEVEL_POINTS) return { kind: 'none', k, rival }
    if (isFlat) continue
    const level = -own0 / slope
    if (slope > 0) low = Math.max(low, level)
    else high = Math.min(high, level)
  }
  // Level at one share alone, where it has all the weight or none, it is ahead at no share.
  if (low >= high - LEAST) return { kind: 'none', k, rival: null }
  const fromShare = field.weights[k] ?? 0
  return { kind: 'share', k, fromShare, toShare: Math.min(high, Math.max(low, fromShare)) }
}
