// What a scene asks of an analysis is refused as the analysis itself refuses it: what came, and what fits.
import { expect, it } from 'vitest'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { Story } from '#geodata/contract/stories.ts'

const WORD = { zh: '词', en: 'word' }
const ranking = (question: object) => ({ kind: 'ranking', id: 'best', label: WORD, question })
const disruption = (question: object) => ({
  kind: 'map',
  bounds: [
    [106, 29],
    [107, 30],
  ],
  layers: [],
  analysis: { kind: 'disruption', question },
})

/** Of the only scene of a story: place, and what is said of it. */
function refusedIn(scene: object): [string, string, string][] {
  const one = { kind: 'section', id: 'one', title: WORD, text: WORD, ...scene }
  const story = { formatVersion: 2, id: 's', title: WORD, summary: WORD, scenes: [one] }
  const { error } = Story.safeParse(story, { reportInput: true })
  return refusalsOf(error!, story, '').map(({ pointer, detail, detailZh }) => [
    pointer.replace('/scenes/0', ''),
    detailZh ?? '',
    detail,
  ])
}

it('says of every value of a question what came and what fits', () => {
  const asked = { count: 1e9, withinMinutes: 'ten', lngLat: [29, 106], often: 1 }
  expect(refusedIn(disruption(asked))).toEqual([
    [
      '/analysis/question/lngLat/1',
      '现为 106 ，应不大于 90。经度在前、纬度在后：看来写反了。',
      '106 was given; 90 or less is expected. Longitude comes first: they look swapped.',
    ],
    [
      '/analysis/question/withinMinutes',
      '现为“ten”，应为数字',
      '“ten” was given; a number is expected',
    ],
    [
      '/analysis/question/count',
      '现为 1000000000 ，应不大于 200',
      '1000000000 was given; 200 or less is expected',
    ],
    ['/analysis/question', '没有“often”这一项', '“often” is not known here'],
  ])
})

it('says so of what lies deeper, of keys, of what is missing, and of fields held against each other', () => {
  const asked = {
    doubt: { draws: 3, z: 1 },
    weights: { '1st': 2 },
    customers: [{ plantId: null, delivery: 'weekly' }],
  }
  const at = '/figures/0/question'
  expect(refusedIn({ figures: [ranking({ productId: 'p', ...asked })] })).toEqual([
    [`${at}/customers/0/plantId`, '没有填写，应为文字', 'Nothing was given; a text is expected'],
    [
      `${at}/customers/0/delivery`,
      '现为“weekly”，应为 jis、jit、daily 之一',
      '“weekly” was given; one of jis, jit, daily is expected',
    ],
    [
      `${at}/weights/1st`,
      '现为“1st”，含有不允许的字符',
      '“1st” was given; some of its characters are not allowed',
    ],
    [`${at}/doubt/draws`, '现为 3 ，应不小于 100', '3 was given; 100 or more is expected'],
    [`${at}/doubt`, '没有“z”这一项', '“z” is not known here'],
  ])
  expect(refusedIn({ figures: [ranking({})] })).toEqual([
    [
      `${at}/productId`,
      '产品与环节应填其一，且只填其一',
      'Give a product or a segment, one of them.',
    ],
  ])
})

it('says once of roads of its own that a story has its own, and what came', () => {
  expect(refusedIn(disruption({ classes: 'all' }))).toEqual([
    [
      '/analysis/question/classes',
      '现为“all”。讲解中的中断逐一封闭骨架路网的全部路段，不另设路网、道路等级与所看路段',
      '“all” was given. A disruption of a story takes no classes: it closes every stretch of the skeleton network in turn.',
    ],
  ])
})

it('names the kinds there are where one of another kind came, and the shape that was meant', () => {
  const figures = [
    { kind: 'weather', id: 'a', label: WORD },
    { kind: 'gaps', id: 'b', label: WORD, where: { role: 5, stage: [] } },
  ]
  const [kind, ...shapes] = refusedIn({ figures })
  expect(kind?.[0]).toBe('/figures/0/kind')
  expect(kind?.[1]).toMatch(/^现为“weather”，应为 count、target、.*、thinnest 之一$/)
  expect(shapes).toEqual([
    ['/figures/1/where/role', '现为 5 ，应为文字', '5 was given; a text is expected'],
    [
      '/figures/1/where/stage',
      '现为 0 项，至少 1 项',
      'A list of 0 was given; at least 1 are expected',
    ],
  ])
  expect(refusedIn({ kind: 'odd' })[0]?.[1]).toBe(
    '现为“odd”，应为 map、title、agenda、section、closing 之一',
  )
})
