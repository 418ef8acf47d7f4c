// What do routes and analyses ask of whatever keeps the data?
//
// Every call is awaited and names its region, so that a database on another machine, holding several
// regions, can answer it too. Nothing here tells how the data are kept; what any store must answer is
// written down in tests/contracts/store.ts.
import type { DocumentStore } from '#server/store/document-store.ts'
import type { FactStore } from '#server/store/fact-store.ts'
import type { ExtractStore, NetworkStore, TileStore } from '#server/store/file-stores.ts'
import type { HistoryStore } from '#server/store/history-store.ts'
import type { ImportStore } from '#server/store/import-store.ts'
import type { JobStore } from '#server/store/job-store.ts'
import type { PresentationStore } from '#server/store/presentation-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { RowStore } from '#server/store/row-store.ts'
import type { StoryFileStore } from '#server/store/story-file-store.ts'

export type Store = {
  /** Where another thread or server finds the same data: `openStore(address)`. */
  address: string
  /** The regions whose data are here. A call for any other rejects. */
  regions: () => Promise<RegionId[]>
  rows: RowStore
  history: HistoryStore
  documents: DocumentStore
  networks: NetworkStore
  extracts: ExtractStore
  tiles: TileStore
  jobs: JobStore
  presentations: PresentationStore
  storyFiles: StoryFileStore
  imports: ImportStore
  facts: FactStore
  /** All that people have written, of every region, as a file that a store can begin with again. */
  backup: () => Promise<Backup>
  close: () => Promise<void>
}

export type Opening = {
  /** What the operator must hear that stops nobody, in both languages. */
  say?: (text: string) => void
  /** For a thread beside a store that is open: it reads, and brings nothing up to date. */
  onlyReads?: boolean
}

/** The file holds every edit that was acknowledged before it was asked for. */
export type Backup =
  | {
      kind: 'backup'
      fileName: string
      mediaType: string
      bytes: number
      body: ReadableStream<Uint8Array>
    }
  | { kind: 'disk-full' }
