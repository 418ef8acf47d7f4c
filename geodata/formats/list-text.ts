// How does a list of texts stand in one cell, and how is it parted again?

/** Marks that part a list where there are no semicolons. */
const OTHER_MARKS = /[；、,，/\n]/

/**
 * Joined by semicolons. Where one of the texts holds another mark that could part it, a semicolon at the end says that
 * semicolons alone do. No text may hold a semicolon itself.
 */
export function listText(texts: readonly unknown[]): string {
  const joined = texts.join(';')
  return OTHER_MARKS.test(joined) ? `${joined};` : joined
}

/** The texts of a list that ends as `listText` ends it; null: other marks may part it too. */
export function closedList(text: string): string[] | null {
  if (!text.endsWith(';')) return null
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
}
