// What does a reader of an OpenStreetMap extract pass on, element by element, and what does it need?

/** Without a prototype: any key may be asked for. */
export type OsmTags = Record<string, string>

export type OsmMember = { kind: 'node' | 'way' | 'relation'; ref: number; role: string }

/** Longitude and latitude of a node of which no place is known. */
export const NOWHERE = 0x7fff_ffff

/**
 * A kind without a handler is stepped over unread. Ids are exact to 2^53. Versions count up from 1; 0
 * where the file does not say them. Older versions are passed on like newer ones.
 */
export type OsmHandlers = {
  /** Degrees × 10^7, whole. `tags` is undefined when there are none. */
  node?: (
    id: number,
    lng7: number,
    lat7: number,
    tags: OsmTags | undefined,
    version: number,
  ) => void
  /**
   * `refs` is lent: copy what you keep. So is `places`, where the file writes those of the nodes on
   * its ways: longitude and latitude of each in turn, NOWHERE where one is not known.
   */
  way?: (
    id: number,
    refs: Float64Array,
    tags: OsmTags,
    version: number,
    places: Int32Array | undefined,
  ) => void
  relation?: (id: number, members: OsmMember[], tags: OsmTags, version: number) => void
  /** A version in which the element is deleted; no other handler hears of it. */
  gone?: (kind: OsmMember['kind'], id: number, version: number) => void
  /** Id and version of ways and relations that have no handler of their own. */
  passing?: (kind: 'way' | 'relation', id: number, version: number) => void
}

export type OsmHeader = {
  bbox: [west: number, south: number, east: number, north: number] | null
  writtenBy: string | null
  /** Day of the state of the data (YYYY-MM-DD) where the file states it. */
  dataDate: string | null
}

/** Unpacks zlib data of a known unpacked length. */
export type Inflate = (zlib: Uint8Array, rawByteCount: number) => Uint8Array | Promise<Uint8Array>
