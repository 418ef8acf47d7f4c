// Does the page wait for one answer at a time, and end with the answer to the newest question?
import { expect, it } from 'vitest'
import { inSight, type Progress } from '#web/api/asked.ts'
import { connection } from '#web/api/connection.ts'
import { newestOnly } from '#web/api/newest-only.ts'

type Request = {
  question: string
  signal: AbortSignal
  progress: (progress: Progress) => void
  answer: () => void
  fail: () => void
}

/** A server that answers when the test says so, and what the page shows of it, change by change. */
function slowServer() {
  const requests: Request[] = []
  const asking = newestOnly(
    (question: string, signal, progress) =>
      new Promise<string>((resolve, reject) => {
        const answer = () => resolve(question.toUpperCase())
        const fail = () => reject(new Error(question))
        requests.push({ question, signal, progress, answer, fail })
      }),
  )
  const shown: string[] = []
  asking.asked.subscribe((asked) => shown.push([asked.kind, inSight(asked)].join(' ').trim()))
  const questions = () => requests.map(({ question }) => question)
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { asking, requests, questions, shown, settled }
}

it('asks one question at a time, and of those that came meanwhile only the newest', async () => {
  const { asking, requests, questions, shown, settled } = slowServer()
  for (const question of ['a', 'b', 'c', 'd']) asking.askNext(question)
  expect(questions()).toEqual(['a'])
  requests[0]?.answer()
  await settled()
  expect(questions()).toEqual(['a', 'd'])
  requests[1]?.answer()
  await settled()
  expect(shown).toEqual(['unasked', 'computing', 'computing A', 'answered D'])
})

it('asks the last question although the one before it failed', async () => {
  const { asking, requests, shown, settled } = slowServer()
  asking.askNext('a')
  asking.askNext('b')
  requests[0]?.fail()
  await settled()
  requests[1]?.answer()
  await settled()
  expect(shown).toEqual(['unasked', 'computing', 'failed', 'computing', 'answered B'])
})

it('aborts the request under way and what waits when another question takes their place', async () => {
  const { asking, requests, questions, shown, settled } = slowServer()
  asking.askNext('a')
  asking.askNext('b')
  asking.ask('c')
  expect(requests[0]?.signal.aborted).toBe(true)
  requests[1]?.answer()
  await settled()
  requests[0]?.answer()
  await settled()
  expect(questions()).toEqual(['a', 'c'])
  expect(shown).toEqual(['unasked', 'computing', 'computing', 'answered C'])
})

it('keeps the earlier answer in sight until the next is there', async () => {
  const { asking, requests, shown, settled } = slowServer()
  asking.ask('a')
  requests[0]?.answer()
  await settled()
  asking.ask('b')
  asking.ask('c')
  requests[2]?.answer()
  await settled()
  expect(shown).toEqual([
    'unasked',
    'computing',
    'answered A',
    'computing A',
    'computing A',
    'answered C',
  ])
})

it('says how far the work is, but no more for a question that is not the newest', () => {
  const { asking, requests } = slowServer()
  asking.ask('a')
  expect(asking.asked.value).toEqual({ kind: 'computing', earlier: null, progress: null })
  requests[0]?.progress({ done: 1, total: 4 })
  expect(asking.asked.value).toMatchObject({ progress: { done: 1, total: 4 } })
  asking.ask('b')
  requests[0]?.progress({ done: 2, total: 4 })
  expect(asking.asked.value).toMatchObject({ progress: null })
})

it('is cancelled when there was no answer before; else that answer is in force again', async () => {
  const { asking, requests, shown, settled } = slowServer()
  asking.ask('a')
  asking.cancel()
  expect(requests[0]?.signal.aborted).toBe(true)
  requests[0]?.answer()
  await settled()
  expect(shown.at(-1)).toBe('cancelled')
  asking.again()
  requests[1]?.answer()
  await settled()
  asking.ask('b')
  asking.cancel()
  expect(shown.at(-1)).toBe('answered A')
  // Nothing is under way: nothing changes.
  asking.cancel()
  expect(shown.at(-1)).toBe('answered A')
})

it('asks the newest question again after a failure, and shows no answer of before', async () => {
  const { asking, requests, questions, shown, settled } = slowServer()
  asking.ask('a')
  requests[0]?.answer()
  await settled()
  asking.ask('b')
  requests[1]?.fail()
  await settled()
  expect(asking.asked.value).toMatchObject({ kind: 'failed', problem: { status: 0 } })
  // Of several requests of one question the others are stopped when one fails.
  expect(requests[1]?.signal.aborted).toBe(true)
  asking.again()
  expect(shown.at(-1)).toBe('computing')
  requests[2]?.answer()
  await settled()
  expect(questions()).toEqual(['a', 'b', 'b'])
  expect(shown.at(-1)).toBe('answered B')
})

it('shows nothing that comes after a reset, and can be asked again', async () => {
  const { asking, requests, shown, settled } = slowServer()
  asking.askNext('a')
  asking.askNext('b')
  asking.reset()
  expect(requests[0]?.signal.aborted).toBe(true)
  requests[0]?.answer()
  await settled()
  asking.again()
  expect(requests).toHaveLength(1)
  expect(shown).toEqual(['unasked', 'computing', 'unasked'])
  asking.askNext('c')
  requests[1]?.answer()
  await settled()
  expect(shown.slice(3)).toEqual(['computing', 'answered C'])
})

it('asks again by itself once the server that was away answers, and once only', async () => {
  const { asking, requests, questions, shown, settled } = slowServer()
  asking.ask('a')
  requests[0]?.fail()
  await settled()
  expect(questions()).toEqual(['a'])
  connection.value = 'server-away'
  expect(questions()).toEqual(['a'])
  connection.value = 'up'
  expect(questions()).toEqual(['a', 'a'])
  requests[1]?.answer()
  await settled()
  expect(shown.at(-1)).toBe('answered A')
  // What was answered, or is not wanted any more, is not asked again.
  asking.ask('b')
  requests[2]?.fail()
  await settled()
  asking.reset()
  connection.value = 'offline'
  connection.value = 'up'
  expect(questions()).toEqual(['a', 'a', 'b'])
})
