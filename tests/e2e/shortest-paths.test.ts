// Do the searches answer in a worker of a real browser what they answer in Node, number by number?
//
// One contract (tests/contracts/shortest-paths.ts), two places: the worker is bundled as the page's own are, and gets
// the towns and network files that Node gets.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { answerOf } from '#tests/contracts/asked-searches.ts'
import { realAnswers } from '#tests/contracts/real-searches.ts'
import { SEARCHES } from '#tests/contracts/searches.ts'
import type { FromSearches, ToSearches } from '#tests/contracts/searches-worker.ts'
import { drawnQuestions } from '#tests/contracts/shortest-paths.ts'
import { sharedFile, sharedFolder } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const SEED = 20_261_130
const ORIGINS = 8
/** Nobody answers there: every request is answered by the test. */
const ROOT = 'http://searches.test/'
const EXTRACTS = [
  ...sharedFolder('pbf').map((name) => path.join('pbf', name)),
  'roads/cq-sc-major-roads.osm.pbf',
].filter((name) => name.endsWith('.osm.pbf'))

const opened = {} as { page: Page; files: Map<string, Buffer>; close: () => Promise<void> }
beforeAll(async () => {
  const browser = await chromium.connect(inject('browserEndpoint'))
  const context = await browser.newContext()
  const files = new Map([
    ['/', Buffer.from('<!doctype html>')],
    ['/worker.js', Buffer.from(await bundledWorker())],
  ])
  await context.route(`${ROOT}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const body = files.get(pathname)
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    return body ? route.fulfill({ body, contentType }) : route.fulfill({ status: 404 })
  })
  const page = await context.newPage()
  await page.goto(ROOT)
  Object.assign(opened, { page, files, close: () => browser.close() })
})
afterAll(() => opened.close?.())

describe('in a worker of a browser', () => {
  it('every search answers on every town what it answers in Node, and the oracle', async () => {
    const drawn = drawnQuestions(SEED)
    const questions = drawn.map(({ question }) => question)
    const told = await inWorker({ kind: 'towns', questions })
    if (told.kind !== 'towns') throw new Error(`The worker told: ${JSON.stringify(told)}`)
    expect(Object.keys(told.answers)).toEqual(Object.keys(SEARCHES))
    for (const [name, search] of Object.entries(SEARCHES)) {
      const here = questions.map((question) => answerOf(search, question))
      expect(told.answers[name], name).toEqual(here)
      expect(told.answers[name], name).toEqual(drawn.map(({ expected }) => expected))
    }
  })

  it.for(EXTRACTS)('the searches cost over %s what they cost in Node', async (extract, context) => {
    const outFile = path.join(temporaryFolder(), 'real.road')
    const outcome = await buildNetworkFile({ extracts: [sharedFile(context, extract)], outFile })
    expect(outcome.kind).toBe('built')
    const file = readFileSync(outFile)
    opened.files.set('/real.road', file)
    const question = { address: `${ROOT}real.road`, originCount: ORIGINS, seed: SEED }
    const told = await inWorker({ kind: 'roads', ...question })
    if (told.kind !== 'roads') throw new Error(`The worker told: ${JSON.stringify(told)}`)
    const { machine, differences, costs } = told.answers
    expect({ machine, differences }).toEqual({ machine: 'wasm', differences: 0 })
    expect(costs).toHaveLength(2 * ORIGINS)
    expect(told.answers).toEqual(realAnswers(Uint8Array.from(file).buffer, ORIGINS, SEED))
  })
})

/** One module, as the page's own workers are. */
async function bundledWorker(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: path.resolve('tests/contracts/searches-worker.ts') },
    },
  })) as Rolldown.RolldownOutput
  const [chunk, ...others] = built.output
  expect(others).toEqual([])
  return chunk.code
}

function inWorker(asked: ToSearches): Promise<FromSearches> {
  return opened.page.evaluate(
    (question) =>
      new Promise<FromSearches>((resolve) => {
        const worker = new Worker('/worker.js', { type: 'module' })
        const end = (answer: FromSearches) => {
          worker.terminate()
          resolve(answer)
        }
        worker.addEventListener('message', ({ data }) => end(data))
        worker.addEventListener('error', ({ message }) => end({ kind: 'failed', why: message }))
        worker.postMessage(question)
      }),
    asked,
  )
}
