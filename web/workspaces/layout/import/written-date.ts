// The date of a source as people write it, as it is kept: 2026, 2026-11 or 2026-11-30.

const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const UNBROKEN = /^(\d{4})(\d{2})(\d{2})$/

/** '' of nothing; null: it is no date, or a day that no month has. */
export function writtenDate(text: string): string | null {
  // Full-width figures and marks become narrow ones; the ideographic full stop parts as the other does.
  const bare = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。．]/g, '.')
    .replace(/[–—−]/g, '-')
    // The words for year, month and day stand behind their figures.
    .replace(/(?<=\d)\p{Script=Han}/gu, '-')
    .replace(/-$/, '')
  if (bare === '') return ''
  const [, year, month, day] = WRITTEN.exec(bare) ?? UNBROKEN.exec(bare) ?? []
  if (!year) return null
  if (!month) return year
  const known = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (known.getUTCMonth() !== Number(month) - 1 || known.getUTCDate() !== Number(day ?? 1)) {
    return null
  }
  const parts = [year, month, ...(day ? [day] : [])]
  return parts.map((part) => part.padStart(2, '0')).join('-')
}
