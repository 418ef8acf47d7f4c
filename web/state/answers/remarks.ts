// What does the user say and leave out beside the figures: names of one's own, notes on rows, rows put aside?
//
// One's own remarks stay in this browser; of a comparison that was shared, those that came with it are shown.
import { computed, effect, signal } from '@preact/signals'
import { browserMemory } from '#web/api/memory.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { ownRows } from '#web/state/answers/own-rows.ts'

export type Remarks = {
  /** By the id of the compared place. */
  names: Readonly<Record<string, string>>
  /** By the id of the row. */
  notes: Readonly<Record<string, string>>
  hiddenRows: readonly string[]
}

export const LONGEST_NAME = 80
export const LONGEST_NOTE = 2000
const NONE: Remarks = { names: {}, notes: {}, hiddenRows: [] }
const KEY = 'park-atlas.compare-remarks'

/** What was kept; what of it cannot be read is as if it was not there. */
export function readRemarks(text: string | null): Remarks {
  try {
    const { names, notes, hiddenRows } = (JSON.parse(text ?? '{}') ?? {}) as Partial<Remarks>
    return {
      names: textsIn(names),
      notes: textsIn(notes),
      hiddenRows: Array.isArray(hiddenRows) ? hiddenRows.filter(isText) : [],
    }
  } catch {
    return NONE
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

function textsIn(record: unknown): Record<string, string> {
  if (typeof record !== 'object' || record === null) return {}
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isText(value)))
}

const own = signal<Remarks>(readRemarks(browserMemory.getItem(KEY)))
effect(() => {
  if (JSON.stringify(own.value) === JSON.stringify(NONE)) browserMemory.removeItem(KEY)
  else browserMemory.setItem(KEY, JSON.stringify(own.value))
})

/** Those that are shown. */
export const remarks = computed<Remarks>(() => {
  const shared = kept.value
  if (!shared) return own.value
  return { names: typedNames(), notes: shared.notes, hiddenRows: shared.hiddenRows }
})

/** The rows of words that are shown. */
export const shownOwnRows = computed(() => kept.value?.ownRows ?? ownRows.value)

/** A name that somebody typed is alike in both languages; those of the data are not asked again. */
function typedNames(): Record<string, string> {
  const names = Object.entries(kept.value?.names ?? {})
  return Object.fromEntries(names.flatMap(([id, { zh, en }]) => (zh === en ? [[id, zh]] : [])))
}

/** An empty name is the one of the data again. */
export function nameCompared(id: string, name: string): void {
  own.value = { ...own.peek(), names: withText(own.peek().names, id, name) }
}

export function noteRow(id: string, note: string): void {
  own.value = { ...own.peek(), notes: withText(own.peek().notes, id, note) }
}

export function hideRow(id: string): void {
  own.value = { ...own.peek(), hiddenRows: [...new Set([...own.peek().hiddenRows, id])] }
}

/** Absent: all of them. */
export function showRow(id?: string): void {
  const hiddenRows = id === undefined ? [] : own.peek().hiddenRows.filter((one) => one !== id)
  own.value = { ...own.peek(), hiddenRows }
}

function withText(texts: Remarks['names'], id: string, text: string): Remarks['names'] {
  const { [id]: _, ...others } = texts
  return text.trim() === '' ? others : { ...others, [id]: text.trim() }
}

/** What is shown becomes one's own; nothing that was noted here before is lost, and what is noted twice stays once. */
export function adoptRemarks(): void {
  const [shown, rows] = [remarks.peek(), shownOwnRows.peek()]
  const mine = own.peek()
  own.value = {
    names: { ...mine.names, ...shown.names },
    notes: joinedNotes(mine.notes, shown.notes),
    hiddenRows: shown.hiddenRows,
  }
  const before = ownRows.peek()
  const textOf = (row: (typeof rows)[number]) => JSON.stringify([row.title, row.texts])
  const fresh = rows.filter((row) => before.every((one) => textOf(one) !== textOf(row)))
  const last = Math.max(0, ...before.map(({ id }) => Number(id) || 0))
  ownRows.value = [
    ...before,
    ...fresh.map((row, index) => ({ ...row, id: String(last + index + 1) })),
  ]
}

function joinedNotes(mine: Remarks['notes'], theirs: Remarks['notes']): Remarks['notes'] {
  const joined = Object.entries(theirs).map(([row, text]) => {
    const before = mine[row]
    return [row, before && !text.includes(before) ? `${before}\n${text}` : text]
  })
  return { ...mine, ...Object.fromEntries(joined) }
}
