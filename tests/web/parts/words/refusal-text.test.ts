// Is every refusal of a question said in plain words: the label of the field, what came, what fits?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NetworkOrder } from '#geodata/contract/jobs.ts'
import { PROCESS_SHAPES } from '#geodata/contract/processes/index.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { programmersWordIn, shownOf, violationsOf } from '#tests/support/violations.ts'
import { learn, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { QUESTION_WORDS, refusalText } from '#web/parts/words/refusal-text.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

const before = view.peek()
afterAll(() => {
  takeView(before)
})
beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})
const speak = (language: 'zh-CN' | 'en') => {
  changeView({ language })
}

const FORMS = [
  ...Object.entries(PROCESS_SHAPES).map(([id, { inputs }]) => [id, inputs] as const),
  ['network', NetworkOrder] as const,
]

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(FORMS)(
    'says every refusal of %s with its label, what came and what fits',
    (_, inputs) => {
      speak(language)
      const violations = violationsOf(inputs, '/inputs')
      expect(violations.length).toBeGreaterThan(0)
      for (const { path, tried, error } of violations) {
        const text = refusalText(error, QUESTION_WORDS)
        const named = path.filter((part) => typeof part === 'string').at(-1)
        const label = t(`refusals.field.${named}` as MessageKey)
        if (!label.startsWith('refusals.')) expect(text).toContain(label)
        expect(text, `${path.join('/')} has no label`).toMatch(/^.+(：|: )/)
        const came = shownOf(tried, error, language)
        if (came !== null) expect(text).toContain(came)
        expect(programmersWordIn(text, language), text).toBeNull()
      }
    },
  )
})

it('says where in a list of a question the fault lies, and names choices as the page does', () => {
  const inputs = {
    productId: 'battery-tray',
    customers: [{ plantId: 'O001' }, { plantId: 'O002', annualUnits: -5, delivery: 'weekly' }],
    pins: [{ id: 'a', lngLat: [29, 106] }],
  }
  const said = () => {
    const { error } = PROCESS_SHAPES.siting.inputs.safeParse(inputs, { reportInput: true })
    return refusalsOf(error!, inputs, '/inputs').map((one) => refusalText(one, QUESTION_WORDS))
  }
  speak('zh-CN')
  expect(said()).toEqual([
    '图钉第 1 项 · 经纬度 · 纬度：现为 106 ，应不大于 90。经度在前、纬度在后：看来写反了。',
    '客户第 2 项 · 年产量或年用量：现为 -5 ，应不小于 0.001',
    '客户第 2 项 · 供货方式：现为“weekly”，应为“JIS 排序”、“JIT 准时”、“日配”之一',
  ])
  speak('en')
  expect(said()).toEqual([
    'Pins 1, Longitude and latitude, latitude: 106 was given; 90 or less is expected. Longitude comes first: they look swapped.',
    'Customers 2, Units in a year: -5 was given; 0.001 or more is expected',
    'Customers 2, Delivery: “weekly” was given; one of “in sequence (JIS)”, “just in time (JIT)”, “daily” is expected',
  ])
})

it('says what two fields of a question hold against each other', () => {
  const refused: [keyof typeof PROCESS_SHAPES, object, string, string][] = [
    [
      'siting',
      {},
      '产品：产品与环节应填其一，且只填其一',
      'Product: Give a product or a segment, one of them.',
    ],
    [
      'nearest',
      { origin: [106, 29], collection: 'hubs', kind: 'oem' },
      '类别：现为“整车企业”，应为“港口”、“铁路”、“机场”、“公路”之一',
      'Kind: “vehicle maker” was given; one of “port”, “railway”, “airport”, “by road” is expected',
    ],
  ]
  for (const [id, inputs, zh, en] of refused) {
    const { error } = PROCESS_SHAPES[id].inputs.safeParse(inputs, { reportInput: true })
    const [first] = refusalsOf(error!, inputs, '/inputs')
    speak('zh-CN')
    expect(first && refusalText(first, QUESTION_WORDS)).toBe(zh)
    speak('en')
    expect(first && refusalText(first, QUESTION_WORDS)).toBe(en)
  }
})
