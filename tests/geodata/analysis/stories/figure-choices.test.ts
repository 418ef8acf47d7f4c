// Which figures an author is offered, and that each of them is worked out.
import { beforeAll, expect, it } from 'vitest'
import { calledAt, figureChoices, searched } from '#geodata/analysis/stories/figure-choices.ts'
import type { Hub, Park } from '#geodata/contract/collections.ts'
import type { TargetRow, TaxonomySegment } from '#geodata/contract/documents.ts'
import type { LiveFigure, StoryPreview } from '#geodata/contract/stories.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'

const built = builtApp()
let choices: LiveFigure[]

async function get<T>(address: string): Promise<T> {
  return (await built.app.request(address)).json() as Promise<T>
}
beforeAll(async () => {
  const [targets, taxonomy, parks, hubs] = await Promise.all([
    get<{ items: TargetRow[] }>('/api/targets'),
    get<{ items: TaxonomySegment[] }>('/api/taxonomy'),
    get<{ features: Park[] }>('/api/collections/parks/items?limit=200'),
    get<{ features: Hub[] }>('/api/collections/hubs/items?limit=200'),
  ])
  choices = figureChoices({
    targets: targets.items,
    taxonomy: taxonomy.items,
    parks: parks.features,
    hubs: hubs.features,
    districts: [{ zh: '璧山区', en: 'Bishan' }],
    parkId: parks.features[0]?.properties.id ?? null,
  })
})

it('offers no figure that cannot be worked out or names what is not there', async () => {
  const words = { zh: '', en: '' }
  const scenes = Array.from({ length: Math.ceil(choices.length / 16) }, (_, index) => ({
    kind: 'section',
    id: `s${index}`,
    title: words,
    text: words,
    figures: choices
      .slice(16 * index, 16 * index + 16)
      .map((figure, at) => ({ ...figure, id: `f${at}` })),
  }))
  const story = { formatVersion: 2, id: 'all', title: words, summary: words, scenes }
  const response = await built.app.request('/api/stories/preview', sending('POST', story))
  expect(response.status, await response.clone().text()).toBe(200)
  const { figures, checks } = (await response.json()) as StoryPreview
  expect(checks.flatMap(({ missing }) => missing)).toEqual([])
  const answers = figures.flatMap((scene) => scene.figures)
  expect(answers).toHaveLength(choices.length)
  const counts = answers.filter((_, index) => choices[index]?.kind === 'count')
  expect(counts.every(({ value }) => typeof value === 'number')).toBe(true)
})

it('begins with those of the park the scene is about, and without one has none of these', () => {
  expect(choices.slice(0, 2).map(({ kind }) => kind)).toEqual(['within', 'within'])
  const none = figureChoices({
    targets: [],
    taxonomy: [],
    parks: [],
    hubs: [],
    districts: [],
    parkId: 'x',
  })
  expect(none.map(({ kind }) => kind)).not.toContain('within')
})

it('is searched by words of either language, all of them', () => {
  const labels = (text: string) => searched(choices, text, 3).map(({ id }) => id)
  expect(labels('候选整车园')).toEqual(['vehicleParks'])
  expect(labels('JOINT parks').slice(0, 1)).toEqual(['jointParks'])
  expect(labels('候选 nothing')).toEqual([])
  expect(labels('')).toHaveLength(3)
})

it.each([
  ['有 {整车', 6, { from: 2, word: '整车' }],
  ['有 {parks} 个', 10, null],
  ['{a} {b', 6, { from: 4, word: 'b' }],
  ['{a', 0, null],
  ['none', 4, null],
  ['{over\nlines', 11, null],
])('in “%s” at %i a figure is called: %o', (text, caret, called) => {
  expect(calledAt(text, caret)).toEqual(called)
})
