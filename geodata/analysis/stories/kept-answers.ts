// Figures that take long, worked out once as long as facts and roads are the same.
//
// A preview asks for all figures of a story with every change of a word. The lists of the facts are new objects where
// rows were written and the old ones elsewhere, so that the same objects are the same facts.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import type { FigureAnswer } from '#geodata/contract/stories.ts'

/** Of one network; the one that was not asked for the longest goes first. */
const MOST_KEPT = 200

type Kept = { facts: RegionFacts; answers: Map<string, FigureAnswer> }

const kept = new WeakMap<Ground, Kept>()

/** `question`: all that the answer depends on beside facts and ground, as text. */
export function answerKept(
  facts: RegionFacts,
  ground: Ground,
  question: string,
  workOut: () => FigureAnswer,
): FigureAnswer {
  const { answers } = keptOver(facts, ground)
  const answer = answers.get(question) ?? workOut()
  answers.delete(question)
  answers.set(question, answer)
  for (const [oldest] of answers) {
    if (answers.size <= MOST_KEPT) break
    answers.delete(oldest)
  }
  return answer
}

function keptOver(facts: RegionFacts, ground: Ground): Kept {
  const known = kept.get(ground)
  if (known && isSame(known.facts, facts)) return known
  const fresh = { facts, answers: new Map<string, FigureAnswer>() }
  kept.set(ground, fresh)
  return fresh
}

const isSame = (a: RegionFacts, b: RegionFacts) =>
  Object.entries(a).every(([list, rows]) => b[list as keyof RegionFacts] === rows)
