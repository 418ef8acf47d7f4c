// The story that is being written: kept by the browser with every change, so that a browser that ends loses nothing.
import { computed, effect, signal } from '@preact/signals'
import { usedFilesOnly } from '#geodata/analysis/stories/scene-files.ts'
import type { Story, StoryPreview } from '#geodata/contract/stories.ts'
import { ask } from '#web/api/client.ts'
import type { StoredRow } from '#web/api/edits.ts'
import { browserMemory, whenKeptElsewhere } from '#web/api/memory.ts'
import { newestOnly } from '#web/api/newest-only.ts'

/** By this id the address names the draft; no stored story has it. */
export const DRAFT_ID = 'draft'

export type Draft = {
  story: Story
  /** The row that is written to; null: none is yet. */
  row: { id: string; etag: string } | null
  /** The story as it was begun with, or as the row held it last. */
  base: Story
  /** The story as writing began: what has not been touched since still says what it said. */
  begun: Story
}

const MEMORY = 'park-atlas.story-draft'
const MOST_STEPS = 100
/** Typing is worked out when it pauses. */
const PAUSE_MILLISECONDS = 400

const current = signal<Draft | null>(remembered())
const past = signal<Story[]>([])
const future = signal<Story[]>([])

export const draft = computed(() => current.value)
export const canUndo = computed(() => past.value.length > 0)
export const canRedo = computed(() => future.value.length > 0)

/** Begins to write: a copy of the story, or the row itself. */
export function openDraft(story: Story, row: Draft['row'] = null): void {
  past.value = []
  future.value = []
  current.value = { story: { ...story, id: DRAFT_ID }, row, base: story, begun: story }
}

export function closeDraft(): void {
  past.value = []
  future.value = []
  current.value = null
}

let lastField: string | null = null
/** One step that can be undone; letters of one `field` are one step. Files that no scene names any more go with it. */
export function changeStory(change: (story: Story) => Story, field: string | null = null): void {
  const now = current.peek()
  if (!now) return
  const story = usedFilesOnly(change(now.story))
  if (story === now.story) return
  const joins = field !== null && field === lastField && past.peek().length > 0
  lastField = field
  if (!joins) past.value = [...past.peek(), now.story].slice(-MOST_STEPS)
  future.value = []
  current.value = { ...now, story }
}

export function undo(): void {
  step(past, future)
}

export function redo(): void {
  step(future, past)
}

function step(from: typeof past, to: typeof past): void {
  const now = current.peek()
  const story = from.peek().at(-1)
  if (!now || !story) return
  lastField = null
  from.value = from.peek().slice(0, -1)
  to.value = [...to.peek(), now.story]
  current.value = { ...now, story }
}

/** The row holds the story as it was sent; what was typed meanwhile is not in it. */
export function keptAs({ feature, etag }: StoredRow, sent: Story): void {
  const now = current.peek()
  if (!now) return
  const id = String(feature.id)
  current.value = { ...now, row: { id, etag }, base: { ...sent, id } }
}

/** The draft goes on from what another author kept meanwhile. */
export function rebased(story: Story, row: NonNullable<Draft['row']>, base: Story): void {
  changeStory(() => ({ ...story, id: DRAFT_ID }))
  const now = current.peek()
  if (now) current.value = { ...now, row, base }
}

/** Has anything been written that is kept nowhere but here? */
export const isUnsaved = computed(() => {
  const now = current.value
  if (!now) return false
  return JSON.stringify({ ...now.base, id: DRAFT_ID }) !== JSON.stringify(now.story)
})

/**
 * Do the kept stories say all that the draft says? Then there is nothing to go on with. A story that the draft was
 * kept as counts by its id: the server may write it in another order.
 */
export function isKeptIn(kept: readonly Story[], { story, row, base }: Draft): boolean {
  const saidBy = (one: Story) => JSON.stringify({ ...one, id: DRAFT_ID })
  const written = saidBy(story)
  const isAsKept = written === saidBy(base)
  return kept.some((one) => (isAsKept && one.id === row?.id) || saidBy(one) === written)
}

export const previewOf = (story: unknown, signal?: AbortSignal) =>
  ask<StoryPreview>('/api/stories/preview', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(story),
    ...(signal ? { signal } : {}),
  })

const previewing = newestOnly((story: Story, signal) => previewOf(story, signal))
/** The figures of the draft and what of it does not hold. */
export const preview = previewing.asked
export const previewAgain = previewing.again

/**
 * Keeps the draft in the browser and its figures worked out, while it is written; what another tab makes of it
 * stands here too. Returns what stops that.
 */
export function followDraft(): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined
  const stopHearing = whenKeptElsewhere(MEMORY, () => {
    current.value = remembered()
  })
  const stop = effect(() => {
    const now = current.value
    clearTimeout(pause)
    if (!now) {
      browserMemory.removeItem(MEMORY)
      previewing.reset()
      return
    }
    const text = JSON.stringify(now)
    if (browserMemory.getItem(MEMORY) !== text) browserMemory.setItem(MEMORY, text)
    const isFirst = previewing.asked.peek().kind === 'unasked'
    pause = setTimeout(() => previewing.ask(now.story), isFirst ? 0 : PAUSE_MILLISECONDS)
  })
  return () => {
    clearTimeout(pause)
    stopHearing()
    stop()
  }
}

/** What an earlier page left; what cannot be read is no draft. */
function remembered(): Draft | null {
  try {
    const kept = JSON.parse(browserMemory.getItem(MEMORY) ?? 'null') as Draft | null
    return kept?.story?.scenes?.length && kept.base && kept.begun ? kept : null
  } catch {
    return null
  }
}
