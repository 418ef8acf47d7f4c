// Does every table that people write have a form that asks for source and confidence?
import { describe, expect, it } from 'vitest'
import { EDITABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'

describe.each(EDITABLE_IDS)('%s', (id) => {
  const field = (name: string) => fieldsOf(id).find((one) => one.name === name)

  it('asks for a source and for how sure it is', () => {
    expect(field('source')).toMatchObject({ kind: 'words', required: true })
    expect(field('confidence')).toMatchObject({
      kind: 'choice',
      required: true,
      choices: ['high', 'medium', 'low'],
    })
  })
})

it('reads kinds off the contract', () => {
  const kinds = Object.fromEntries(fieldsOf('parks').map(({ name, kind }) => [name, kind]))
  expect(kinds).toMatchObject({
    nameZh: 'text',
    role: 'choice',
    segmentIds: 'segments',
    plannedAreaSquareKilometers: 'number',
    anchorCompanies: 'list',
    note: 'words',
  })
  expect(fieldsOf('companies').find(({ name }) => name === 'parkId')).toMatchObject({
    kind: 'park',
    required: false,
  })
})
