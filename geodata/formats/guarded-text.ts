// How is a text that a spreadsheet would run as a formula written into CSV, so that reading gives it back?
//
// It gets an apostrophe in front. A text that begins with apostrophes of its own before such a sign gets one more, so
// that the reader takes off the one that was put there and never one that somebody wrote.

/** Also in full width, which spreadsheets set to Chinese take for the narrow ones, and behind what is not seen. */
const FORMULA_START = '(?:[\\s\\p{Cf}]*[=+\\-@＝＋－＠]|[\\t\\r\\n])'

/** What gets an apostrophe. */
export const TO_GUARD = new RegExp(`^'*${FORMULA_START}`, 'u')
const GUARDED = new RegExp(`^'+${FORMULA_START}`, 'u')

/** The text as it was before it got one; the same text where it never did. */
export function unguarded(text: string): string {
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text
}
