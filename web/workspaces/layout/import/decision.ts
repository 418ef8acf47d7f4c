// What becomes of a row that may be one already there: the kind, and whose value stands field by field.
import type { ImportDecision, ImportRow } from '#geodata/contract/imports.ts'

export type Side = 'there' | 'file' | 'both'
export type Kind = ImportDecision['kind']
export const KINDS: readonly Kind[] = ['skip', 'merge', 'replace', 'separate']

/** What somebody has set of the row that is decided; where it is another row, nothing yet. */
export type Draft = {
  line: number
  kind: Kind
  /** Which of the alike is meant. */
  alike: number
  /** By field, where somebody chose. */
  fields: Readonly<Record<string, Side>>
}

export const freshDraft = ({ line }: Pick<ImportRow, 'line'>): Draft => ({
  line,
  kind: 'merge',
  alike: 0,
  fields: {},
})

type Field = { field: string; side: Side }

/** Whose value a field is to have by the draft. */
export function sideOf({ kind, fields }: Draft, { field, side }: Field): Side {
  if (kind === 'skip') return 'there'
  if (kind === 'replace' || kind === 'separate') return 'file'
  return fields[field] ?? side
}

/** Choosing a field means merging. */
export const withSide = (draft: Draft, field: string, side: Side): Draft => ({
  ...draft,
  kind: 'merge',
  fields: { ...draft.fields, [field]: side },
})

/** The decision of this row; `id` only where another than the likeliest is meant. */
export function decisionOf(draft: Draft, row: Pick<ImportRow, 'alike'>): ImportDecision {
  const { kind, fields } = draft
  const meant = draft.alike > 0 ? row.alike[draft.alike] : undefined
  return {
    kind,
    ...(meant ? { id: meant.id } : {}),
    ...(kind === 'merge' && Object.keys(fields).length > 0 ? { fields } : {}),
  }
}

/** The same for all that are left: which row each is like differs, whose values stand does not. */
export function decisionForRest(draft: Draft): ImportDecision {
  const { kind, fields } = draft
  return { kind, ...(kind === 'merge' && Object.keys(fields).length > 0 ? { fields } : {}) }
}
