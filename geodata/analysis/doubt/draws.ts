// What does each uncertain thing turn out to be, draw by draw?
//
// Every uncertain thing is one variable with a name, and draw d gives it one value, whatever uses it:
// all trips of one park move together, a plant's error meets every candidate alike. Each variable is
// stratified (Latin hypercube; McKay, Beckman and Conover 1979): over all draws it takes every part of
// its range equally often, in an order of its own.
import { LRUCache } from 'lru-cache'
import { shuffle, streamOf } from '#geodata/analysis/doubt/streams.ts'

/** Points that stand for the disc of an imprecise place. */
export const CLOUD_POINTS = 16
/** Of the variables: the same question has the same answer. */
export const DOUBT_SEED = 20_261_129
const KEPT_PLACES = 4000
const KEPT_EVEN = 1000

export type Draws = {
  readonly count: number
  /** Which of the points of a cloud a place is at, each equally often; one array per name. */
  pointOf: (name: string) => Uint8Array
  /** Evenly 0 … 1; not to be written to. */
  evenly: (name: string) => Float64Array
}

const kept = new Map<number, Draws>()

/** `count` joint draws; those of one count are the same for all who ask. */
export function drawsOf(count: number): Draws {
  const known = kept.get(count)
  if (known) return known
  const points = new LRUCache<string, Uint8Array>({ max: KEPT_PLACES })
  const evens = new LRUCache<string, Float64Array>({ max: KEPT_EVEN })
  const draws: Draws = {
    count,
    pointOf: (name) => {
      const before = points.get(name)
      if (before) return before
      const drawn = Uint8Array.from({ length: count }, (_, draw) => draw % CLOUD_POINTS)
      shuffle(drawn, streamOf(`place ${name}`, DOUBT_SEED))
      points.set(name, drawn)
      return drawn
    },
    evenly: (name) => {
      const before = evens.get(name)
      if (before) return before
      const random = streamOf(`evenly ${name}`, DOUBT_SEED)
      const drawn = Float64Array.from({ length: count }, (_, draw) => (draw + random()) / count)
      shuffle(drawn, random)
      evens.set(name, drawn)
      return drawn
    },
  }
  if (kept.size >= 4) kept.delete([...kept.keys()][0] ?? 0)
  kept.set(count, draws)
  return draws
}
