// Is the report of a comparison what the comparison says, to read, to hear and to check?
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { COMPARISON_VERSION, StoredComparison } from '#geodata/contract/comparisons.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { ReportResult, SavedReport } from '#geodata/contract/processes/report.ts'
import { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import { attachedJson } from '#geodata/formats/attached-json.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const built = builtApp()
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
  ownRows: [{ title: '领导意见', cells: ['优先', '', '备选'] }],
}

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
  const { candidates, rankedCount } = await compared()
  for (const [format, language] of [
    ['a4', 'zh-CN'],
    ['16x9', 'en'],
  ]) {
    const { pages, fonts, pictureCount } = readPdf(
      context,
      await pdfOf({ comparisonId, format, language }),
    )
    expect(pages.every((page) => page.includes(comparisonId))).toBe(true)
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
    expect(pages.join('')).toContain('领导意见')
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toEqual({ isEmbedded: true, isSubset: true })
    expect(pictureCount).toBe(0)
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
  const inside = await attachedJson(first)
  expect(inside.kind === 'json' && SavedReport.parse(inside.json)).toEqual(result.saved)
  const { candidates, rows } = await compared()
  expect(result.saved.candidates.map(({ score }) => score)).toEqual(
    candidates.map(({ ranked }) => ranked?.score.central),
  )
  const minutes = rows.find(({ id }) => id === 'criterion plantMinutes')?.cells[0]
  expect(result.saved.candidates[0]?.cells['criterion plantMinutes']).toBe(
    minutes?.kind === 'amount' ? minutes.amount : null,
  )
})

it('says of a scenario that cannot be calculated why, and of a candidate that is gone that it is', async (context) => {
  const comparisonId = await stored({ candidateIds: ['CQ-N14', 'CQ-V04', 'CQ-GONE'] })
  const result = ReportResult.parse(await (await execute({ comparisonId })).json())
  const { pages } = readPdf(context, Buffer.from(result.document.value, 'base64'))
  expect(pages.join('')).toContain('未能计算：此项需要街道路网')
  expect(result.saved.candidates.map(({ standing }) => standing)).toEqual([
    'ranked',
    'ranked',
    'gone',
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

it('is checked by its number and by its file: what is another figure now, which row changed, by whom', async () => {
  const comparisonId = await stored({ title: '复核' })
  const { saved } = ReportResult.parse(await (await execute({ comparisonId })).json())
  const checked = async (inputs: object) => {
    const response = await built.app.request(
      '/api/processes/verify-report/execution',
      sending('POST', { inputs }),
    )
    return VerifyReportResult.parse(await response.json())
  }
  const same = await checked({ comparisonId, saved })
  expect(same).toMatchObject({ title: '复核', isSame: true, changed: [], changes: [], moved: [] })
  expect(same.figureCount).toBeGreaterThan(150)
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
  const now = await checked({ comparisonId, saved })
  expect(now).toMatchObject({ isSame: false, changed: ['dataset'] })
  expect(now.changes).toMatchObject([
    { collection: 'parks', rowId: 'CQ-N14', who: '李四', why: '管委会答复' },
  ])
  const land = now.moved
    .find(({ id }) => id === 'CQ-N14')
    ?.figures.find(({ row }) => row === 'criterion land')
  expect(land).toMatchObject({ title: { zh: '未开发用地' }, figureThen: null, figureNow: 10 })
  const byNumber = await checked({ comparisonId })
  expect(byNumber.changes?.map(({ who }) => who)).toEqual(['李四'])
  const other = await stored({ title: '另一份' })
  const response = await built.app.request(
    '/api/processes/verify-report/execution',
    sending('POST', { inputs: { comparisonId: other, saved } }),
  )
  const { errors } = await problemOf(response, 400)
  expect(errors?.[0]?.pointer).toBe('/inputs/saved/comparisonId')
}, 60_000)

it('leaves nothing behind when it is cancelled, and makes the next one all the same', async () => {
  const comparisonId = await stored({ title: '取消' })
  const begun = await built.app.request(
    '/api/processes/report/execution',
    sending('POST', { inputs: { comparisonId } }, { Prefer: 'respond-async' }),
  )
  const { jobID } = (await begun.json()) as { jobID: string }
  const ended = await built.app.request(`/api/jobs/${jobID}`, { method: 'DELETE' })
  expect(await ended.json()).toMatchObject({ status: 'dismissed', messageZh: '已取消' })
  await problemOf(await built.app.request(`/api/jobs/${jobID}/results?f=pdf`), 409)
  const next = await built.app.request(
    '/api/processes/report/execution',
    sending('POST', { inputs: { comparisonId, language: 'en' } }, { Prefer: 'respond-async' }),
  )
  const job = (await next.json()) as { jobID: string }
  await built.analyses.result(job.jobID)
  const file = await built.app.request(`/api/jobs/${job.jobID}/results?f=pdf`)
  expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent('取消'))
  expect((await file.text()).slice(0, 5)).toBe('%PDF-')
  expect(built.logged).toEqual([])
}, 60_000)
