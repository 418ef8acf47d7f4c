// Which import is open, and at which of its steps?

export const IMPORT_STEPS = ['file', 'columns', 'coordinates', 'rows', 'writing'] as const
export type ImportStepId = (typeof IMPORT_STEPS)[number]

export type ImportView = {
  /** Null: none yet, a file is to be chosen. */
  id: string | null
  /** Null: the one that waits for somebody. */
  step: ImportStepId | null
}

export const NO_IMPORT: ImportView = { id: null, step: null }

/** "id" or "id:step"; empty where none is open. */
export function encodeImport({ id, step }: ImportView): string {
  if (id === null) return ''
  return step === null ? id : `${id}:${step}`
}

export function decodeImport(text: string | null): ImportView {
  const [, id, word] = /^([\w-]{1,80})(?::(\w*))?$/.exec(text ?? '') ?? []
  if (!id) return NO_IMPORT
  return { id, step: IMPORT_STEPS.find((step) => step === word) ?? null }
}
