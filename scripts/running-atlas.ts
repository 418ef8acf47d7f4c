// A real server over freshly built data, and a real browser to look at it.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserServer,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import browserPaths from '#scripts/browsers.json' with { type: 'json' }
import { builtBase } from '#scripts/built-base.ts'
import { prepareDocumentFonts, preparePage } from '#scripts/prepare.ts'

/** WebGL2 by software rendering, and no traffic of the browser's own. */
const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // The page itself is put together by the processor at once, not by an emulated graphics card.
  '--disable-gpu-compositing',
]

/** What is stopped already may be stopped again. */
export type RunningAtlas = {
  origin: string
  dataDir: string
  stop: () => Promise<void>
  /** The server ends, its data stay. */
  halt: () => Promise<void>
  /** Another one at the same address, over the same data. */
  resume: () => Promise<void>
}

/**
 * Builds what is stale, starts the server on a free port and waits for the address it prints.
 * `fill` puts into DATA_DIR what the server shall find there at its start.
 */
export async function startAtlas(
  environment: Record<string, string> = {},
  fill: (dataDir: string) => Promise<void> = async () => {},
): Promise<RunningAtlas> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'park-atlas-data-'))
  await preparePage()
  await prepareDocumentFonts()
  copyFileSync(await builtBase(), path.join(dataDir, 'base.gpkg'))
  await fill(dataDir)
  const begin = (port: string) =>
    spawn(process.execPath, ['server/main.ts'], {
      env: { ...process.env, PORT: port, DATA_DIR: dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  let server = begin('0')
  const origin = await printedAddress(server)
  const halt = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  return {
    origin,
    dataDir,
    halt,
    resume: async () => {
      server = begin(new URL(origin).port)
      await printedAddress(server)
    },
    stop: async () => {
      await halt()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (chunk) => {
      printed += chunk
      const address = printed.match(/http:\/\/[^\s/]+/)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)))
  })
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch(browserToOpen())
}

/**
 * A browser that other processes of this machine may use, on a free port. Its pages live for seconds:
 * compiling their scripts for speed takes a fifth of the processor's time and comes too late to help.
 */
export function openBrowserServer(): Promise<BrowserServer> {
  const { executablePath, args } = browserToOpen()
  const plain = '--js-flags=--no-opt --no-maglev'
  return chromium.launchServer({ executablePath, args: [...args, plain], host: '127.0.0.1' })
}

function browserToOpen(): { executablePath: string; args: string[] } {
  const candidates = [process.env.CHROMIUM, ...browserPaths]
  const executablePath = candidates.find((candidate) => candidate && existsSync(candidate))
  if (!executablePath) {
    throw new Error('No Chrome or Chromium found; install one or set CHROMIUM=/path/to/chrome.')
  }
  return { executablePath, args: BROWSER_ARGUMENTS }
}

export type Visit = {
  page: Page
  context: BrowserContext
  outside: Set<string>
  errors: string[]
  /** What was asked for and is still on its way. */
  underway: Set<Request>
}

/**
 * Opens the page and notes every request that leaves its host and every error it throws.
 *
 * An emulated graphics card is most of what a look at a map costs. So the last step of it, filling pixels,
 * is left out unless `paints`; all before it happens: tiles, layers, shaders, buffers, what lies where.
 * Who paints does so with a quarter of the pixels; who takes pictures or times asks for
 * `deviceScaleFactor: 1`. Who does not look at the map at all leaves it out: the page is then as in a
 * browser without WebGL, where all but the map goes on.
 *
 * Nor does the page work answers out by itself unless `hasKernel`: its workers take a core for seconds, and what
 * they would say the server says too. It saves data as well, as its reader may have told the browser: files of boards
 * that a test does not open are not fetched unless it `fetchesLaterFiles`.
 */
export async function visit(
  browser: Browser,
  url: string,
  {
    paints = false,
    hasMap = true,
    hasKernel = false,
    fetchesLaterFiles = false,
    ...options
  }: Parameters<Browser['newContext']>[0] & {
    paints?: boolean
    hasMap?: boolean
    hasKernel?: boolean
    fetchesLaterFiles?: boolean
  } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
    ...options,
  })
  if (!hasMap) await context.addInitScript(haveNoWebGl)
  else if (!paints) await context.addInitScript(fillNoPixels)
  if (!hasKernel) await context.addInitScript(haveNoKernel)
  if (!fetchesLaterFiles) await context.addInitScript(saveData)
  // Windows that the page opens are waited for as long.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const outside = new Set<string>()
  const errors: string[] = []
  const { host } = new URL(url)
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const underway = new Set<Request>()
  page.on('requestfinished', (request) => underway.delete(request))
  page.on('requestfailed', (request) => underway.delete(request))
  page.on('request', (request) => {
    underway.add(request)
    const target = new URL(request.url())
    if (target.protocol.startsWith('http') && target.host !== host) outside.add(target.href)
  })
  await page.goto(url)
  return { page, context, outside, errors, underway }
}

/** Runs in the page, before any of its code. */
function fillNoPixels(): void {
  Object.assign(WebGL2RenderingContext.prototype, { drawElements() {}, drawArrays() {} })
}

/** Runs in the page, before any of its code. */
function haveNoWebGl(): void {
  const { getContext } = HTMLCanvasElement.prototype
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, ...asked: Parameters<typeof getContext>) {
      return asked[0].startsWith('webgl') ? null : getContext.apply(this, asked)
    },
  })
}

function haveNoKernel(): void {
  const Plain = globalThis.Worker
  globalThis.Worker = class extends Plain {
    constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
      if (options?.name === 'kernel') throw new Error('Workers of that name may not run here.')
      super(file, options)
    }
  }
}

/** Runs in the page, before any of its code. */
function saveData(): void {
  const { connection } = navigator as Navigator & { connection?: object }
  if (connection) Object.defineProperty(connection, 'saveData', { value: true })
}

/** Waits until all that was asked for has come and is on the page. */
export async function settled({ page, underway }: Pick<Visit, 'page' | 'underway'>): Promise<void> {
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  await drawn()
  while (underway.size > 0) {
    for (const request of underway) {
      const answer = await request.response().catch(() => null)
      await answer?.finished().catch(() => null)
      underway.delete(request)
    }
    await drawn()
  }
}

/** Waits until every source is drawn and the camera rests. */
export async function mapIdle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.mapIdle === 'true', undefined, {
    timeout: 90_000,
  })
}

/**
 * What axe finds wrong with the page or a part of it; empty: nothing. The page has no frames of other
 * hosts, so one run in the page is all; with what passed left out of its report it takes a sixth of the time.
 * `rules`: only these.
 */
export async function axeFinds(
  page: Page,
  part = 'body',
  rules?: readonly string[],
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
    })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
