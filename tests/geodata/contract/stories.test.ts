// A story is refused where its scenes ask for what no analysis takes.
import { expect, it } from 'vitest'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { Story } from '#geodata/contract/stories.ts'

const WORD = { zh: '词', en: 'word' }
const plate = (id: string) => ({ kind: 'section', id, title: WORD, text: WORD })
const refusedIn = (...scenes: object[]) => {
  const story = { formatVersion: 2, id: 's', title: WORD, summary: WORD, scenes }
  const { error } = Story.safeParse(story, { reportInput: true })
  return error ? refusalsOf(error, story, '') : []
}

it('takes cutoffs as far as rings of minutes are drawn, and none beyond', () => {
  const rings = (...cutoffMinutes: number[]) => ({
    ...plate('a'),
    kind: 'map',
    bounds: [
      [106, 29],
      [107, 30],
    ],
    layers: [],
    analysis: { kind: 'isochrone', parkId: 'CQ-V02', cutoffMinutes },
    figures: [
      {
        kind: 'within',
        id: 'f',
        label: WORD,
        collection: 'parks',
        parkId: 'CQ-V02',
        minutes: cutoffMinutes[0],
      },
    ],
  })
  const said = (...minutes: number[]) =>
    refusedIn(rings(...minutes)).map(({ pointer, detailZh }) => [pointer, detailZh])
  expect(said(600, 1)).toEqual([])
  expect(said(1e308, 0)).toEqual([
    ['/scenes/0/figures/0/minutes', '现为 1e+308 ，应不大于 600'],
    ['/scenes/0/analysis/cutoffMinutes/0', '现为 1e+308 ，应不大于 600'],
    ['/scenes/0/analysis/cutoffMinutes/1', '现为 0 ，应大于 0'],
  ])
})
