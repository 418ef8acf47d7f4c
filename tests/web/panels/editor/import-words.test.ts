// Are the columns of files called as the editor calls the fields, and the choices too, in both languages?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import {
  type FieldWords,
  IMPORT_TABLE_IDS,
  IMPORT_WORDS,
} from '#geodata/contract/importing/field-words.ts'
import { learn, say } from '#web/messages/index.ts'
import { choiceName, fieldName } from '#web/panels/editor/editor-words.ts'
import { changeView, takeView, view } from '#web/state/view/store.ts'

const before = view.peek()
beforeAll(async () => {
  await learn('en')
  await learn('zh-CN')
})
afterAll(() => {
  takeView(before)
})

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(IMPORT_TABLE_IDS)('the words of %s are those of its form', (table) => {
    changeView({ language })
    const words: Readonly<Record<string, FieldWords>> = IMPORT_WORDS[table]
    const fields = fieldsOf(table)
    expect(Object.keys(words).sort()).toEqual(fields.map(({ name }) => name).sort())
    const ofFiles = fields.map(({ name, choices }) => {
      const called = words[name] ?? { zh: '', en: '' }
      // A choice that no field has would be offered by a template and refused when it comes back.
      expect(Object.keys(called.choices ?? {}).sort(), name).toEqual([...choices].sort())
      return [
        name,
        say(called),
        choices.map((choice) => say(called.choices?.[choice] ?? { zh: '', en: '' })),
      ]
    })
    const ofForm = fields.map(({ name, choices }) => [
      name,
      fieldName(table, name),
      choices.map((choice) => choiceName(table, name, choice)),
    ])
    expect(ofFiles).toEqual(ofForm)
  })
})

it('every table that people write takes files, but what the page itself keeps', () => {
  const kept = Object.keys(EDITABLE).filter((id) => !Object.hasOwn(IMPORT_WORDS, id))
  expect(kept).toEqual(['scenarios', 'comparisons', 'own-stories'])
})
