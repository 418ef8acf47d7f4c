// What is every arc of the hierarchy made of: an edge of the network, or two arcs that meet lower?
//
// Parallel arrays that grow by doubling. A road's arc has no lower arc: firstPart is NO_ARC and
// secondPart the edge's slot in the outward rows. A shortcut runs over firstPart, then secondPart.

export const NO_ARC = 0xffff_ffff

export class ArcPool {
  count = 0
  tail: Uint32Array
  head: Uint32Array
  impedance: Uint32Array
  lengthMeters: Float64Array
  firstPart: Uint32Array
  secondPart: Uint32Array

  constructor(room: number) {
    this.tail = new Uint32Array(room)
    this.head = new Uint32Array(room)
    this.impedance = new Uint32Array(room)
    this.lengthMeters = new Float64Array(room)
    this.firstPart = new Uint32Array(room)
    this.secondPart = new Uint32Array(room)
  }

  /** A new arc between two nodes; `fill` says the rest. */
  add(tail: number, head: number): number {
    if (this.count === this.tail.length) this.grow()
    this.tail[this.count] = tail
    this.head[this.count] = head
    return this.count++
  }

  fill(
    arc: number,
    impedance: number,
    lengthMeters: number,
    firstPart: number,
    secondPart: number,
  ): void {
    this.impedance[arc] = impedance
    this.lengthMeters[arc] = lengthMeters
    this.firstPart[arc] = firstPart
    this.secondPart[arc] = secondPart
  }

  private grow(): void {
    const room = 2 * this.count + 16
    const longer = (array: Uint32Array) => {
      const copy = new Uint32Array(room)
      copy.set(array)
      return copy
    }
    this.tail = longer(this.tail)
    this.head = longer(this.head)
    this.impedance = longer(this.impedance)
    this.firstPart = longer(this.firstPart)
    this.secondPart = longer(this.secondPart)
    const lengthMeters = new Float64Array(room)
    lengthMeters.set(this.lengthMeters)
    this.lengthMeters = lengthMeters
  }
}
