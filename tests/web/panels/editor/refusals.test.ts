// Is every refusal of every form of a table said in plain words: the label of the field, what came, what fits?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFTS, EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { programmersWordIn, shownOf, violationsOf } from '#tests/support/violations.ts'
import { learn } from '#web/messages/index.ts'
import { choiceName, fieldName, rowWords } from '#web/panels/editor/editor-words.ts'
import { refusalText } from '#web/parts/words/refusal-text.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

const built = builtApp()

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

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(EDITABLE_IDS)(
    'says every refusal of %s with its label, what came and what fits',
    (table) => {
      speak(language)
      const fields = new Map(fieldsOf(table).map((field) => [field.name, field]))
      const seen = new Set<string>()
      for (const { path, tried, error } of violationsOf(DRAFTS[table], '')) {
        const field = path[0] === 'properties' ? String(path[1] ?? '') : 'geometry'
        if (path[0] === 'type' || field === '') continue
        seen.add(field)
        const text = refusalText(error, rowWords(table))
        expect(text).toContain(fieldName(table, field))
        const came = shownOf(tried, error, language)
        if (came !== null) expect(text).toContain(came)
        for (const choice of fields.get(field)?.choices ?? []) {
          if (error.choices) expect(text).toContain(choiceName(table, field, choice))
        }
        expect(programmersWordIn(text, language), text).toBeNull()
      }
      // A field that refuses nothing would have been asked of nobody.
      expect([...fields.keys()].filter((name) => !seen.has(name))).toEqual([])
    },
  )
})

it('says all that stands against a new firm at once, also what only the rows there are know', async () => {
  const response = await built.app.request('/api/collections/companies/items', {
    method: 'POST',
    headers: { 'Content-Type': 'application/geo+json' },
    body: JSON.stringify({
      type: 'Feature',
      geometry: null,
      properties: {
        nameZh: '试验企业',
        nameEn: '',
        kind: 'maker',
        city: '重庆',
        parkId: 'nowhere',
        coordPrecision: 'site',
        source: 'x',
        confidence: 'low',
      },
    }),
  })
  const { errors = [] } = (await response.json()) as Problem
  const said = () => errors.map((error) => refusalText(error, rowWords('companies')))
  speak('zh-CN')
  expect(said()).toEqual([
    '英文名：没有填写，不能为空',
    '类别：现为“maker”，应为“整车”、“一级供应商”、“二级供应商”、“材料”之一',
    '位置精度：现为“地块级”，应为“位置未知”之一',
    '所在园区：现为“nowhere”，应为园区的编号',
    '您的姓名：没有填写，应为 1 至 80 个字',
    '改动原因：没有填写，应为 1 至 500 个字',
  ])
  speak('en')
  expect(said().at(1)).toBe(
    'Kind: “maker” was given; one of “Vehicle maker”, “Tier 1”, “Tier 2”, “Materials” is expected',
  )
})
