// A map coloured by an analysis says what it stands on, whether or not a figure stands beside it.
import { expect, it } from 'vitest'
import { sourcesOf } from '#geodata/analysis/stories/scene-told.ts'
import type { Scene, StoryPreview } from '#geodata/contract/stories.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const words = { zh: '', en: '' }
const BOUNDS = [
  [105, 28],
  [108, 31],
]

async function sourcesIn(...analyses: (object | null)[]) {
  const scenes = analyses.map((analysis, index) => ({
    kind: 'map',
    id: `s${index}`,
    title: words,
    text: words,
    bounds: BOUNDS,
    layers: ['parks'],
    ...(analysis ? { analysis } : {}),
    // A figure of the same roads, from the third scene on.
    figures:
      index < 2
        ? []
        : [
            {
              kind: 'minutes',
              id: 'm',
              label: words,
              from: { collection: 'parks', id: 'CQ001' },
              to: { collection: 'parks', id: 'CQ001' },
            },
          ],
  }))
  const story = { formatVersion: 2, id: 's', title: words, summary: words, scenes }
  const response = await built.app.request('/api/stories/preview', sending('POST', story))
  const { story: read, figures } = (await response.json()) as StoryPreview
  return read.scenes.map((scene: Scene, index) => {
    const { figures: answers, analysisSource } = figures[index]!
    return sourcesOf(scene, answers, analysisSource, ({ zh }) => zh)
  })
}

it('names the roads and the reckoning, each once, beside figures of the same roads too', async () => {
  const question = { productId: 'battery-tray' }
  const roads = '骨架路网，卡车规划速度，不计拥堵与装卸'
  expect(
    await sourcesIn(
      null,
      { kind: 'surface', question },
      { kind: 'disruption', question: {} },
      { kind: 'isochrone', parkId: 'CQ001', cutoffMinutes: [60] },
    ),
  ).toEqual([
    [],
    [roads, '各处得分取中心值，只计车程，不与选址总分相比'],
    [roads, '逐一封闭各段道路，按已知供货测算'],
    [roads],
  ])
})
