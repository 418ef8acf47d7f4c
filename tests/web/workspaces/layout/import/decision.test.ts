// What becomes of a row that may be one already there: is the decision what somebody saw and chose?
import { expect, it } from 'vitest'
import {
  decisionForRest,
  decisionOf,
  freshDraft,
  sideOf,
  withSide,
} from '#web/workspaces/layout/import/decision.ts'

const alike = (id: string) => ({
  id,
  line: null,
  name: { zh: id, en: id },
  by: 'name' as const,
  likeness: 1,
  isSameArea: null,
  meters: null,
  fields: [],
})
const ROW = { line: 42, alike: [alike('T1'), alike('T2')] }
const PRODUCTS = { field: 'products', side: 'both' as const }

it('merges by rule until somebody chooses otherwise, field by field', () => {
  const draft = freshDraft(ROW)
  expect(sideOf(draft, PRODUCTS)).toBe('both')
  expect(decisionOf(draft, ROW)).toEqual({ kind: 'merge' })
  const chosen = withSide(draft, 'products', 'file')
  expect(sideOf(chosen, PRODUCTS)).toBe('file')
  expect(decisionOf(chosen, ROW)).toEqual({ kind: 'merge', fields: { products: 'file' } })
})

it('shows one side alone where the whole row is skipped or replaced, and sends no fields', () => {
  const chosen = withSide(freshDraft(ROW), 'products', 'both')
  const skipped = { ...chosen, kind: 'skip' as const }
  expect(sideOf(skipped, PRODUCTS)).toBe('there')
  expect(sideOf({ ...chosen, kind: 'replace' }, PRODUCTS)).toBe('file')
  expect(decisionOf(skipped, ROW)).toEqual({ kind: 'skip' })
  // A field that is chosen then means merging again.
  expect(withSide(skipped, 'products', 'there').kind).toBe('merge')
})

it('names another row than the likeliest, but never for the rest', () => {
  const other = { ...withSide(freshDraft(ROW), 'products', 'there'), alike: 1 }
  expect(decisionOf(other, ROW)).toEqual({
    kind: 'merge',
    id: 'T2',
    fields: { products: 'there' },
  })
  expect(decisionForRest(other)).toEqual({ kind: 'merge', fields: { products: 'there' } })
})
