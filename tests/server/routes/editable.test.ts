// Does the registry of what people write agree with the tables and with itself?
import { describe, expect, it } from 'vitest'
import { EDITABLE, EDITABLE_IDS, isEditable } from '#geodata/contract/editable/editable.ts'
import { FIXED_REFERENCES } from '#geodata/contract/editable/fixed-references.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()

describe.each(EDITABLE_IDS)('%s', (id) => {
  const { properties, derived, references, named } = EDITABLE[id]
  it('has a column for every field of its draft, and for what is derived', async () => {
    const known = await built.store.rows.properties(HOME, id)
    expect(known).toEqual(expect.arrayContaining([...Object.keys(properties.shape), ...derived]))
  })

  it('leaves no property of its rows uncovered', async () => {
    const told = [...Object.keys(properties.shape), ...derived, 'id', 'rowId']
    const known = await built.store.rows.properties(HOME, id)
    expect(known.filter((name) => !told.includes(name))).toEqual([])
  })

  it('asks for a source and a confidence', () => {
    for (const name of ['source', 'confidence'] as const) {
      expect(properties.shape[name].safeParse(undefined).success).toBe(false)
    }
  })

  it('names other rows, and is named, by fields that it has', () => {
    for (const { property, to } of references) {
      expect(Object.keys(properties.shape)).toContain(property)
      expect(to.every(isEditable)).toBe(true)
    }
    for (const name of named) expect(Object.keys(properties.shape)).toContain(name)
  })
})

it('finds the rows of the sources that name others in columns that are there', async () => {
  for (const { table, named, property } of FIXED_REFERENCES) {
    const [row] = await built.store.documents.rows(HOME, table)
    expect(Object.keys(row ?? {}), table).toEqual(expect.arrayContaining([named, property]))
  }
})
