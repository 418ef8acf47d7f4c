// The whole app over a base built from the real sources, as the server would serve it.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect } from 'vitest'
import { Problem } from '#geodata/contract/problem.ts'
import { builtBase } from '#scripts/built-base.ts'
import { createApp } from '#server/app.ts'
import { adminBy } from '#server/http/admin.ts'
import { type Imports, importsOf } from '#server/imports/imports.ts'
import { type Presentations, presentationsOf } from '#server/presentations/presentations.ts'
import { openRemoteAt } from '#server/presentations/remote-listener.ts'
import { loadRegion, putNetwork } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { type AnalysisJobs, analysisJobs } from '#server/workers/analysis-jobs.ts'
import { type NetworkBuilds, networkBuilds } from '#server/workers/network-builds.ts'
import { readBeside } from '#server/workers/network-reading.ts'

/** Of the built app. */
export const ADMIN_TOKEN = 'open-sesame-open-sesame'

export type BuiltApp = {
  app: Hono
  store: Store
  /** DATA_DIR, with base.gpkg and atlas.gpkg. */
  folder: string
  jobs: NetworkBuilds
  analyses: AnalysisJobs
  presentations: Presentations
  imports: Imports
  /** Puts the network of that name to use, as it lies there now. */
  use: (id: string) => Promise<void>
  /** What the server would have written to its log. */
  logged: unknown[]
}

/**
 * Builds once for the test file that calls it; read the result inside tests and hooks only.
 * `prepare` may put files into DATA_DIR before they are read.
 */
export function builtApp(prepare: (folder: string) => void = () => {}): BuiltApp {
  const built = { logged: [] as unknown[] } as BuiltApp
  beforeAll(async () => {
    built.folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-app-'))
    copyFileSync(await builtBase(), path.join(built.folder, 'base.gpkg'))
    prepare(built.folder)
    const store = await openStore(built.folder)
    built.store = store
    const region = await loadRegion(store)
    const log = (error: unknown) => built.logged.push(error)
    const use = async (id: string) => putNetwork(region, await readBeside(store, region, id))
    built.use = use
    built.jobs = await networkBuilds(store, region.id, use, log)
    built.analyses = analysisJobs(store, region.id, log)
    built.presentations = await presentationsOf({
      store,
      region: region.id,
      openRemote: openRemoteAt({ host: '127.0.0.1', port: null }, null, log),
      log,
    })
    built.imports = await importsOf(store, region, log)
    built.app = createApp({
      store,
      region,
      mapApprovalNumber: null,
      basemap: null,
      admin: adminBy(ADMIN_TOKEN),
      builds: built.jobs,
      analyses: built.analyses,
      presentations: built.presentations,
      imports: built.imports,
      log,
    })
  }, 60_000)
  afterAll(async () => {
    await built.presentations?.close()
    await built.imports?.close()
    await built.jobs?.close()
    await built.analyses?.close()
    await built.store?.close()
    rmSync(built.folder, { recursive: true })
  })
  return built
}

/** A request that carries JSON. */
export function sending(method: string, body: unknown, headers: Record<string, string> = {}) {
  return {
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  }
}

/** The problem an answer carries: RFC 9457, in both languages, nothing of the inside of the server. */
export async function problemOf(response: Response, status: number): Promise<Problem> {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  const problem = Problem.parse(JSON.parse(text))
  expect(problem.status).toBe(status)
  for (const [en, zh] of [
    [problem.title, problem.titleZh],
    [problem.detail, problem.detailZh],
    ...(problem.errors ?? []).map((error) => [error.detail, error.detailZh]),
  ]) {
    expect(en).toMatch(/[a-z]/)
    expect(zh).toMatch(/\p{Script=Han}/u)
  }
  expect(text).not.toMatch(/node_modules|\.ts\b|\bat .+:\d+:\d+|Error:|SQLITE|\/home\/|\/tmp\//)
  return problem
}
