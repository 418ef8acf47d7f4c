// Are columns that somebody matched by hand matched so again, and only where the new file has them?
import { expect, it } from 'vitest'
import type { ImportHeader } from '#geodata/contract/imports.ts'
import { inventedImport } from '#tests/support/invented-import.ts'
import { browserMemory } from '#web/api/memory.ts'
import {
  mappingToOffer,
  rememberedMapping,
  rememberMapping,
} from '#web/workspaces/layout/import/remembered-mapping.ts'

const header = (name: string, column: string | null, by: ImportHeader['by'] = null) => ({
  header: name,
  column,
  by,
  samples: [],
})
const column = (name: string) => ({
  name,
  words: { zh: name, en: name },
  isRequired: false,
  choices: [],
})

it('remembers by table and header, the latest choice', () => {
  rememberMapping('parks', { 名称: 'nameZh' })
  rememberMapping('parks', { 名称: 'labelZh', 备注: null })
  expect(rememberedMapping('parks')).toEqual({ 名称: 'labelZh', 备注: null })
  expect(rememberedMapping('hubs')).toEqual({})
})

it('offers what is read otherwise now, of columns that are there, unless it was chosen already', () => {
  rememberMapping('companies', { 厂名: 'nameZh', 电话: null, 旧列: 'gone', 产品: 'products' })
  const one = inventedImport({
    headers: [
      header('厂名', null),
      header('电话', 'note', 'likeness'),
      header('旧列', null),
      header('产品', 'note', 'hand'),
      header('别的', null),
    ],
    columns: ['nameZh', 'note', 'products'].map(column),
  })
  expect(mappingToOffer(one)).toEqual({ 厂名: 'nameZh', 电话: null })
  const chosen = { ...one.choices, mapping: { 厂名: null, 电话: 'note' } }
  expect(mappingToOffer({ ...one, choices: chosen })).toBeNull()
})

it('goes on where what is kept was spoilt', () => {
  browserMemory.setItem('park-atlas.import.links', '{not json')
  expect(rememberedMapping('links')).toEqual({})
  browserMemory.setItem('park-atlas.import.links', '{"a": 3, "b": "asOf"}')
  expect(rememberedMapping('links')).toEqual({ b: 'asOf' })
})
