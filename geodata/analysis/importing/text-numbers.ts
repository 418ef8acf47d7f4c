// Which number has a text? Texts by the million, kept as bytes in a row and found by their hash: as strings in a Map they
// would take four times the memory, and the collector would walk through all of them again and again.

const FIRST = 1024
/** A text whose letters take more than a byte each is kept as it is. */
const WIDE = /[^\0-\xff]/

/** Numbers from 0 in the order of adding. */
export class TextNumbers {
  count = 0
  private bytes = new Uint8Array(FIRST)
  /** Where each begins; the last one ends where the next would begin. */
  private starts = new Int32Array(FIRST)
  private readonly wide = new Map<number, string>()
  /** By hash, the number and one: 0 is a free slot. */
  private slots: Int32Array<ArrayBuffer> | null

  /** `isSought`: whether texts are to be found again, or only numbers. */
  constructor({ isSought }: { isSought: boolean }) {
    this.slots = isSought ? new Int32Array(FIRST * 2) : null
  }

  add(text: string): number {
    const number = this.count++
    this.starts = holding(this.starts, number + 2)
    const from = this.starts[number] ?? 0
    if (WIDE.test(text)) {
      this.wide.set(number, text)
      this.starts[number + 1] = from
    } else {
      this.bytes = holding(this.bytes, from + text.length)
      for (let at = 0; at < text.length; at++) this.bytes[from + at] = text.charCodeAt(at)
      this.starts[number + 1] = from + text.length
    }
    if (this.slots) this.put(text, number, this.slots)
    return number
  }

  at(number: number): string {
    const wide = this.wide.get(number)
    if (wide !== undefined) return wide
    const end = this.starts[number + 1] ?? 0
    let text = ''
    for (let at = this.starts[number] ?? 0; at < end; at++) {
      text += String.fromCharCode(this.bytes[at] ?? 0)
    }
    return text
  }

  /** −1: it was never added. */
  find(text: string): number {
    if (!this.slots) throw new Error('Numbers of texts that are not sought cannot be found.')
    const mask = this.slots.length - 1
    for (let slot = hashOf(text) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] ?? 0) - 1
      if (number < 0 || this.isAt(number, text)) return number
    }
  }

  private isAt(number: number, text: string): boolean {
    const from = this.starts[number] ?? 0
    const length = (this.starts[number + 1] ?? 0) - from
    if (length !== text.length) return length === 0 && this.wide.get(number) === text
    for (let at = 0; at < length; at++) {
      if (this.bytes[from + at] !== text.charCodeAt(at)) return false
    }
    return length > 0 || !this.wide.has(number)
  }

  private put(text: string, number: number, slots: Int32Array<ArrayBuffer>): void {
    if (this.count * 2 > slots.length) {
      this.slots = new Int32Array(slots.length * 2)
      for (let one = 0; one < number; one++) fill(this.slots, this.at(one), one)
      fill(this.slots, text, number)
    } else fill(slots, text, number)
  }
}

function fill(slots: Int32Array, text: string, number: number): void {
  const mask = slots.length - 1
  let slot = hashOf(text) & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = number + 1
}

/** Fowler, Noll, Vo 1a, its bits mixed once more so that the lower ones serve alone. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}

type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** Little of what is held stays empty, and all copying together takes no more than four times the last. */
const GROWTH = 1.25

/** The same numbers, with room for so many. */
export function holding<T extends Numbers>(numbers: T, count: number): T {
  if (count <= numbers.length) return numbers
  const Numbers = numbers.constructor as new (length: number) => T
  const larger = new Numbers(Math.max(count, Math.ceil(numbers.length * GROWTH)))
  larger.set(numbers)
  return larger
}
