// What does the file hold? Unpacked once, when it is opened.
import { GIVEN_ELEMENT, GIVEN_VERSION, type GivenStory } from '#geodata/contract/given.ts'

export type ReadGiven =
  | { kind: 'read'; given: GivenStory }
  /** Cut off, changed, or a browser that cannot unpack it. */
  | { kind: 'failed' }
  /** Made by another version. */
  | { kind: 'unreadable' }

export async function readGiven(of: Pick<Document, 'getElementById'>): Promise<ReadGiven> {
  try {
    const text = of.getElementById(GIVEN_ELEMENT)?.textContent ?? ''
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    const given = (await new Response(unpacked).json()) as GivenStory
    return given.formatVersion === GIVEN_VERSION ? { kind: 'read', given } : { kind: 'unreadable' }
  } catch {
    return { kind: 'failed' }
  }
}
