// Takes the pictures the READMEs show, from the real page over the real data.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { COMPARISON_VERSION } from '#geodata/contract/comparisons.ts'
import { readRegionFile } from '#scripts/geodata/region-file.ts'
import { mapIdle, openBrowser, startAtlas, visit } from '#scripts/running-atlas.ts'

const FOLDER = path.join('docs', 'screenshots')
const REGION = readRegionFile(path.join('geodata', 'sources'))
if (REGION.kind === 'refused') throw new Error(REGION.problems.join('\n'))
const { example, frame } = REGION.region
const [west, south, east, north] = frame
const PIN = `pin=${example.lngLat.map((degrees) => degrees.toFixed(5)).join(',')}`
const MIDDLE = `${(west + east) / 2},${(south + north) / 2}`

const COMPARED_IDS = ['CQ-V04', 'CQ-V02', 'CQ-N18']
const COMPARED = `at=compare&product=battery-tray&compare=${COMPARED_IDS.join()}`
const SCENARIOS = [
  '用地查明,land:CQ-V02_200',
  `新增整车厂,vehiclePlant:另一个“1”_${example.lngLat.join('_')}_300000`,
  ':1.2',
].join('/')

type Shot = {
  name: string
  query: string
  locale?: string
  dark?: boolean
  width?: number
  height?: number
  /** A board has no map to wait for. */
  isBoard?: boolean
  act?: (page: Page) => Promise<void>
}

/** Long answers are there: nothing is computing any more. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main progress') === null)
  await page.waitForLoadState('networkidle')
}

async function surfaceDrawn(page: Page): Promise<void> {
  await page.locator('.surface-best li').first().waitFor()
  await mapIdle(page)
}

const SHOTS: Shot[] = [
  { name: 'layout', query: '' },
  { name: 'layout-en', query: 'lang=en', locale: 'en' },
  { name: 'layout-dark', query: 'theme=dark', dark: true },
  { name: 'inspector', query: 'sel=parks/CQ-N01' },
  { name: 'matrix', query: 'view=matrix', isBoard: true, width: 1600, height: 1000 },
  { name: 'vehicle-park', query: 'view=vehicle-park', isBoard: true },
  { name: 'index', query: 'view=index', isBoard: true },
  { name: 'progress', query: 'at=progress', isBoard: true },
  {
    name: 'editing',
    query: 'sel=parks/CQ-N01',
    act: async (page) => {
      await page.locator('.inspector').getByRole('button', { name: '更正' }).click()
      await page.locator('.editor h2').waitFor()
    },
  },
  { name: 'wall', query: 'theme=dark', dark: true, width: 1920, height: 1080 },
  { name: 'site', query: `at=site&product=battery-tray&${PIN}` },
  {
    name: 'surface',
    query: `at=site&product=battery-tray&everywhere=1&map=7.9/${MIDDLE}`,
    act: surfaceDrawn,
  },
  ...['sensitivity', 'windows', 'gaps', 'disruption', 'sourcing'].map((board) => ({
    name: board,
    query: `at=site&product=brake-by-wire&site=${board}`,
    isBoard: true,
    width: 1600,
    height: 1000,
    act: answered,
  })),
  { name: 'compare', query: COMPARED },
  {
    name: 'scenarios',
    query: `${COMPARED}&if=${encodeURIComponent(SCENARIOS)}`,
    isBoard: true,
    act: async (page) => {
      await page.locator('.what-if-grid tbody td').first().waitFor()
      await page.locator('.what-if').evaluate((board) => board.scrollIntoView())
      await answered(page)
    },
  },
  { name: 'present', query: 'at=present&scene=6&stage=1' },
  {
    name: 'author',
    query: 'at=present&scene=6',
    act: async (page) => {
      await page.locator('.author-begin button').first().click()
      await page.locator('.author-form .author-filled').waitFor()
      await mapIdle(page)
    },
  },
  { name: 'phone-layout', query: '', width: 390, height: 844 },
  { name: 'phone-site', query: `at=site&product=battery-tray&${PIN}`, width: 390, height: 844 },
]

/** The first page of the report of the same candidates, by pdftoppm of poppler. */
async function takeReport(origin: string): Promise<void> {
  const sent = async (address: string, body: object) => {
    const headers = {
      'Content-Type': 'application/json',
      'Atlas-Editor': 'screenshots',
      'Atlas-Reason': 'screenshots',
    }
    const answer = await fetch(`${origin}/api/${address}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${address}: ${await answer.text()}`)
    return answer
  }
  const comparison = {
    version: COMPARISON_VERSION,
    title: '电池托盘放在哪里',
    siting: { productId: 'battery-tray' },
    candidateIds: COMPARED_IDS,
  }
  const { id } = (await (await sent('comparisons', comparison)).json()) as { id: string }
  const report = await sent('processes/report/execution?f=pdf', {
    inputs: { comparisonId: id, format: '16x9' },
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-report-'))
  const file = path.join(folder, 'report.pdf')
  writeFileSync(file, Buffer.from(await report.arrayBuffer()))
  const asked = ['-r', '96', '-png', '-f', '1', '-singlefile', file, path.join(FOLDER, 'report')]
  const { status, error } = spawnSync('pdftoppm', asked, { stdio: 'inherit' })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw error ?? new Error(`pdftoppm ended with ${status}.`)
  console.log('report.png')
}

mkdirSync(FOLDER, { recursive: true })
const atlas = await startAtlas()
const browser = await openBrowser()
try {
  for (const shot of SHOTS) {
    const { page, context, errors } = await visit(browser, `${atlas.origin}/?${shot.query}`, {
      viewport: { width: shot.width ?? 1440, height: shot.height ?? 900 },
      deviceScaleFactor: 1,
      paints: true,
      locale: shot.locale ?? 'zh-CN',
      colorScheme: shot.dark ? 'dark' : 'light',
    })
    // The three steps for a new user would stand on every picture.
    await page.evaluate(() => localStorage.setItem('park-atlas.introduction-off', '1'))
    await page.reload()
    if (shot.isBoard) await page.locator('main table, main svg').first().waitFor()
    else await mapIdle(page)
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    await shot.act?.(page)
    await page.screenshot({ path: path.join(FOLDER, `${shot.name}.png`) })
    await context.close()
    console.log(`${shot.name}.png${errors.length > 0 ? `: ${errors.join('; ')}` : ''}`)
  }
  await takeReport(atlas.origin)
} finally {
  await browser.close()
  await atlas.stop()
}
