// What does the page ask of a comparison, and what is left of it when a pin lies off the roads?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  comparison,
  comparisonInputs,
  comparisonQuestion,
  shownComparison,
} from '#web/state/answers/comparison.ts'
import { decodeView } from '#web/state/view/view.ts'

const [near, far] = ['pin:106.50000,29.50000', 'pin:91.10000,29.60000']
type Body = {
  candidateIds: string[]
  referenceId?: string
  siting: { pins: { id: string; lngLat: number[] }[] }
}

/** Refuses every pin west of 100° as the server does, and answers the others with what was asked. */
function server(): Body[] {
  const seen: Body[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { inputs } = JSON.parse(String(init.body)) as { inputs: Body }
    seen.push(inputs)
    const errors = inputs.siting.pins.flatMap(({ lngLat: [lng = 0] }, index) =>
      lng < 100
        ? [
            {
              pointer: `/inputs/siting/pins/${index}/lngLat`,
              detail: 'Too far.',
              detailZh: '太远。',
            },
          ]
        : [],
    )
    const problem = { status: 422, detail: 'Too far.', detailZh: '太远。', errors }
    return errors.length > 0
      ? new Response(JSON.stringify(problem), {
          status: 422,
          headers: { 'Content-Type': 'application/problem+json' },
        })
      : new Response(JSON.stringify({ candidates: inputs.candidateIds }))
  })
  return seen
}

beforeEach(() => comparisonQuestion.reset())
afterEach(() => vi.unstubAllGlobals())

const viewOf = (compared: string[], side = '') => ({
  ...decodeView(`?segment=battery${side}`),
  compared,
})

it('asks for the taken six alone, against the reference while that is one of them', () => {
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const of = (referenceId: string) =>
    comparisonInputs({
      ...viewOf(seven),
      side: { referenceId, hiddenIds: ['b'], onlyDifferences: false },
    })
  expect(of('c')).toMatchObject({ candidateIds: seven.slice(0, 6), referenceId: 'c' })
  expect(of('g')).not.toHaveProperty('referenceId')
  expect(comparisonInputs({ ...viewOf(seven), segmentId: null })).toBeNull()
})

it('compares the others when a pin lies off the roads, and tells of that pin', async () => {
  const seen = server()
  const inputs = comparisonInputs(viewOf(['P01', near, far]))
  if (!inputs) throw new Error('There is a question.')
  comparisonQuestion.ask({ ...inputs, referenceId: far })
  await vi.waitFor(() => expect(comparison.value.kind).toBe('answered'))
  expect(comparison.value).toEqual({
    kind: 'answered',
    result: {
      result: { candidates: ['P01', near] },
      offRoads: [{ id: far, why: { zh: '太远。', en: 'Too far.' } }],
    },
  })
  expect(seen).toHaveLength(2)
  expect(seen[1]).not.toHaveProperty('referenceId')
})

it('compares nothing while fewer than two are left, and asks nothing for it', async () => {
  const seen = server()
  const inputs = comparisonInputs(viewOf(['P01', far]))
  if (!inputs) throw new Error('There is a question.')
  comparisonQuestion.ask(inputs)
  await vi.waitFor(() => expect(comparison.value.kind).toBe('answered'))
  expect(comparison.value).toMatchObject({ result: { result: null, offRoads: [{ id: far }] } })
  expect(seen).toHaveLength(1)
})

it('keeps the answer before in sight when a question fails, until it is answered again', async () => {
  server()
  const inputs = comparisonInputs(viewOf(['P01', near]))
  if (!inputs) throw new Error('There is a question.')
  comparisonQuestion.ask(inputs)
  await vi.waitFor(() => expect(comparison.value.kind).toBe('answered'))
  const before = shownComparison.value
  expect(before?.result).toEqual({ candidates: ['P01', near] })
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 500 }))
  comparisonQuestion.ask({ ...inputs, candidateIds: ['P01', 'P02'] })
  await vi.waitFor(() => expect(comparison.value.kind).toBe('failed'))
  expect(shownComparison.value).toBe(before)
  server()
  comparisonQuestion.again()
  expect(shownComparison.value).toBe(before)
  await vi.waitFor(() => expect(comparison.value.kind).toBe('answered'))
  expect(shownComparison.value?.result).toEqual({ candidates: ['P01', 'P02'] })
  comparisonQuestion.reset()
  expect(shownComparison.value).toBeNull()
})
