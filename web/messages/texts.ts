// What is a message, and what must every language say?
import type { CHINESE } from '#web/messages/chinese.ts'

type Chinese = typeof CHINESE
export type Texts = { [Area in keyof Chinese]: Record<keyof Chinese[Area], string> }

export type MessageKey = {
  [Area in keyof Chinese]: `${Area}.${keyof Chinese[Area] & string}`
}[keyof Chinese]
