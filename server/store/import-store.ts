// Files that somebody brings in: kept beside the data until they are written or forgotten.
import type { PerRegion } from '#server/store/per-region.ts'

/** Where a thread finds the file as it came, and keeps its rows (import-file.ts). */
export type ImportPlace = { file: string; rowsFile: string }

export type Arrived =
  | { kind: 'received'; byteCount: number }
  | { kind: 'too-large' }
  | { kind: 'cut-off'; bytes: number }
  | { kind: 'disk-full' }

export type KeptImport = { id: string; text: string }

export type ImportStore = PerRegion<{
  /** The bytes of a new one. Whatever goes wrong, nothing is left of it. */
  receive: (
    id: string,
    body: ReadableStream<Uint8Array>,
    limits: { limitBytes: number; expectedBytes: number | null },
  ) => Promise<Arrived>
  place: (id: string) => ImportPlace
  /** What was last kept of each, the one begun last first. */
  all: () => KeptImport[]
  keep: (kept: KeptImport) => void
  remove: (id: string) => void
}>
