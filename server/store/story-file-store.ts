// Pictures and files of stories: bytes under their own hash, kept once and never changed.
import type { RegionId } from '#server/store/region-id.ts'
import type { Unwritten } from '#server/store/row-store.ts'

export type StoredFile = { id: string; mediaType: string; bytes: Uint8Array }
/** What there is to be known of it without its bytes. */
export type FileKnown = { id: string; mediaType: string; byteCount: number }

export type KeepOutcome =
  /** `isNew`: it was not there yet. */
  | { kind: 'kept'; isNew: boolean }
  /** As much as is kept of files, and all of it is named by stories. */
  | { kind: 'no-room' }
  /** Those that no story names have a quarter of that, and all of them came within the last hour. */
  | { kind: 'no-room-unnamed' }
  | Unwritten

export type StoryFileStore = {
  /** Those of the ids that are here, in no order. */
  known: (region: RegionId, ids: readonly string[]) => Promise<FileKnown[]>
  find: (region: RegionId, id: string) => Promise<StoredFile | null>
  /**
   * Where all files together would have more than `mostBytes`, those that no story and nothing in the history names
   * are dropped first, unless they came within the last day: somebody may be writing the story that they are for. Those
   * alone may have a quarter of that together; where they would have more, those of the last hour stay.
   */
  keep: (region: RegionId, file: StoredFile, mostBytes: number) => Promise<KeepOutcome>
}
