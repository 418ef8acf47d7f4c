// The contract of shortest paths in a module worker of a browser: takes questions, posts the answers as values.
import { type Answer, answerOf, type Question } from '#tests/contracts/asked-searches.ts'
import { type RealAnswers, realAnswers } from '#tests/contracts/real-searches.ts'
import { SEARCHES } from '#tests/contracts/searches.ts'

export type ToSearches =
  | { kind: 'towns'; questions: Question[] }
  | { kind: 'roads'; address: string; originCount: number; seed: number }
export type FromSearches =
  /** By the name of the search, one answer a question. */
  | { kind: 'towns'; answers: Record<string, Answer[]> }
  | { kind: 'roads'; answers: RealAnswers }
  | { kind: 'failed'; why: string }

addEventListener('message', async ({ data }: MessageEvent<ToSearches>) => {
  const answered: FromSearches = await answersTo(data).catch((error) => {
    return { kind: 'failed', why: String(error?.stack ?? error) }
  })
  postMessage(answered)
})

async function answersTo(asked: ToSearches): Promise<FromSearches> {
  if (asked.kind === 'towns') {
    const answers = Object.entries(SEARCHES).map(([name, search]) => [
      name,
      asked.questions.map((question) => answerOf(search, question)),
    ])
    return { kind: 'towns', answers: Object.fromEntries(answers) }
  }
  const file = await (await fetch(asked.address)).arrayBuffer()
  return { kind: 'roads', answers: realAnswers(file, asked.originCount, asked.seed) }
}
