// What does a reader of an OpenStreetMap extract pass on, element by element, and what does it need?

/** Without a prototype: any key may be asked for. */
export type OsmTags = Record<string, string>

export type OsmMember = { kind: 'node' | 'way' | 'relation'; ref: number; role: string }

/** A kind without a handler is stepped over unread. Ids are exact to 2^53. */
export type OsmHandlers = {
  /** Degrees × 10^7, whole. `tags` is undefined when there are none. */
  node?: (id: number, lng7: number, lat7: number, tags: OsmTags | undefined) => void
  /** `refs` is lent: copy what you keep. */
  way?: (id: number, refs: Float64Array, tags: OsmTags) => void
  relation?: (id: number, members: OsmMember[], tags: OsmTags) => void
}

export type OsmHeader = {
  bbox: [west: number, south: number, east: number, north: number] | null
  writtenBy: string | null
  /** Day of the state of the data (YYYY-MM-DD) where the file states it. */
  dataDate: string | null
}

/** Unpacks zlib data of a known unpacked length. */
export type Inflate = (zlib: Uint8Array, rawByteCount: number) => Uint8Array | Promise<Uint8Array>
