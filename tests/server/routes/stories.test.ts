// The stories of the API: what is listed, that figures are worked out, that a bad one is refused.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Hono } from 'hono'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FigureAnswer, SceneFigures, Story, StoryPreview } from '#geodata/contract/stories.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { HOME } from '#tests/support/home.ts'
import { sourceText } from '#tests/support/region.ts'

const SOURCES = 'geodata/sources'
let folder: string
let store: Store
let app: Hono
let story: Story
let figures: SceneFigures[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-stories-'))
  buildGeodata({ sourcesDir: SOURCES, outFile: path.join(folder, 'base.gpkg') })
  store = await openStore(folder)
  const region = await loadRegion(store)
  app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log: () => {} })
  story = await get('/api/stories/one-plus-n')
  figures = (await get<{ items: SceneFigures[] }>('/api/stories/one-plus-n/figures')).items
}, 60_000)
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true })
})

async function get<T>(address: string): Promise<T> {
  const response = await app.request(address)
  expect(response.status, address).toBe(200)
  return response.json() as Promise<T>
}

type Row = Record<string, string>
function rowsOf(name: string): Row[] {
  return Papa.parse<Row>(sourceText(name), { header: true, skipEmptyLines: true }).data
}
const partsParks = () =>
  rowsOf('parks.csv').filter((row) => row.role === 'parts' && row.stage !== 'partner')
const isMaker = (row: Row) => row.kind !== 'oem'

/** The answer to one figure of one scene. */
function answer(sceneId: string, figureId: string): FigureAnswer {
  const scene = story.scenes.find(({ id }) => id === sceneId)
  const index = scene?.figures.findIndex(({ id }) => id === figureId) ?? -1
  const found = figures.find((one) => one.sceneId === sceneId)?.figures[index]
  if (!found) throw new Error(`No figure ${figureId} in scene ${sceneId}.`)
  return found
}

describe('the stories', () => {
  it('are listed whole and one by one', async () => {
    const { items } = await get<{ items: Story[] }>('/api/stories')
    expect(items).toEqual([story])
    expect(story.scenes.length).toBeGreaterThanOrEqual(6)
  })

  it.each(['/api/stories/nobody', '/api/stories/nobody/figures'])(
    'answer a problem in both languages for %s',
    async (address) => {
      const response = await app.request(address)
      expect(response.status).toBe(404)
      expect(response.headers.get('Content-Type')).toContain('application/problem+json')
      const problem = (await response.json()) as { detail: string; detailZh: string }
      expect(problem.detail).toContain('one-plus-n')
      expect(problem.detailZh).toContain('one-plus-n')
    },
  )

  it('stand in the OpenAPI document with their schema', async () => {
    const api = await get<{ paths: Record<string, unknown> }>('/api/openapi.json')
    for (const address of ['/stories', '/stories/{storyId}', '/stories/{storyId}/figures'])
      expect(JSON.stringify(api.paths[address])).toMatch(/"(scenes|sceneId)"/)
  })

  it('reach a working copy made before there were any, as does a column it had not', async () => {
    const older = mkdtempSync(path.join(tmpdir(), 'park-atlas-older-'))
    cpSync(path.join(folder, 'base.gpkg'), path.join(older, 'base.gpkg'))
    await (await openStore(older)).close()
    const database = new Database(path.join(older, 'atlas.gpkg'))
    database.exec(
      `DROP TABLE stories; DROP TABLE base_rows; DELETE FROM gpkg_contents WHERE table_name IN ('stories', 'base_rows'); ALTER TABLE targets DROP COLUMN clause_zh; UPDATE dataset SET value = 'older' WHERE key = 'hash'`,
    )
    database.close()
    const reopened = await openStore(older)
    const [stories, targets] = await Promise.all(
      ['stories', 'targets'].map((table) => reopened.documents.rows(HOME, table)),
    )
    expect(stories?.map(({ id }) => id)).toEqual(['one-plus-n'])
    expect(targets).toEqual(await store.documents.rows(HOME, 'targets'))
    await reopened.close()
    rmSync(older, { recursive: true })
  })
})

describe('a live figure', () => {
  it('is answered for every figure of every scene, with its source', () => {
    expect(figures.map(({ sceneId }) => sceneId)).toEqual(story.scenes.map(({ id }) => id))
    for (const [index, scene] of story.scenes.entries()) {
      const answers = figures[index]?.figures ?? []
      expect(answers).toHaveLength(scene.figures.length)
      for (const { source } of answers) expect(source.zh && source.en).toBeTruthy()
    }
  })

  it('counts what the sources hold', () => {
    const parks = rowsOf('parks.csv')
    expect(answer('one', 'candidates').value).toBe(
      parks.filter(({ role }) => role === 'vehicle').length,
    )
    expect(answer('one', 'parts').value).toBe(partsParks().length)
    const systemOf = new Map(rowsOf('taxonomy.csv').map((row) => [row.segment_zh, row.system]))
    const hasSystem = (cell: string | undefined, system: string) =>
      (cell ?? '').split(';').some((name) => systemOf.get(name) === system)
    const west = story.scenes.find(({ id }) => id === 'west')?.figures[0]
    const districts = west?.kind === 'count' ? [west.where.districtZh].flat() : []
    expect(answer('west', 'power').value).toBe(
      rowsOf('companies.csv').filter(
        (row) =>
          isMaker(row) && districts.includes(row.district_zh) && hasSystem(row.segments, 'power'),
      ).length,
    )
    expect(answer('gaps', 'material').value).toBe(
      rowsOf('companies.csv').filter(
        (row) => row.city === '重庆' && isMaker(row) && hasSystem(row.segments, 'material'),
      ).length,
    )
  })

  it('counts as a gap each segment of a park for which no firm stands in that park', () => {
    const companies = rowsOf('companies.csv')
    const assigned = partsParks().flatMap((park) =>
      (park.specialties ?? '')
        .split(';')
        .filter(Boolean)
        .map((segment) => ({ park: park.id, segment })),
    )
    const filled = assigned.filter(({ park, segment }) =>
      companies.some((row) => row.park_id === park && row.segments?.split(';').includes(segment)),
    )
    const { value, total, source } = answer('gaps', 'gaps')
    expect([value, total]).toEqual([assigned.length - filled.length, assigned.length])
    expect(source.zh).toContain(`${companies.filter((row) => !row.park_id).length} 家未归入园区`)
  })

  it('takes a target from its row, in each language’s unit, and leaves unknown unknown', () => {
    const scale = answer('why', 'scale')
    expect(scale).toMatchObject({ value: 2500, said: { zh: '2500', en: '250' } })
    expect(scale.unit).toEqual({ zh: '亿元', en: 'billion yuan' })
    expect(scale.clauseZh).toContain('2500亿元')
    const named = answer('one', 'named')
    expect(named).toMatchObject({ value: null, said: null })
    expect(named.source.en).toBe('no public source found')
  })

  it('counts within truck minutes as the matrix of the same network does', async () => {
    const parks = rowsOf('parks.csv')
    const place = (row: Row | undefined) => [Number(row?.lng), Number(row?.lat)]
    const response = await app.request('/api/processes/od-matrix/execution', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        inputs: {
          origins: [place(parks.find(({ id }) => id === 'CQ-V02'))],
          destinations: partsParks().map(place),
        },
      }),
    })
    const { durationSeconds } = (await response.json()) as { durationSeconds: number[][] }
    const hour = story.scenes.find(({ id }) => id === 'hour')
    const figure = hour?.figures.find(({ id }) => id === 'parks')
    const asked = [60, 90, 120]
    const figures = asked.map((minutes) => ({ ...figure, id: `within${minutes}`, minutes }))
    const words = { zh: '词', en: 'word' }
    const scene = { ...hour, title: words, text: words, notes: words, figures, claims: [] }
    const preview = await app.request('/api/stories/preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...story, scenes: [{ ...scene, questions: [] }] }),
    })
    const shown = (await preview.json()) as StoryPreview
    for (const [index, minutes] of asked.entries()) {
      const [told] = shown.figures
      const { value = null, low, high, total } = told?.figures[index] ?? {}
      if (minutes === 60) expect(value).toBe(answer('hour', 'parks').value)
      const reached = (durationSeconds[0] ?? []).filter((seconds) => seconds <= minutes * 60)
      expect(value).toBe(reached.length)
      expect(total).toBe(partsParks().length)
      expect(low).toBeLessThanOrEqual(Number(value))
      expect(high).toBeGreaterThanOrEqual(Number(value))
    }
  })

  it('counts the tasks of the plan, by part and by whether a side is named', () => {
    const tasks = rowsOf('plan_tasks.csv')
    expect(answer('tasks', 'all')).toMatchObject({ value: tasks.length, total: null })
    expect(answer('tasks', 'chain').value).toBe(
      tasks.filter((row) => row.part_zh === '供应链').length,
    )
    expect(answer('tasks', 'named')).toMatchObject({
      value: tasks.filter((row) => row.responsible_zh).length,
      total: tasks.length,
    })
  })

  it('names the segments with the fewest firms', () => {
    const firms = rowsOf('companies.csv').filter((row) => row.city === '重庆' && isMaker(row))
    const segments = [
      ...new Set(
        rowsOf('taxonomy.csv')
          .filter(({ system }) => system !== 'none')
          .map((row) => row.segment_zh ?? ''),
      ),
    ].map((name) => ({
      name,
      firms: firms.filter((row) => row.segments?.split(';').includes(name)).length,
    }))
    const least = Math.min(...segments.map((segment) => segment.firms))
    expect(answer('gaps', 'thinnest').value).toBe(
      segments
        .filter((segment) => segment.firms === least)
        .map(({ name }) => name)
        .join('、'),
    )
  })
})

describe('the words of the built-in story', () => {
  it('hold no typed number: only years, cutoffs and “1+N”', () => {
    for (const scene of story.scenes) {
      const cutoffs = [
        ...(scene.kind === 'map' && scene.analysis?.kind === 'isochrone'
          ? scene.analysis.cutoffMinutes
          : []),
        ...scene.figures.flatMap((figure) => (figure.kind === 'within' ? [figure.minutes] : [])),
        60,
      ]
      const allowed = new RegExp(
        `20[0-9]{2}( 年 [0-9]{1,2}(–[0-9]{1,2})? 月)?|1\\+N|[“"]1[”"]|\\b(${cutoffs.join('|')})\\b|\\{\\w+\\}`,
        'g',
      )
      const words = [
        ...[scene.title, scene.text, scene.notes, scene.barsTitle],
        ...scene.figures.map(({ label }) => label),
      ]
      for (const text of words) {
        // The numbers of a list are no figures.
        const written = `${text?.zh ?? ''}\n${text?.en ?? ''}`.replaceAll(/^\d+\. /gm, '')
        const rest = written.replaceAll(allowed, '')
        expect(rest, rest).not.toMatch(/[0-9]/)
        expect(rest, rest).not.toMatch(/[二三四五六七八九十百千两]+(家|个|处|条|座|分|件)/)
      }
    }
  })
})

describe('a bad story', () => {
  const broken: [what: string, change: (json: Story) => void, told: RegExp][] = [
    [
      'an unknown park',
      (json) => {
        const rings = json.scenes.find(({ id }) => id === 'hour')
        if (rings?.kind === 'map' && rings.analysis?.kind === 'isochrone') {
          rings.analysis.parkId = 'CQ-V99'
        }
      },
      /bad\.json#\/scenes\/6\/analysis\/parkId: came “CQ-V99”; expected the id of a park/,
    ],
    [
      'words that call a figure which is not there',
      (json) => {
        if (json.scenes[0]) json.scenes[0].text.en = '{many} firms'
      },
      /bad\.json#\/scenes\/0\/text\/en: came “\{many\}”/,
    ],
    [
      'a layer that the map has not',
      (json) => {
        const scene = json.scenes[0]
        if (scene?.kind === 'map') scene.layers.push('weather' as never)
      },
      /bad\.json#\/scenes\/0\/layers\/\d: came "weather"/,
    ],
  ]
  it.each(broken)('with %s refuses the build, with file and pointer', (_, change, told) => {
    const sourcesDir = mkdtempSync(path.join(tmpdir(), 'park-atlas-bad-story-'))
    cpSync(SOURCES, sourcesDir, { recursive: true })
    const json: Story = JSON.parse(
      readFileSync(path.join(SOURCES, 'stories', 'one-plus-n.json'), 'utf8'),
    )
    change(json)
    writeFileSync(path.join(sourcesDir, 'stories', 'bad.json'), JSON.stringify(json))
    const outFile = path.join(sourcesDir, 'base.gpkg')
    expect(() => buildGeodata({ sourcesDir, outFile })).toThrow(told)
    rmSync(sourcesDir, { recursive: true })
  })
})
