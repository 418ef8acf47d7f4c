// How much of a text that somebody sent is repeated to them?

/** As much as tells which it was. */
export const SHOWN_CHARACTERS = 40

/** Its beginning; short ones whole. */
export function shortened(text: string, most = SHOWN_CHARACTERS): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}

/** Above it a quotation is no name of anything. */
const LONGEST_QUOTED = 80
// Characters that show nothing, or turn the sentence around them: controls and overrides of direction.
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** A sentence in which what is quoted of somebody is short and stays within its quotation marks. */
export function withShortQuotes(sentence: string): string {
  return sentence.replaceAll(/“[^“”]*”/g, (quoted) => {
    const text = quoted.slice(1, -1).replaceAll(UNSEEN, '\uFFFD')
    return `“${text.length > LONGEST_QUOTED ? shortened(text) : text}”`
  })
}
