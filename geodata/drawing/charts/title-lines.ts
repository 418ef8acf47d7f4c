// How is a title of an axis broken into lines? English between words, Chinese anywhere.

const HAN = /\p{Script=Han}/u

/** A character of Chinese takes two places of Latin. */
const widthOf = (text: string) =>
  [...text].reduce((sum, one) => sum + (HAN.test(one) || /[（）、，]/.test(one) ? 2 : 1), 0)

/** Lines of at most so many places, where no single word is longer. */
export function titleLines(title: string, places: number): string[] {
  // A number stays with what it counts.
  const parts = title.match(/[\p{Script=Han}（）、，]|[^\p{Script=Han}（）、，\s]+\s*|\s+/gu) ?? []
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last + part.trimEnd()) <= places) {
      lines[lines.length - 1] = last + part
    } else lines.push(part.trimStart())
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
