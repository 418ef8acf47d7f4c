// Is the report of a comparison what the comparison says, to read, to hear and to check?
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readReport } from '#geodata/analysis/report/read-report.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { COMPARISON_VERSION, StoredComparison } from '#geodata/contract/comparisons.ts'
import { Job } from '#geodata/contract/jobs.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { ReportResult, type SavedReport } from '#geodata/contract/processes/report.ts'
import { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { by, changing, insertSite } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const built = builtApp()
const TEMPLATES = path.resolve('server/report/templates')
const SITING = {
  productId: 'battery-tray',
  needs: [{ id: 'landHectares', amount: 12 }],
}
const COMPARISON = {
  version: COMPARISON_VERSION,
  title: '电池托盘：三处候选',
  siting: SITING,
  candidateIds: ['CQ-N14', 'CQ-V04', 'CQ-V02'],
  scenarios: [
    { id: 'rate', name: '运价上涨两成', changes: [{ kind: 'freightRate', percent: 20 }] },
    { id: 'bridge', name: '大桥封闭', changes: [{ kind: 'closed', near: [106.55, 29.56] }] },
  ],
  ownRows: [{ title: '领导意见', cells: ['优先 CO₂ ✔', '', '备选 č'] }],
}

/** What is soon made. */
const QUICK = { candidateIds: ['CQ-V04', 'CQ-V02'], scenarios: [], ownRows: [] }

async function stored(more: object = {}): Promise<string> {
  const response = await built.app.request(
    '/api/comparisons',
    changing('POST', { ...COMPARISON, ...more }),
  )
  return StoredComparison.parse(await response.json()).id
}

const execute = (inputs: object, format = 'json') =>
  built.app.request(`/api/processes/report/execution?f=${format}`, sending('POST', { inputs }))

async function pdfOf(inputs: object): Promise<Uint8Array<ArrayBuffer>> {
  const response = await execute(inputs, 'pdf')
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  return new Uint8Array(await response.arrayBuffer())
}

async function savedIn(file: Uint8Array<ArrayBuffer>): Promise<SavedReport> {
  const read = await readReport(new Blob([file]))
  if (read.kind !== 'report') throw new Error(`The report is ${read.kind}.`)
  return read.saved
}

/** By its number and whatever else is given, or by its file. */
async function checked(by: object | Uint8Array<ArrayBuffer>): Promise<VerifyReportResult> {
  const [address, sent] =
    by instanceof Uint8Array
      ? ['reports/verification', { method: 'POST', body: by }]
      : ['processes/verify-report/execution', sending('POST', { inputs: by })]
  const response = await built.app.request(`/api/${address}`, sent as RequestInit)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return VerifyReportResult.parse(JSON.parse(text))
}

async function compared(): Promise<ComparisonResult> {
  const { siting, candidateIds } = COMPARISON
  const response = await built.app.request(
    '/api/processes/comparison/execution',
    sending('POST', { inputs: { siting, candidateIds } }),
  )
  return (await response.json()) as ComparisonResult
}

it('says on A4 and 16:9, in both languages, the figures of the comparison, a page a candidate', async (context) => {
  const comparisonId = await stored()
  const { candidates, rankedCount, rows } = await compared()
  const asked = await built.app.request(
    '/api/processes/sensitivity/execution',
    sending('POST', { inputs: { siting: SITING } }),
  )
  const sensitivity = SensitivityResult.parse(await asked.json())
  for (const [format, language] of [
    ['a4', 'zh-CN'],
    ['16x9', 'en'],
  ]) {
    const file = await pdfOf({ comparisonId, format, language })
    const { pages, fonts, pictureCount } = readPdf(context, file)
    const { comparisonId: number } = await savedIn(file)
    expect(pages.every((page) => page.includes(number))).toBe(true)
    // The cover stays one page.
    expect(pages[1]).toContain(language === 'en' ? 'CandidateAof3' : '候选A，共3处')
    expect(pages[0]).toContain(language === 'en' ? 'Madebyplanner,20' : '署名planner，20')
    for (const [index, { nameZh, ranked }] of candidates.entries()) {
      const own = pages.find((page) =>
        page.includes(
          language === 'en' ? `Candidate${'ABC'[index]}of3` : `候选${'ABC'[index]}，共3处`,
        ),
      )
      expect(own, nameZh).toContain(ranked?.score.central.toFixed(1))
      const [low, high] = ranked?.rankLikely ?? []
      expect(own).toContain(
        language === 'en'
          ? `${ranked?.rank}of${rankedCount}candidates,likely${low}–${high}`
          : `${rankedCount}处候选中第${ranked?.rank}，可能${low}–${high}`,
      )
    }
    const told = pages.join('')
    expect(told).toMatch(/领导意见优先CO₂✔备选č/)
    // Of more ports than a page is for, how many there are.
    const hubs = rows.filter(({ id }) => id.startsWith('hub ')).length
    expect(told).toContain(
      language === 'en'
        ? `${hubs - 6}moreportsandstations:inthespreadsheet`
        : `另有${hubs - 6}处港口、铁路站，见电子表格`,
    )
    // What finding out is worth is told as on the page.
    const now = chanceText(sensitivity.worthKnowing.chanceNow)
    expect(told).toContain(language === 'en' ? `${now}now→onceknown` : `现在${now}→查清后平均`)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toEqual({ isEmbedded: true, isSubset: true })
    expect(pictureCount).toBe(0)
  }
}, 120_000)

it('keeps the cover of six on one page, also in English', async (context) => {
  const candidateIds = ['CQ-N14', 'CQ-V04', 'CQ-V02', 'CQ-V01', 'CQ-N01', 'CQ-N02']
  const siting = {
    ...SITING,
    needs: [...SITING.needs, { id: 'powerMegavoltAmperes', amount: 30, isHard: false }],
  }
  const comparisonId = await stored({ ...QUICK, candidateIds, siting })
  for (const format of ['a4', '16x9']) {
    const { pages } = readPdf(context, await pdfOf({ comparisonId, format, language: 'en' }))
    expect(pages[1], format).toContain('CandidateAof6')
  }
}, 120_000)

it('is the same file each time, tagged, in its language, with its figures inside', async () => {
  const comparisonId = await stored()
  const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const first = await pdfOf({ comparisonId })
  const text = Buffer.from(first).toString('latin1')
  expect(text).toMatch(/\/Lang\s*\(zh-CN\)/)
  expect(text).toMatch(/\/MarkInfo|\/Marked true/)
  expect(text).toContain('pdfuaid')
  expect(sum(await pdfOf({ comparisonId }))).toBe(sum(first))
  const result = ReportResult.parse(await (await execute({ comparisonId })).json())
  expect(sum(Buffer.from(result.document.value, 'base64'))).toBe(sum(first))
  expect(await savedIn(first)).toEqual(result.saved)
  const { candidates, rows } = await compared()
  expect(result.saved.candidates.map(({ score }) => score)).toEqual(
    candidates.map(({ ranked }) => ranked?.score.central),
  )
  const minutes = rows.find(({ id }) => id === 'criterion plantMinutes')?.cells[0]
  expect(result.saved.candidates[0]?.cells['criterion plantMinutes']).toBe(
    minutes?.kind === 'amount' ? minutes.amount : null,
  )
})

it('says of a scenario that cannot be calculated why, and of a candidate that is gone that it is and why there are no maps', async (context) => {
  const comparisonId = await stored({ candidateIds: ['CQ-N14', 'CQ-GONE', 'CQ-V04'] })
  const result = ReportResult.parse(await (await execute({ comparisonId })).json())
  const { pages } = readPdf(context, Buffer.from(result.document.value, 'base64'))
  expect(pages.join('')).toContain('未能计算：此项需要街道路网')
  expect(pages.join('')).toContain('有一处已不在，图上的字母会与报告不符，因此未绘图')
  expect(result.saved.candidates.map(({ standing }) => standing)).toEqual([
    'ranked',
    'gone',
    'ranked',
  ])
})

it('names a character that no font has, and the text that holds it', async () => {
  const comparisonId = await stored({ title: '电池托盘 😀', notes: { 'criterion land': '问𠮷田' } })
  const problem = await problemOf(await execute({ comparisonId }), 422)
  expect(problem.errors?.[0]).toMatchObject({
    pointer: '/inputs/comparisonId',
    detailZh: '标题“电池托盘 😀”中的 “😀” (U+1F600) 没有字体可写：请去掉后重新分享比选。',
  })
})

it('names a character that no font has in the name it is signed with', async () => {
  const { headers, ...rest } = changing(
    'POST',
    { ...COMPARISON, ...QUICK, title: '署名' },
    by('李 😀', '报告'),
  )
  const response = await built.app.request('/api/comparisons', { headers, ...rest })
  const { id: comparisonId } = StoredComparison.parse(await response.json())
  const problem = await problemOf(await execute({ comparisonId }), 422)
  expect(problem.errors?.[0]?.detailZh).toContain('署名“李 😀”中的 “😀” (U+1F600) 没有字体可写')
})

it('refuses a comparison that there is not, a format and a language that it does not have', async () => {
  const unknown = await problemOf(await execute({ comparisonId: '0123' }), 404)
  expect(unknown.detailZh).toBe('没有编号为“0123”的比选：可能已被删除，或链接不完整。')
  const comparisonId = await stored()
  const wrong = await problemOf(await execute({ comparisonId, format: 'a3', language: 'fr' }), 400)
  expect(wrong.errors?.map(({ pointer }) => pointer)).toEqual([
    '/inputs/format',
    '/inputs/language',
  ])
  await problemOf(await execute({ comparisonId }, 'xlsx'), 400)
})

it('is checked by its number and by its file: every figure again, what is another now, which row changed, by whom', async () => {
  const comparisonId = await stored({ title: '复核' })
  const file = await pdfOf({ comparisonId })
  const { comparisonId: number, candidates, scenarios, dataAsOf } = await savedIn(file)
  const keptOf = async (id: string) =>
    StoredComparison.parse(await (await built.app.request(`/api/comparisons/${id}`)).json())
  const kept = await keptOf(number)
  expect(kept.comparison).toMatchObject({ ...(await keptOf(comparisonId)).comparison })
  expect(kept.comparison.found?.figures).toEqual({ candidates, scenarios, dataAsOf })
  expect(kept.storedBy).toBe('planner')
  const same = await checked({ comparisonId: number })
  expect(same).toMatchObject({ title: '复核', isSame: true, changed: [], changes: [], moved: [] })
  expect(same.figureCount).toBeGreaterThan(150)
  expect(await checked(file)).toEqual(same)
  // The comparison that no report was made of kept no figures.
  expect((await checked({ comparisonId })).figureCount).toBe(0)
  const item = '/api/collections/parks/items/CQ-N14'
  const before = await built.app.request(item)
  await built.app.request(
    item,
    changing(
      'PATCH',
      { properties: { plannedAreaSquareKilometers: 12, developedAreaSquareKilometers: 2 } },
      {
        'If-Match': before.headers.get('ETag') ?? '',
        'Content-Type': 'application/merge-patch+json',
        ...by('李四', '管委会答复'),
      },
    ),
  )
  const now = await checked({ comparisonId: number })
  expect(now).toMatchObject({ isSame: false, changed: ['dataset'], figureCount: same.figureCount })
  expect(now.changes).toMatchObject([
    { collection: 'parks', rowId: 'CQ-N14', who: '李四', why: '管委会答复' },
  ])
  const moved = now.moved.find(({ id }) => id === 'CQ-N14')?.figures ?? []
  expect(moved.find(({ row }) => row === 'criterion land')).toMatchObject({
    title: { zh: '未开发用地' },
    figureThen: null,
    figureNow: 10,
  })
  const rate = scenarios.find(({ scenarioIds }) => scenarioIds.join() === 'rate')
  const { scenarios: ofNow } = now.now
  expect(moved.find(({ row }) => row === 'scenario rate score')).toMatchObject({
    title: { zh: '情景“运价上涨两成”下的得分' },
    figureThen: rate?.cells[0]?.score,
    figureNow: ofNow.find(({ scenarioIds }) => scenarioIds.join() === 'rate')?.cells[0]?.score,
  })
  expect(await checked(file)).toEqual(now)
  // A report of now has another number, and the first keeps its own.
  const later = await savedIn(await pdfOf({ comparisonId }))
  expect(later.comparisonId).not.toBe(number)
  expect((await checked({ comparisonId: later.comparisonId })).isSame).toBe(true)
  expect((await checked({ comparisonId: number })).isSame).toBe(false)
}, 60_000)

it('refuses a file that is no report, and figures that are of another', async () => {
  const post = (body: string) =>
    built.app.request('/api/reports/verification', { method: 'POST', body })
  expect((await problemOf(await post('PK'), 422)).detailZh).toBe('所传文件不是 PDF。')
  expect((await problemOf(await post('%PDF-1.7 x'), 422)).detailZh).toContain('没有报告的数字')
  const cut = '%PDF-1.7 1 0 obj << /Type /EmbeddedFile /Length 9 >> stream\n{'
  expect((await problemOf(await post(cut), 422)).detailZh).toContain('已损坏')
  const large = '%PDF-'.padEnd(8 * 2 ** 20 + 1)
  expect((await problemOf(await post(large), 413)).detailZh).toContain('超过 8 MiB')
  const saved = await savedIn(await pdfOf({ comparisonId: await stored() }))
  const other = await stored({ title: '另一份' })
  const response = await built.app.request(
    '/api/processes/verify-report/execution',
    sending('POST', { inputs: { comparisonId: other, saved } }),
  )
  const { errors } = await problemOf(response, 400)
  expect(errors?.[0]?.pointer).toBe('/inputs/saved/comparisonId')
})

/** A report as a job that is being set: everything is answered and drawn. */
async function beingSet(inputs: object): Promise<string> {
  const begun = await built.app.request(
    '/api/processes/report/execution',
    sending('POST', { inputs }, { Prefer: 'respond-async' }),
  )
  const { jobID } = Job.parse(await begun.json())
  const progress = async () =>
    Job.parse(await (await built.app.request(`/api/jobs/${jobID}`)).json()).progress
  await expect.poll(progress, { timeout: 50_000, interval: 20 }).toBeGreaterThanOrEqual(70)
  return jobID
}

it('leaves nothing behind when it is cancelled while it is set, and makes the next one all the same', async () => {
  const comparisonId = await stored({ ...QUICK, title: '取消' })
  const lying = async () => ({
    files: [built.folder, TEMPLATES].map((folder) => readdirSync(folder).sort()),
    rows: (await built.store.rows.features(HOME, 'comparisons')).matched,
  })
  const before = await lying()
  const jobID = await beingSet({ comparisonId })
  const ended = await built.app.request(`/api/jobs/${jobID}`, { method: 'DELETE' })
  expect(await ended.json()).toMatchObject({ status: 'dismissed', messageZh: '已取消' })
  await problemOf(await built.app.request(`/api/jobs/${jobID}/results?f=pdf`), 409)
  const next = await beingSet({ comparisonId, language: 'en' })
  expect(await lying()).toEqual(before)
  await built.analyses.result(next)
  const file = await built.app.request(`/api/jobs/${next}/results?f=pdf`)
  expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent('取消'))
  const { comparisonId: number } = await savedIn(new Uint8Array(await file.arrayBuffer()))
  expect((await checked({ comparisonId: number })).isSame).toBe(true)
  expect(built.logged).toEqual([])
}, 60_000)

it('holds a candidate that is deleted while it is made, and says afterwards who deleted it', async () => {
  await insertSite(built.store, 'short-lived')
  const comparisonId = await stored({
    siting: { ...SITING, siteIds: ['short-lived'] },
    ...QUICK,
    candidateIds: ['short-lived', 'CQ-V04'],
  })
  const jobID = await beingSet({ comparisonId })
  const { kind } = await built.store.rows.remove(HOME, {
    collection: 'sites',
    id: 'short-lived',
    seen: 'anything',
    by: { who: '王五', why: '地块已出让' },
    detach: false,
  })
  expect(kind).toBe('written')
  const { saved } = ReportResult.parse(JSON.parse((await built.analyses.result(jobID)) ?? ''))
  expect(saved.candidates[0]).toMatchObject({ id: 'short-lived', standing: 'ranked' })
  const now = await checked({ comparisonId: saved.comparisonId })
  expect(now.moved[0]?.figures).toContainEqual(
    expect.objectContaining({ row: 'standing', figureThen: 'ranked', figureNow: 'gone' }),
  )
  expect(now.changes).toMatchObject([{ rowId: 'short-lived', who: '王五', why: '地块已出让' }])
}, 60_000)
