// Which positions have several climbs reached, each once and from the top to the bottom?
//
// One bit a position: to know again costs nothing, and reading the bits in order spares a sort.

export class TouchedPositions {
  private readonly bits: Uint32Array

  constructor(positionCount: number) {
    this.bits = new Uint32Array((positionCount >>> 5) + 1)
  }

  clear(): void {
    this.bits.fill(0)
  }

  /** True when the position is new. */
  add(position: number): boolean {
    const bit = 1 << (position & 31)
    const word = this.bits[position >>> 5]!
    this.bits[position >>> 5] = word | bit
    return (word & bit) === 0
  }

  /** Writes position × stride, rising, and closes with a number no position has. */
  writeRising(into: Uint32Array, stride: number): void {
    const { bits } = this
    let count = 0
    for (let index = 0; index < bits.length; index++) {
      for (let rest = bits[index]!; rest !== 0; rest &= rest - 1) {
        into[count++] = (32 * index + 31 - Math.clz32(rest & -rest)) * stride
      }
    }
    into[count] = NO_ADDRESS
  }
}

/** Odd, as no address of a number is. */
const NO_ADDRESS = 0xffff_ffff
