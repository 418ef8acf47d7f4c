// How is a source named in a line of small text?
import { hostsOf } from '#geodata/analysis/stories/scene-told.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'

/** The first reference of a source, addresses cut to their host: the whole is in the title. */
export function shortSource(source: string): string {
  return hostsOf(inReadersWords(source))
}
