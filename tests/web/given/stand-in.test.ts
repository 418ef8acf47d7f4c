// What does a file answer by itself, and what does it say of the rest?
import { afterEach, expect, it } from 'vitest'
import { GIVEN_VERSION, type GivenStory } from '#geodata/contract/given.ts'
import { ask, execute, listFeatures, ProblemError } from '#web/api/client.ts'
import { askInstead, at } from '#web/api/reach.ts'
import { standInOf } from '#web/given/answers.ts'
import { readGiven } from '#web/given/read.ts'

afterEach(() => askInstead(null))

const given = (answers: Record<string, string>): GivenStory => ({
  formatVersion: GIVEN_VERSION,
  storyId: 'x',
  madeAt: '2026-11-30T04:00:00.000Z',
  answers,
})

it('answers what it holds: documents, whole lists, analyses by their inputs', async () => {
  askInstead(
    standInOf(
      given({
        '/api/dataset': '{"hash":"abc"}',
        '/api/collections/parks/items': '{"features":[{"id":"P1"}],"numberMatched":1}',
        '/api/processes/isochrone/execution {"origin":[106,29]}': '{"features":[]}',
      }),
    ),
  )
  expect(await ask('/api/dataset')).toEqual({ hash: 'abc' })
  expect(await listFeatures('parks')).toEqual([{ id: 'P1' }])
  expect(await execute('isochrone', { origin: [106, 29] })).toEqual({ features: [] })
})

it('says in both languages what it does not hold', async () => {
  askInstead(standInOf(given({})))
  const asked: Promise<unknown>[] = [
    ask('/api/history'),
    execute('siting', { productId: 'battery' }),
  ]
  for (const one of asked) {
    const error = await one.catch((thrown) => thrown)
    if (!(error instanceof ProblemError)) throw error
    expect(error.problem.titleZh).toBe('本文件不含此项计算')
    expect(error.problem.detail).toContain('open the Park Atlas that it came from')
  }
})

it('leads to its own licences, and to no server', async () => {
  askInstead(standInOf(given({ '/licences.txt': 'preact: MIT' })))
  const address = at('/licences.txt')
  expect(address).toMatch(/^blob:/)
  expect(await (await fetch(address)).text()).toBe('preact: MIT')
  expect(new URL(at('/api/facts')).protocol).toBe('within:')
})

/** A page with this text where the answers stand. */
const pageWith = (textContent: string) => ({
  getElementById: () => ({ textContent }) as HTMLElement,
})

async function packed(content: object): Promise<string> {
  const stream = new Blob([JSON.stringify(content)]).stream()
  const bytes = await new Response(stream.pipeThrough(new CompressionStream('gzip'))).bytes()
  return Buffer.from(bytes).toString('base64')
}

it('is read whole, or not at all', async () => {
  const story = given({ '/api/dataset': '{"name":"重庆"}' })
  const text = await packed(story)
  expect(await readGiven(pageWith(text))).toEqual({ kind: 'read', given: story })
  const cutOff = text.slice(0, text.length / 2)
  expect(await readGiven(pageWith(cutOff))).toEqual({ kind: 'failed' })
  expect(await readGiven(pageWith(''))).toEqual({ kind: 'failed' })
  const older = await packed({ ...story, formatVersion: 0 })
  expect(await readGiven(pageWith(older))).toEqual({ kind: 'unreadable' })
})
