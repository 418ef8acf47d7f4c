// A file that is not as it should be, and what must become of it.
import type { ForeignLimits } from '#geodata/formats/import/foreign/allowance.ts'
import type { NoteKind } from '#geodata/formats/import/foreign/note.ts'
import type { RefusalKind } from '#geodata/formats/import/foreign/read-refusal.ts'

export type BrokenFile = {
  /** What is wrong with it. */
  what: string
  bytes: Uint8Array | string
  name?: string
  limits?: Partial<ForeignLimits>
  /** Why it is refused, or with which note it is read; '': read without one; 'either': one or the other. */
  becomes: { refused: RefusalKind } | { noted: NoteKind | '' } | 'either'
}

export const refused = (kind: RefusalKind) => ({ refused: kind })
export const noted = (kind: NoteKind | '') => ({ noted: kind })
