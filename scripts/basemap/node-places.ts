// Where are the nodes that ways refer to? Ids are sorted once; a node's number is its rank in them.

import { NOWHERE } from '#geodata/formats/osm/handlers.ts'

export const MISSING = -1
/** Of a place that is written on a way alone: any node of the file counts more. */
export const ON_A_WAY = -1
const NOTHING_YET = -2

export class NodePlaces {
  readonly ids: Float64Array
  readonly lng7: Int32Array
  readonly lat7: Int32Array
  readonly #versions: Int32Array
  /** The rank at which the last node was found: extracts list nodes in order. */
  #last = 0

  constructor(refs: Float64Array) {
    const sorted = refs.slice().sort()
    let count = 0
    for (const id of sorted) if (count === 0 || sorted[count - 1] !== id) sorted[count++] = id
    this.ids = sorted.slice(0, count)
    this.lng7 = new Int32Array(count).fill(NOWHERE)
    this.lat7 = new Int32Array(count)
    this.#versions = new Int32Array(count).fill(NOTHING_YET)
  }

  /** Notes where a node is, when any way refers to it and no version as new is known. */
  put(id: number, lng7: number, lat7: number, version = 0): void {
    const rank = this.#rankOf(id)
    if (rank === MISSING || version <= (this.#versions[rank] ?? 0)) return
    this.#versions[rank] = version
    this.lng7[rank] = lng7
    this.lat7[rank] = lat7
  }

  /** The number of a node whose place is known, else MISSING. */
  find(id: number): number {
    const rank = this.#rankOf(id)
    return rank === MISSING || this.lng7[rank] === NOWHERE ? MISSING : rank
  }

  lng(node: number): number {
    return (this.lng7[node] ?? 0) / 1e7
  }

  lat(node: number): number {
    return (this.lat7[node] ?? 0) / 1e7
  }

  #rankOf(id: number): number {
    const { ids } = this
    let low = 0
    let high = ids.length - 1
    // Neighbours in the file are neighbours here: a few steps on from the last instead of a search.
    const last = this.#last
    if ((ids[last] ?? Infinity) <= id) {
      if ((ids[last + 1] ?? Infinity) > id) return ids[last] === id ? last : MISSING
      low = last + 1
    }
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = ids[middle] as number
      if (found === id) {
        this.#last = middle
        return middle
      }
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    if (high >= 0) this.#last = high
    return MISSING
  }
}
