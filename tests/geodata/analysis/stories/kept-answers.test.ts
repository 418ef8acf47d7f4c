// When is a figure worked out again? Where its facts, its roads or its question are others, and only then.
import { expect, it } from 'vitest'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { answerKept } from '#geodata/analysis/stories/kept-answers.ts'
import type { FigureAnswer } from '#geodata/contract/stories.ts'

const factsOf = (lists: object) => lists as RegionFacts
const newGround = () => ({}) as Ground

/** Answers with how often anything has been worked out. */
function counting() {
  let count = 0
  const workOut = () => {
    count += 1
    return { value: count } as FigureAnswer
  }
  return (facts: RegionFacts, ground: Ground, question: string) =>
    answerKept(facts, ground, question, workOut).value
}

it('keeps an answer while every list is the same object, whoever holds them', () => {
  const ask = counting()
  const ground = newGround()
  const [parks, companies] = [[], []]
  expect(ask(factsOf({ parks, companies }), ground, 'a')).toBe(1)
  expect(ask(factsOf({ parks, companies }), ground, 'a')).toBe(1)
  expect(ask(factsOf({ parks, companies }), ground, 'b')).toBe(2)
  expect(ask(factsOf({ parks, companies }), ground, 'a')).toBe(1)
})

it('works it out anew where a list was read again, and keeps that one from then on', () => {
  const ask = counting()
  const ground = newGround()
  const parks: never[] = []
  expect(ask(factsOf({ parks, companies: [] }), ground, 'a')).toBe(1)
  const companies: never[] = []
  expect(ask(factsOf({ parks, companies }), ground, 'a')).toBe(2)
  expect(ask(factsOf({ parks, companies }), ground, 'a')).toBe(2)
})

it('knows the answers of one network from those of another', () => {
  const ask = counting()
  const [one, other] = [newGround(), newGround()]
  const facts = factsOf({ parks: [] })
  expect([one, other, one, other].map((ground) => ask(facts, ground, 'a'))).toEqual([1, 2, 1, 2])
})

it('lets go of the one that was not asked for the longest', () => {
  const ask = counting()
  const ground = newGround()
  const facts = factsOf({ parks: [] })
  const questions = Array.from({ length: 200 }, (_, index) => `q${index}`)
  for (const question of questions) ask(facts, ground, question)
  expect(ask(facts, ground, 'q0')).toBe(1)
  expect(ask(facts, ground, 'one more')).toBe(201)
  expect(ask(facts, ground, 'q0')).toBe(1)
  expect(ask(facts, ground, 'q2')).toBe(3)
  expect(ask(facts, ground, 'q1')).toBe(202)
})
