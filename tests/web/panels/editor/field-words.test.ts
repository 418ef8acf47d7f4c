// Has every field of every table words, and every choice of a field?
import { beforeAll, expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import { learn } from '#web/messages/index.ts'
import { choiceName, fieldName, valueWords } from '#web/panels/editor/editor-words.ts'
import { changeView } from '#web/state/view/store.ts'

// In English many a choice reads like its code; no text that is missing in one language compiles.
beforeAll(async () => {
  await learn('zh-CN')
  changeView({ language: 'zh-CN' })
})

it.each(EDITABLE_IDS)('names every field and choice of %s', (table) => {
  const unnamed = fieldsOf(table).flatMap(({ name, choices }) => [
    ...(fieldName(table, name) === name ? [name] : []),
    ...choices
      .filter((choice) => choiceName(table, name, choice) === choice)
      .map((choice) => `${name}/${choice}`),
  ])
  expect(unnamed).toEqual([])
})

it('reads the same field of two tables by the table', () => {
  expect(choiceName('hubs', 'kind', 'port')).not.toBe('port')
  expect(choiceName('companies', 'kind', 'port')).toBe('port')
  expect(valueWords('stage-criteria', 'stage', 'support')).not.toBe('support')
})

it('labels what the server works out too, and shows the name of a field of an unknown table', () => {
  expect(fieldName('parks', 'adcode')).toBe('区县代码')
  expect(fieldName('weather', 'nameZh')).toBe('nameZh')
})
