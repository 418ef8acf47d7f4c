// A story is refused where its scenes cannot be told apart, or ask for what no analysis takes.
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

it('says which two scenes have one id', () => {
  expect(refusedIn(plate('a'), plate('b'))).toEqual([])
  expect(refusedIn(plate('a'), plate('b'), plate('c'), plate('b'))).toEqual([
    {
      pointer: '/scenes/3/id',
      detail:
        '“b” was given. Scenes 2 and 4 have one id and cannot be told apart: give one of them another.',
      detailZh: '现为“b”。第 2 屏与第 4 屏编号相同，无法区分：请为其中一屏另取编号',
    },
  ])
})

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
