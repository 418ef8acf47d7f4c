// What do phrases of the data mean that are written in one language only?
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'

/** As they stand in sources and notes. */
const PHRASES: readonly [phrase: RegExp, words: MessageKey][] = [
  [/general knowledge, unverified/gi, 'question.unverified'],
]

/** A source or note with the phrases that are known in the reader's language. */
export function inReadersWords(text: string): string {
  return PHRASES.reduce((said, [phrase, words]) => said.replaceAll(phrase, t(words)), text)
}
