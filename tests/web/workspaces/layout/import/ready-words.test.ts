// Is nobody told that rows can be written now while something is still to be done?
import { beforeEach, expect, it } from 'vitest'
import type { Import } from '#geodata/contract/imports.ts'
import { inventedImport } from '#tests/support/invented-import.ts'
import { learn } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import { readyTitle } from '#web/workspaces/layout/import/ready-words.ts'
import { stepLines } from '#web/workspaces/layout/import/step-lines.ts'

beforeEach(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})

const KIND = { name: 'kind', words: { zh: '类别', en: 'Kind' }, isRequired: true, choices: [] }
const OPEN: Import['coordinates'] = {
  ...inventedImport().coordinates,
  answer: 'cannot-tell',
  rowsWith: 4,
}

it('names what is to be done before rows are written', () => {
  expect(readyTitle(inventedImport())).toBe('4 行里，4 行现在就能写')
  const missing = { columns: [KIND], missing: ['kind'] }
  expect(readyTitle(inventedImport(missing))).toBe('4 行里，补齐类别后可写 4 行')
  const counts = { ...inventedImport().counts, new: 0, refused: 4 }
  expect(readyTitle(inventedImport({ ...missing, counts }))).toBe('4 行，请先补齐类别')
  expect(readyTitle(inventedImport({ coordinates: OPEN }))).toBe('4 行里，确认坐标后可写 4 行')
  expect(readyTitle(inventedImport({ ...missing, coordinates: OPEN }))).toBe(
    '4 行里，补齐类别并确认坐标后可写 4 行',
  )
})

it('counts titles, headers and sums beside the rows, each by its own name', () => {
  const counts = { ...inventedImport().counts, passedOver: 3 }
  const one = inventedImport({ counts, above: ['某区企业名录', '填报单位'], headerLines: [3, 4] })
  expect(stepLines('file', one).at(-1)).toBe(
    '4 行；另有标题等 2 处、表头 2 行、空行与合计 3 行，不计',
  )
  expect(stepLines('file', inventedImport({ headerLines: [] })).at(-1)).toBe('4 行')
})
