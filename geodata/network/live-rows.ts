// Which junctions are neighbours among those that are not contracted yet?
//
// Every node owns a block of a shared pool; an entry is three numbers in a row, so that a search
// reads neighbour and impedance from one place. A block that fills up moves to the end of the pool
// with twice the room. A node has at most one entry per neighbour.
//
//   pool[3 s] neighbour   pool[3 s + 1] impedance   pool[3 s + 2] arc     s = first … first + count − 1

const ENTRY = 3

export class LiveRows {
  readonly first: Uint32Array
  readonly count: Uint32Array
  pool: Uint32Array
  private readonly room: Uint32Array
  private end = 0

  constructor(nodeCount: number, entryCount: number) {
    this.first = new Uint32Array(nodeCount)
    this.count = new Uint32Array(nodeCount)
    this.room = new Uint32Array(nodeCount)
    this.pool = new Uint32Array(ENTRY * (2 * entryCount + 16))
  }

  /** Slot of the entry from node to neighbour; −1 where there is none. */
  find(node: number, neighbour: number): number {
    const first = this.first[node]!
    const end = first + this.count[node]!
    for (let slot = first; slot < end; slot++) {
      if (this.pool[ENTRY * slot] === neighbour) return slot
    }
    return -1
  }

  add(node: number, neighbour: number, impedance: number, arc: number): void {
    if (this.count[node] === this.room[node]) this.move(node)
    const at = ENTRY * (this.first[node]! + this.count[node]!++)
    this.pool[at] = neighbour
    this.pool[at + 1] = impedance
    this.pool[at + 2] = arc
  }

  setImpedance(node: number, neighbour: number, impedance: number): void {
    this.pool[ENTRY * this.find(node, neighbour) + 1] = impedance
  }

  /** The last entry of the block takes the place of the removed one. */
  remove(node: number, neighbour: number): void {
    const at = ENTRY * this.find(node, neighbour)
    const last = ENTRY * (this.first[node]! + --this.count[node]!)
    this.pool.copyWithin(at, last, last + ENTRY)
  }

  private move(node: number): void {
    const room = Math.max(4, 2 * this.room[node]!)
    if (ENTRY * (this.end + room) > this.pool.length) {
      const pool = new Uint32Array(2 * this.pool.length + ENTRY * room)
      pool.set(this.pool)
      this.pool = pool
    }
    const from = ENTRY * this.first[node]!
    this.pool.copyWithin(ENTRY * this.end, from, from + ENTRY * this.count[node]!)
    this.first[node] = this.end
    this.room[node] = room
    this.end += room
  }
}
