// What does the user note of the compared? Rows of the user's own, kept in this browser alone.
import { effect, signal } from '@preact/signals'
import { browserMemory } from '#web/api/memory.ts'

export type OwnRow = {
  id: string
  title: string
  /** By the id of the compared place. */
  texts: Readonly<Record<string, string>>
}

const KEY = 'park-atlas.compare-rows'

/** What was kept; what cannot be read is as if nothing was. */
export function readOwnRows(text: string | null): OwnRow[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(read) ? read.filter(isOwnRow) : []
  } catch {
    return []
  }
}

function isOwnRow(one: unknown): one is OwnRow {
  const { id, title, texts } = (one ?? {}) as Partial<OwnRow>
  const isText = (value: unknown) => typeof value === 'string'
  return (
    isText(id) &&
    isText(title) &&
    typeof texts === 'object' &&
    texts !== null &&
    Object.values(texts).every(isText)
  )
}

export const ownRows = signal<readonly OwnRow[]>(readOwnRows(browserMemory.getItem(KEY)))
effect(() => {
  if (ownRows.value.length === 0) browserMemory.removeItem(KEY)
  else browserMemory.setItem(KEY, JSON.stringify(ownRows.value))
})

/** One more row without a word in it. */
export function addOwnRow(): void {
  const last = Math.max(0, ...ownRows.peek().map(({ id }) => Number(id) || 0))
  ownRows.value = [...ownRows.peek(), { id: String(last + 1), title: '', texts: {} }]
}

export function changeOwnRow(id: string, change: Partial<Omit<OwnRow, 'id'>>): void {
  ownRows.value = ownRows.peek().map((row) => (row.id === id ? { ...row, ...change } : row))
}

export function removeOwnRow(id: string): void {
  ownRows.value = ownRows.peek().filter((row) => row.id !== id)
}
