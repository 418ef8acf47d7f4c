// A ranking in a story: what process siting says of the same question, in the words and rows of a figure.
import { beforeAll, expect, it } from 'vitest'
import type { Problem } from '#geodata/contract/problem.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LiveFigure, Story, StoryPreview } from '#geodata/contract/stories.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const QUESTION = { productId: 'battery-tray', weights: { plantsWithin: 3, plantMinutes: 1 } }
let ranking: SitingResult['ranking']

const ranked = (question: object, rows = 4) => ({
  kind: 'ranking',
  id: 'best',
  label: { zh: '电池托盘选址排名', en: 'Best sites for battery trays' },
  place: 'list',
  question,
  rows,
})
const storyOf = (...figures: object[]) => ({
  formatVersion: 2,
  id: 's',
  title: { zh: '题', en: 'Title' },
  summary: { zh: '', en: '' },
  scenes: [
    {
      kind: 'section',
      id: 'only',
      title: { zh: '谁最合适', en: 'Who fits best' },
      text: { zh: '首选{best}。', en: 'First: {best}.' },
      figures: figures as LiveFigure[],
    },
  ],
})

async function preview(story: object): Promise<{ status: number; body: unknown }> {
  const response = await built.app.request('/api/stories/preview', sending('POST', story))
  return { status: response.status, body: await response.json() }
}

beforeAll(async () => {
  const response = await built.app.request(
    '/api/processes/siting/execution',
    sending('POST', { inputs: QUESTION }),
  )
  ranking = ((await response.json()) as SitingResult).ranking
})

it('names who is best, and no one for certain where several cannot be told apart', async () => {
  const { body } = await preview(storyOf(ranked(QUESTION)))
  const { figures, checks } = body as StoryPreview
  const answer = figures[0]!.figures[0]!
  const first = ranking.filter(({ group }) => group === 1)
  expect(first.length).toBeGreaterThan(1)
  expect(answer.value).toBeNull()
  for (const { nameZh } of first.slice(0, 3)) expect(answer.said?.zh).toContain(nameZh)
  if (first.length > 3) expect(answer.said?.zh).toContain(`等 ${first.length} 处`)
  expect(answer.rows?.map(({ name }) => name.zh)).toEqual(
    ranking.slice(0, 4).map(({ nameZh }) => nameZh),
  )
  for (const [index, row] of (answer.rows ?? []).entries()) {
    const { score, scoreLikely, id, lngLat, rank, group, chanceFirst } = ranking[index]!
    expect(row).toMatchObject({ id, lngLat, rank, group, chanceFirst })
    expect(row.share).toBeCloseTo(score / 100, 9)
    expect([row.shareLow, row.shareHigh]).toEqual(scoreLikely.map((points) => points / 100))
    const isWide = scoreLikely[1] - scoreLikely[0] > score / 10
    expect(row.said.zh).toBe(
      isWide
        ? scoreLikely.map((points) => Math.round(points)).join('–')
        : String(Math.round(score)),
    )
  }
  expect(checks[0]?.missing).toEqual([])
})

it('says the first alone where it is asked among those it is surely ahead of', async () => {
  const last = ranking.at(-1)!
  const ahead = ranking.find(({ group, kind }) => group === 1 && kind === 'park')!
  const question = { ...QUESTION, parkIds: [ahead.id, last.id] }
  const { body } = await preview(storyOf(ranked(question)))
  const answer = (body as StoryPreview).figures[0]!.figures[0]!
  expect(answer.value).toBe(ahead.nameZh)
  expect(answer.said).toEqual({ zh: ahead.nameZh, en: ahead.nameEn })
  expect(answer.rows).toHaveLength(2)
})

it('breaks its own scene alone where a product or a park is gone, and says which', async () => {
  const question = { productId: 'no-such-product', parkIds: ['CQ-V02', 'CQ-GONE'] }
  const { status, body } = await preview(storyOf(ranked(question)))
  expect(status).toBe(200)
  const { figures, checks } = body as StoryPreview
  expect(figures[0]?.figures[0]).toMatchObject({ value: null, said: null, rows: [] })
  expect(checks[0]?.missing.map(({ pointer, came }) => [pointer, came])).toEqual([
    ['/figures/0/question/productId', 'no-such-product'],
    ['/figures/0/question/parkIds', 'CQ-GONE'],
  ])
})

it('refuses a question that siting does not take, at its place, all faults at once', async () => {
  const { status, body } = await preview(
    storyOf(ranked({ productId: 'battery-tray', clusterMinutes: 0, network: 'elsewhere', x: 1 })),
  )
  expect(status).toBe(422)
  const pointers = (body as Problem).errors?.map(({ pointer }) => pointer)
  const at = '/scenes/0/figures/0/question'
  expect(pointers).toEqual(expect.arrayContaining([`${at}/network`, `${at}/clusterMinutes`]))
})

it('ranks at most twice in a scene', async () => {
  const three = ['a', 'b', 'c'].map((id) => ({ ...ranked(QUESTION), id }))
  expect((await preview(storyOf(...three.slice(1)))).status).toBe(200)
  const { status, body } = await preview(storyOf(...three))
  expect(status).toBe(422)
  const faults = (body as Problem).errors?.map(({ pointer, detailZh }) => [pointer, detailZh])
  expect(faults).toEqual([
    ['/scenes/0/figures', '现为 3 项。一屏的排名、比选、中断合计至多 2 个：每个都要在线计算一遍'],
  ])
})

it('is kept in a story and told again as it is asked', async () => {
  const { body } = await preview(storyOf(ranked(QUESTION)))
  const kept = (body as { story: Story }).story.scenes[0]?.figures[0]
  expect(kept).toEqual(ranked(QUESTION))
})
