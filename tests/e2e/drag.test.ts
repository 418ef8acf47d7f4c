// Do the rings follow the pointer? How soon is printed, not asserted: it depends on the machine.
import { readdir } from 'node:fs/promises'
import { loadavg } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { NetworkList } from '#geodata/contract/documents.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { executed, ownAtlas } from '#tests/support/browsing.ts'
import { delays, drag, told, watch } from '#tests/support/drag.ts'
import { KERNEL_QUESTIONS } from '#tests/support/kernel-questions.ts'
import { ABSENT, sharedFileOrNull } from '#tests/support/shared-data.ts'

const STREETS = 'cq-sc-major-roads'
const EXTRACT = sharedFileOrNull(`roads/${STREETS}.osm.pbf`)
const PIN = '106.50000,29.45000'

const atlas = ownAtlas({}, async (dataDir) => {
  if (!EXTRACT) return
  const outFile = path.join(networksFolder(dataDir), `${STREETS}.road`)
  const built = await buildNetworkFile({ extracts: [EXTRACT], outFile })
  expect(built.kind).toBe('built')
})

it.for(['skeleton', STREETS])(
  'draws rings while the pin is dragged, one question at a time, and the last: %s',
  async (network, context) => {
    if (network === STREETS && !EXTRACT) context.skip(ABSENT)
    const {
      page,
      errors,
      context: browsing,
    } = await visit(
      atlas.browser,
      `${atlas.origin}/?at=site&product=battery-tray&net=${network}&pin=${PIN}&map=8/106.5,29.45`,
      { hasKernel: true },
    )
    await page.locator('.site-row').first().waitFor()
    await page.getByRole('region', { name: '等时圈图例' }).waitFor()
    await page.locator('[data-kernel="held"]').waitFor({ state: 'attached' })
    await mapIdle(page)
    await watch(page)
    const rankings: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/siting/')) rankings.push(request.postData() ?? '')
    })
    const before = new URL(page.url()).searchParams.get('pin')
    await drag(page)
    await page.waitForFunction(
      (pin) => new URL(location.href).searchParams.get('pin') !== pin,
      before,
    )
    const pin = new URL(page.url()).searchParams.get('pin')
    const words = (lngLat: number[]) => lngLat.map((degrees) => degrees.toFixed(5)).join()
    await page.waitForFunction(
      () => window.seen.drawn.length > 0 && window.seen.drawn.length === window.seen.asked.length,
    )
    const seen = await page.evaluate(() => window.seen)
    expect(seen.asked.every(({ together }) => together === 1)).toBe(true)
    expect(words(seen.drawn.at(-1)?.lngLat ?? [])).toBe(pin)
    expect(seen.drawn.length).toBeGreaterThan(2)
    // What the hand has left behind is what the server says of that place.
    const { features } = await executed<IsochroneResult>(atlas, 'isochrone', {
      origin: pin?.split(',').map(Number),
      network,
    })
    const within = features.find(({ properties }) => properties.cutoffMinutes === 60)?.properties
    expect(await page.locator('.ring-firms').innerText()).toBe(
      `60 分圈内图上企业 ${within?.companies} 家，其中整车 ${within?.vehiclePlants} 家`,
    )
    // The ranking follows the pointer only where it rests: never more often than it paused.
    const pauses = seen.moves.filter(
      ({ heard }, index) => heard - (seen.moves[index - 1]?.heard ?? heard) >= 250,
    )
    expect(rankings.length).toBeLessThanOrEqual(pauses.length + 1)
    console.log(
      `${network}: ${seen.moves.length} moves, ${seen.drawn.length} times rings; ` +
        `from the page hearing of a move to rings in the map ${told(delays(seen, 'heard'))}; ` +
        `with the wait before the page hears ${told(delays(seen, 'moved'))}; ` +
        `question to rings ${told(seen.drawn.map(({ at }, index) => at - (seen.asked[index]?.at ?? at)).sort((a, b) => a - b))}; ` +
        `load ${loadavg()[0]?.toFixed(2)}`,
    )
    expect(errors).toEqual([])
    await browsing.close()
  },
)

it('answers in the bytes of the server from a worker of the page, and goes on when that is stopped', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&pin=${PIN}&map=8/106.5,29.45`,
    { hasKernel: true },
  )
  await page.locator('[data-kernel="held"]').waitFor({ state: 'attached' })
  const { items } = NetworkList.parse(await (await fetch(`${atlas.origin}/api/networks`)).json())
  for (const network of items) {
    const questions = KERNEL_QUESTIONS.map(
      ([id, inputs]) => [id, askedOf(inputs, network.id)] as const,
    )
    const skeletonHash = items.find(({ kind }) => kind === 'skeleton')?.hash ?? ''
    const texts = await page.evaluate(inWorker, {
      file: await workerFile(),
      network,
      skeletonHash,
      questions,
    })
    for (const [index, [id, inputs]] of questions.entries()) {
      const response = await fetch(`${atlas.origin}/api/processes/${id}/execution`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ inputs }),
      })
      expect(texts[index], `${network.id}: ${id}`).toBe(await response.text())
    }
  }
  const chip = page.locator('.network-chip')
  await chip.press('Enter')
  await page.getByText('本机已有此路网，不经服务也能计算。').waitFor()
  await chip.press('Enter')
  errors.length = 0
  await atlas.stop()
  await mapIdle(page)
  await watch(page)
  const areaBefore = await page.locator('.ring-legend').innerText()
  await drag(page)
  await page.waitForFunction(() => window.seen.drawn.length > 2)
  const legend = page.locator('.ring-legend [data-worked-out-by="device-alone"]')
  expect(await legend.innerText()).toBe('服务未响应，由本机独立计算')
  await page.locator('.site-results-head [data-worked-out-by="device-alone"]').waitFor()
  expect(await page.locator('.ring-legend').innerText()).not.toBe(areaBefore)
  expect(await page.locator('[data-candidate="pin"]').count()).toBe(1)
  await context.close()
})

/** The question of that network; the surface has it within. */
function askedOf(inputs: object, network: string): object {
  const { siting } = inputs as { siting?: object }
  return siting ? { ...inputs, siting: { ...siting, network } } : { ...inputs, network }
}

async function workerFile(): Promise<string> {
  const assets = await readdir('dist/assets')
  return `/assets/${assets.find((name) => /^worker-.*\.js$/.test(name))}`
}

type Asked = {
  file: string
  network: object
  skeletonHash: string
  questions: readonly (readonly [string, object])[]
}

/** In the page: the texts that a worker of its own gives. */
async function inWorker({ file, network, skeletonHash, questions }: Asked): Promise<unknown[]> {
  const worker = new Worker(file, { type: 'module' })
  const answers: unknown[] = []
  const over = new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'progress' || data.kind === 'held') return
      answers[data.serial ?? 0] = data.text ?? JSON.stringify(data)
      if (data.serial === undefined || data.serial === questions.length - 1) resolve()
    })
  })
  worker.postMessage({ kind: 'begin', root: `${location.origin}/`, mostBytes: 1e9 })
  worker.postMessage({ kind: 'hold', network, skeletonHash, drawsRings: true, isAskedFor: false })
  for (const [serial, [id, inputs]] of questions.entries()) {
    worker.postMessage({ kind: 'ask', serial, id, inputs, network, looksForEdits: false })
  }
  await over
  worker.terminate()
  return answers
}
