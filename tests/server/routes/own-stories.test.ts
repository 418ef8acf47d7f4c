// Stories that people write: kept, read, checked against the data, and refused in words.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#geodata/contract/problem.ts'
import type { SceneCheck, Story, StoryPreview } from '#geodata/contract/stories.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'

const built = builtApp()
const ITEMS = '/api/collections/own-stories/items'
const words = { zh: '词', en: 'word' }

let story: Story
beforeAll(async () => {
  story = (await (await built.app.request('/api/stories/one-plus-n')).json()) as Story
})

const kept = (content: object) => ({
  type: 'Feature',
  geometry: null,
  properties: {
    title: '试讲',
    content: JSON.stringify(content),
    source: 'test',
    confidence: 'low',
  },
})
async function keep(content: object): Promise<string> {
  const response = await built.app.request(ITEMS, changing('POST', kept(content)))
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}
async function removeRow(address: string, how = ''): Promise<void> {
  const row = await built.app.request(address)
  const headers = { ...by(), 'If-Match': row.headers.get('ETag') ?? '' }
  const removed = await built.app.request(address + how, { method: 'DELETE', headers })
  expect(removed.status, await removed.clone().text()).toBe(204)
}
async function preview(content: unknown): Promise<{ status: number; body: unknown }> {
  const response = await built.app.request('/api/stories/preview', sending('POST', content))
  return { status: response.status, body: await response.json() }
}
async function checksOf(id: string): Promise<SceneCheck[]> {
  const response = await built.app.request(`/api/stories/${id}/check`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { items: SceneCheck[] }).items
}
/** The story with one scene whose figure has been claimed to be so. */
const claiming = (is: 'at-most' | 'at-least' | 'equal', value: number, sceneId = 'one'): Story => {
  const scene = story.scenes.find(({ id }) => id === sceneId)
  if (!scene) throw new Error(`No scene ${sceneId}.`)
  const figureId = scene.figures[0]?.id ?? ''
  return { ...story, scenes: [{ ...scene, claims: [{ figureId, is, value, was: null }] }] }
}

describe('a story of one’s own', () => {
  it('stands beside the built-in one, under the id of its row, with its figures', async () => {
    const id = await keep({ ...story, title: { zh: '我的', en: 'Mine' } })
    const { items } = (await (await built.app.request('/api/stories')).json()) as { items: Story[] }
    expect(items.map((one) => one.id)).toEqual(['one-plus-n', id])
    const mine = (await (await built.app.request(`/api/stories/${id}`)).json()) as Story
    expect(mine).toEqual({ ...story, id, title: { zh: '我的', en: 'Mine' } })
    const [own, theirs] = await Promise.all(
      [id, 'one-plus-n'].map(async (one) =>
        (await built.app.request(`/api/stories/${one}/figures`)).json(),
      ),
    )
    expect(own).toEqual(theirs)
    await removeRow(`${ITEMS}/${id}`)
    expect((await built.app.request(`/api/stories/${id}`)).status).toBe(404)
  })

  it('that is no story is not kept', async () => {
    const response = await built.app.request(
      ITEMS,
      changing('POST', kept({ ...story, scenes: [{ kind: 'map', id: 'a' }] })),
    )
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as Problem
    expect(errors?.[0]?.pointer).toBe('/properties/content')
  })
})

describe('a preview', () => {
  it('works out and checks what is not kept', async () => {
    const { status, body } = await preview(story)
    expect(status).toBe(200)
    const shown = body as StoryPreview
    expect(shown.story).toEqual(story)
    const figures = await (await built.app.request('/api/stories/one-plus-n/figures')).json()
    expect({ items: shown.figures }).toEqual(figures)
    expect(shown.checks.flatMap(({ missing }) => missing)).toEqual([])
  })

  it('reads a file of the first version as one of today', async () => {
    const mapped = story.scenes.filter(({ kind }) => kind === 'map')
    const scenes = mapped.map(
      ({ kind, questions, claims, ...scene }) =>
        Object.fromEntries(
          Object.entries(scene).filter(
            ([name]) => name !== 'bearingDegrees' && name !== 'pitchDegrees',
          ),
        ) as object,
    )
    const { status, body } = await preview({ ...story, formatVersion: 1, scenes })
    expect(status, JSON.stringify(body)).toBe(200)
    const claims: never[] = []
    expect((body as StoryPreview).story).toEqual({
      ...story,
      scenes: mapped.map((scene) => ({ ...scene, questions: [], claims })),
    })
  })

  it.each([
    ['a newer version', { formatVersion: 99 }, /newer version.*99/, /较新版本/],
    ['nothing of a story', {}, /not fit|do not|expected/i, /应/],
    ['a list', [], /./, /./],
    ['null', null, /./, /./],
  ])('refuses %s in both languages', async (_, content, en, zh) => {
    const { status, body } = await preview(content)
    expect(status).toBe(422)
    const { detail, detailZh, errors } = body as Problem
    const told = [detail, ...(errors ?? []).map((error) => error.detail)].join()
    const toldZh = [detailZh, ...(errors ?? []).map((error) => error.detailZh)].join()
    expect(told).toMatch(en)
    expect(toldZh).toMatch(zh)
  })

  it('names every fault at once, by where it stands', async () => {
    const [scene] = story.scenes
    const { body } = await preview({
      ...story,
      title: undefined,
      scenes: [{ ...scene, layers: ['weather'], kind: 'map', seconds: 0 }],
    })
    expect((body as Problem).errors?.map(({ pointer }) => pointer)).toEqual([
      '/title',
      '/scenes/0/seconds',
      '/scenes/0/layers/0',
    ])
  })
})

describe('a claim', () => {
  const candidates = async () => {
    const { body } = await preview(claiming('equal', 0))
    return Number((body as StoryPreview).figures[0]?.figures[0]?.value)
  }
  it('holds or fails by the figure as it is', async () => {
    const count = await candidates()
    expect(count).toBeGreaterThan(0)
    for (const [is, value, standing] of [
      ['equal', count, 'holds'],
      ['equal', count + 1, 'fails'],
      ['at-least', count, 'holds'],
      ['at-least', count + 1, 'fails'],
      ['at-most', count, 'holds'],
      ['at-most', count - 1, 'fails'],
    ] as const) {
      const { body } = await preview(claiming(is, value))
      const [claim] = (body as StoryPreview).checks[0]?.claims ?? []
      expect([is, value, claim?.standing]).toEqual([is, value, standing])
      expect(claim?.now?.zh).toBe(String(count))
    }
  })

  it('about a figure in doubt holds only where it holds for the whole range', async () => {
    const { body } = await preview(claiming('at-least', 0, 'hour'))
    const { low, high } = (body as StoryPreview).figures[0]?.figures[0] ?? {}
    if (low == null || high == null || low === high) throw new Error('A figure in doubt is needed.')
    for (const [value, standing] of [
      [low, 'holds'],
      [low + 1, 'unproven'],
      [high, 'unproven'],
      [high + 1, 'fails'],
    ] as const) {
      const checked = await preview(claiming('at-least', value, 'hour'))
      const [claim] = (checked.body as StoryPreview).checks[0]?.claims ?? []
      expect([value, claim?.standing]).toEqual([value, standing])
    }
  })

  it('is looked at anew when the data change, and a park that is gone breaks its own scene alone', async () => {
    const id = await keep({ ...story, scenes: story.scenes })
    expect((await checksOf(id)).flatMap(({ missing }) => missing)).toEqual([])
    await removeRow('/api/collections/parks/items/CQ-V02', '?detach=true')
    const broken = (await checksOf(id)).filter(({ missing }) => missing.length > 0)
    const naming = story.scenes.filter((scene) => JSON.stringify(scene).includes('CQ-V02'))
    expect(broken.map(({ sceneId }) => sceneId)).toEqual(naming.map((scene) => scene.id))
    expect(broken[0]?.missing[0]).toEqual({
      pointer: '/selection/id',
      came: 'CQ-V02',
      expected: { zh: '现有园区的编号', en: 'the id of a park' },
    })
    const figures = await built.app.request(`/api/stories/${id}/figures`)
    expect(figures.status).toBe(200)
  })
})

it('knows a figure that a claim or the words of a scene name', async () => {
  const [scene] = story.scenes
  const { body } = await preview({
    ...story,
    scenes: [
      {
        ...scene,
        text: { zh: '{nobody}', en: 'x' },
        claims: [{ figureId: 'none', is: 'equal', value: 1 }],
        questions: [{ question: words, answer: { zh: '词', en: '{neither}' } }],
        address: 'one=CQ-V99&compare=CQ-V01,pin:1_2',
      },
    ],
  })
  expect(
    (body as StoryPreview).checks[0]?.missing.map(({ pointer, came }) => [pointer, came]),
  ).toEqual([
    ['/address', 'CQ-V99'],
    ['/claims/0/figureId', 'none'],
    ['/text/zh', '{nobody}'],
    ['/questions/0/answer/en', '{neither}'],
  ])
})
