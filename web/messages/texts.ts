// What is a message, and what must every language say?
import type { CHINESE } from '#web/messages/chinese.ts'
import type { CHINESE_BOARDS } from '#web/messages/chinese-boards.ts'

type TextsOf<Chinese> = { [Area in keyof Chinese]: Record<keyof Chinese[Area], string> }
type Chinese = typeof CHINESE & typeof CHINESE_BOARDS

/** Of what is there from the first. */
export type FirstTexts = TextsOf<typeof CHINESE>
/** Of the boards and workspaces that come later, with their texts. */
export type BoardTexts = TextsOf<typeof CHINESE_BOARDS>

export type MessageKey = {
  [Area in keyof Chinese]: `${Area}.${keyof Chinese[Area] & string}`
}[keyof Chinese]
