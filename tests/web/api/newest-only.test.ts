// Does the page keep up with a hand without a queue, and end where the hand ended?
import { expect, it } from 'vitest'
import { newestOnly } from '#web/api/newest-only.ts'

/** A server that answers when the test says so. */
function slowServer() {
  const asked: { question: string; answer: () => void; fail: () => void; signal: AbortSignal }[] =
    []
  const heard: string[] = []
  const asker = newestOnly(
    (question: string, signal) =>
      new Promise<string>((resolve, reject) => {
        asked.push({
          question,
          signal,
          answer: () => resolve(question.toUpperCase()),
          fail: () => reject(new Error(question)),
        })
      }),
    {
      answered: (answer, question) => heard.push(`${question}=${answer}`),
      failed: (_, question) => heard.push(`${question} failed`),
      busy: (busy) => heard.push(busy ? 'busy' : 'rests'),
    },
  )
  const questions = () => asked.map(({ question }) => question)
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { asker, asked, questions, heard, settled }
}

it('asks one question at a time, and of those that came meanwhile only the newest', async () => {
  const { asker, asked, questions, heard, settled } = slowServer()
  for (const question of ['a', 'b', 'c', 'd']) asker.follow(question)
  expect(questions()).toEqual(['a'])
  asked[0]?.answer()
  await settled()
  expect(questions()).toEqual(['a', 'd'])
  asked[1]?.answer()
  await settled()
  expect(heard).toEqual(['busy', 'a=A', 'busy', 'd=D', 'rests'])
})

it('asks the last question although the one before it failed', async () => {
  const { asker, asked, heard, settled } = slowServer()
  asker.follow('a')
  asker.follow('b')
  asked[0]?.fail()
  await settled()
  asked[1]?.answer()
  await settled()
  expect(heard).toEqual(['busy', 'a failed', 'busy', 'b=B', 'rests'])
})

it('drops the answer under way and what waits when another question takes their place', async () => {
  const { asker, asked, questions, heard, settled } = slowServer()
  asker.follow('a')
  asker.follow('b')
  asker.instead('c')
  expect(asked[0]?.signal.aborted).toBe(true)
  asked[1]?.answer()
  await settled()
  asked[0]?.answer()
  await settled()
  expect(questions()).toEqual(['a', 'c'])
  expect(heard).toEqual(['busy', 'busy', 'c=C', 'rests'])
})

it('tells nobody what comes after it was stopped, and can be asked again', async () => {
  const { asker, asked, heard, settled } = slowServer()
  asker.follow('a')
  asker.follow('b')
  asker.stop()
  asked[0]?.answer()
  await settled()
  expect(heard).toEqual(['busy', 'rests'])
  asker.follow('c')
  asked[1]?.answer()
  await settled()
  expect(heard.slice(2)).toEqual(['busy', 'c=C', 'rests'])
})
