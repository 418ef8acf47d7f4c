// Which waiting position lies lowest, where only higher ones are added to those waiting?
//
// One bit a position, and above them one bit for every 32 that are not all empty, so that long empty
// stretches are passed at a glance. Positions leave from the largest number down, each once, however
// often it was added; nothing is compared, moved or allocated.

export class PositionQueue {
  private readonly bits: Uint32Array
  private readonly filled: Uint32Array
  private last = -1

  constructor(positionCount: number) {
    this.bits = new Uint32Array((positionCount >>> 5) + 1)
    this.filled = new Uint32Array((positionCount >>> 10) + 1)
  }

  add(position: number): void {
    const word = position >>> 5
    this.bits[word]! |= 1 << (position & 31)
    this.filled[word >>> 5]! |= 1 << (word & 31)
    if (word >>> 5 > this.last) this.last = word >>> 5
  }

  /** Takes out the largest number; −1 when none waits. */
  take(): number {
    const { bits, filled } = this
    while (this.last >= 0) {
      const some = filled[this.last]! | 0
      if (some === 0) {
        this.last--
        continue
      }
      const word = (this.last << 5) + 31 - Math.clz32(some)
      const bit = 31 - Math.clz32(bits[word]!)
      const rest = bits[word]! & ~(1 << bit)
      bits[word] = rest
      if (rest === 0) filled[this.last] = some & ~(1 << (word & 31))
      return (word << 5) + bit
    }
    return -1
  }
}
