// What do phrases of the data mean that are written in one language only, in both, or as the name of a file?
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { language, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'

/** As they stand in sources and notes. */
const PHRASES: readonly [phrase: RegExp, words: MessageKey][] = [
  [/general knowledge, unverified/gi, 'question.unverified'],
  [/骨架路网 skeleton network/gi, 'sources.skeleton'],
  [/本产品默认值 default of Park Atlas/g, 'sources.ourDefault'],
  [/place-level estimate/gi, 'question.placeEstimate'],
  [/ ?\(no URL\)/gi, 'sources.noUrl'],
]

/** The name of a table's file, whichever words of Chinese stand before it, and the row meant. */
const FILE = /(?:\p{Script=Han}+ )?\b([a-z]+(?:_[a-z]+)*)\.csv\b/gu

/** The table by the name a reader knows it by; files of other names stay. */
function tableName(file: string, name: string): string {
  const key = `sources.${name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
  const words = t(key as MessageKey)
  return words === key ? file : words
}

/** A source or note with the phrases and tables that are known in the reader's language. */
export function inReadersWords(text: string): string {
  const said = PHRASES.reduce((told, [phrase, words]) => told.replaceAll(phrase, t(words)), text)
  return said.replaceAll(FILE, tableName)
}

/** A licence in the reader's language where it is worded; its own name stays. */
export function licenceWords(licence: string): string {
  return licenceTold(licence, (zh, en) => (language.value === 'en' ? en : zh))
}
