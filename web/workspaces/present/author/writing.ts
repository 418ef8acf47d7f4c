// In which language is the story written at this moment, and how is a scene of the draft changed?
import { signal } from '@preact/signals'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { language } from '#web/messages/index.ts'
import { changeStory } from '#web/state/story/draft.ts'
import { type SceneChange, withScene } from '#web/state/story/story-edits.ts'

export type Side = keyof Bilingual

const chosen = signal<Side | null>(null)
/** The one chosen; until then that of the page. */
export const writingSide = (): Side => chosen.value ?? (language.value === 'en' ? 'en' : 'zh')
export const writeIn = (side: Side): void => {
  chosen.value = side
}

/** The words with one side put in. */
export const withSide = (words: Bilingual | undefined, side: Side, text: string): Bilingual => ({
  ...(words ?? { zh: '', en: '' }),
  [side]: text,
})

/** Letters that follow one another in one `field` of a scene are one step of undo. */
export function changeScene(id: string, change: SceneChange, field?: string): void {
  changeStory((story) => withScene(story, id, change), field ? `${id}/${field}` : null)
}

/** Whether a phone shows the form of the open scene, or the list of scenes. */
export const formOpen = signal(false)

let isTitleNext = false
/** The next scene that opens is a new one: its title is written first. */
export function focusTitleNext(): void {
  isTitleNext = true
  formOpen.value = true
}
export function takesFocus(): boolean {
  const takes = isTitleNext
  isTitleNext = false
  return takes
}
