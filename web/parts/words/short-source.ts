// How is a source named in a line of small text?
import { inReadersWords } from '#web/parts/words/known-phrases.ts'

/** The first reference of a source, addresses cut to their host: the whole is in the title. */
export function shortSource(source: string): string {
  return inReadersWords(source)
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => part.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1'))
    .join(' · ')
}
