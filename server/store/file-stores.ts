// What is too large for a table: road networks, the extracts they are built from, tiles under the data.
import type { Extract, NetworkOrder } from '#geodata/contract/jobs.ts'
import type { TileKey } from '#geodata/formats/tile-lines.ts'
import type { NetworkFile } from '#geodata/network/street/network-file.ts'
import type { RegionId } from '#server/store/region-id.ts'

/** `file` is how people call it who look after the data. */
export type StoredNetwork = { id: string; file: string } & NetworkFile

/** Plain data that a thread can carry out (files/network-build.ts); only the store looks into it. */
export type BuildOrder = {
  /** Paths of the extracts. */
  extracts: readonly string[]
  outFile: string
  /** Cuts ways where an extract does not hold their nodes, instead of refusing it. */
  cutAtMissingNodes?: boolean
  /** Left out of the paths in what is said of the extracts. */
  hiddenFolder?: string
}

export type NetworkStore = {
  /** The one written last first; one that cannot be used says why. */
  list: (region: RegionId) => Promise<StoredNetwork[]>
  read: (region: RegionId, id: string) => Promise<StoredNetwork>
  /** As it lies there, to be sent; null: there is none. */
  file: (region: RegionId, id: string) => Promise<Blob | null>
  /** Another one as soon as a network came or went. */
  version: (region: RegionId) => Promise<string>
  /** False: there was none. */
  remove: (region: RegionId, id: string) => Promise<boolean>
  /** What builds a draft of the network; until it is published the old one stays. */
  draft: (region: RegionId, order: NetworkOrder) => Promise<BuildOrder>
  publish: (region: RegionId, id: string) => Promise<void>
  /** Drops what is there of the draft. */
  discard: (region: RegionId, id: string) => Promise<void>
  /** Drops what a server that was killed has left of drafts and of extracts that were arriving. */
  sweep: (region: RegionId) => Promise<void>
}

export type Received =
  | { kind: 'received'; extract: Extract; isNew: boolean }
  | { kind: 'too-large' }
  | { kind: 'cut-off'; bytes: number }
  | { kind: 'disk-full' }

export type ExtractStore = {
  /** By name. */
  list: (region: RegionId) => Promise<Extract[]>
  has: (region: RegionId, name: string) => Promise<boolean>
  /** Whatever goes wrong, an old one of that name stays. */
  receive: (
    region: RegionId,
    name: string,
    body: ReadableStream<Uint8Array>,
    limits: { limitBytes: number; expectedBytes: number | null },
  ) => Promise<Received>
}

export type Metadata = Record<string, string>

export type Tiles = {
  metadata: Metadata
  /** Another one as soon as the tiles are others. */
  version: string
  /** Gzipped; null where there is no tile. */
  tile: (key: TileKey) => Promise<Uint8Array | null>
  close: () => Promise<void>
}

export type TileStore = {
  /** Null where there are none; rejects with RefusedFile where they are damaged or do not fit. */
  open: (region: RegionId, fits: (metadata: Metadata) => boolean) => Promise<Tiles | null>
}
