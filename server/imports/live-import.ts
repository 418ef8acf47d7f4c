// An import as the server holds it: what is told of it, its thread, and who waits for it.
import { Import, type ImportChoices, type ImportChoicesPatch } from '#geodata/contract/imports.ts'
import type { Writing } from '#server/imports/write-rows.ts'
import type { DeskThread } from '#server/workers/import-thread.ts'

export type Live = {
  told: Import
  thread: DeskThread | null
  number: number
  /** Resolves when what is under way ends. */
  settled: PromiseWithResolvers<void>
  idle: NodeJS.Timeout | null
  /** What became of the last writing. */
  written: PromiseWithResolvers<Writing>
  /** Somebody chose otherwise while the file was still being read. */
  isChosenSince: boolean
}

export const isOver = ({ state }: Import) => state === 'written' || state === 'refused'

export const newLive = (told: Import): Live => ({
  told,
  thread: null,
  number: 0,
  settled: settledAlready(),
  idle: null,
  written: nothingWritten(),
  isChosenSince: false,
})

/** Nobody may be waiting for it. */
export function nothingWritten(): PromiseWithResolvers<Writing> {
  const written = Promise.withResolvers<Writing>()
  written.promise.catch(() => {})
  return written
}

function settledAlready(): PromiseWithResolvers<void> {
  const settled = Promise.withResolvers<void>()
  settled.resolve()
  return settled
}

/** What another version kept is nothing to go on with. */
export function readKept(text: string): Import | null {
  const read = Import.safeParse(JSON.parse(text))
  if (!read.success) return null
  return read.data.state === 'writing' ? { ...read.data, state: 'judging' } : read.data
}

/** Another sheet has other lines, and its own columns. */
export function chosen(before: ImportChoices, patch: ImportChoicesPatch): ImportChoices {
  const isOther = patch.sheet !== undefined && patch.sheet !== before.sheet
  const kept = isOther ? { ...before, mapping: {}, decisions: {}, system: null } : before
  const { decisions = {}, ...rest } = patch
  const all = Object.entries({ ...kept.decisions, ...decisions })
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<ImportChoices>
  return {
    ...kept,
    ...given,
    decisions: Object.fromEntries(
      all.flatMap(([line, decision]) => (decision ? [[line, decision]] : [])),
    ),
  }
}
