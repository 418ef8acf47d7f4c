// Reads a Protocol Buffers message value by value.
//
// A number is written in sevens of bits, lowest first, up to ten bytes; a field is its number and
// wire type, then a number (0), eight bytes (1), a length and that many bytes (2), or four bytes (5).
//
//   | 0x0a            | 0x03   | 'c' 'a' 'r' |
//   | field 1, wire 2 | length | bytes       |
//
// Reading past the array gives undefined, which counts as a byte that goes on: such a number has no
// end and is refused.  Reading past `end` but inside the array is detected by the caller that set `end`, since
// `at` then lies behind it.
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'

const TWO_28 = 2 ** 28
const TWO_35 = 2 ** 35
const TWO_36 = 2 ** 36

export const BYTES = 2
export const NUMBER = 0

/** What a message says before each value: which field, written how. */
export function field(number: number, wireType: typeof BYTES | typeof NUMBER): number {
  return (number << 3) | wireType
}

export class Cursor {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0
  end = 0

  open(bytes: Uint8Array, at = 0, end = bytes.length): this {
    this.bytes = bytes
    this.at = at
    this.end = end
    return this
  }

  /** int32, int64, uint32, enum: as it stands, negative in two's complement of 64 bits. */
  number(): number {
    const { bytes } = this
    let byte = bytes[this.at++] as number
    if (byte < 0x80) return byte
    let low = byte & 0x7f
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at++] as number
      low |= (byte & 0x7f) << shift
      if (byte < 0x80) return low
    }
    const top = this.#top()
    return exact((top >= TWO_35 ? top - TWO_36 : top) * TWO_28 + low)
  }

  /** sint32, sint64: zig-zag, 0 −1 1 −2 2 … written as 0 1 2 3 4 … */
  signed(): number {
    const { bytes } = this
    let byte = bytes[this.at++] as number
    if (byte < 0x80) return (byte >>> 1) ^ -(byte & 1)
    let low = byte & 0x7f
    for (let shift = 7; shift < 28; shift += 7) {
      byte = bytes[this.at++] as number
      low |= (byte & 0x7f) << shift
      if (byte < 0x80) return (low >>> 1) ^ -(low & 1)
    }
    const half = exact(this.#top() * (TWO_28 / 2) + (low >>> 1))
    return low & 1 ? -half - 1 : half
  }

  /** Reads a length and returns where that many bytes end; they start at `at`. */
  bytesEnd(): number {
    const byteCount = this.number()
    const end = this.at + byteCount
    if (byteCount < 0 || end > this.end) {
      throw new BlobFault(
        `a part of ${byteCount} bytes where ${this.end - this.at} are left`,
        `某部分声明有 ${byteCount} 字节，而此处只剩 ${this.end - this.at} 字节`,
      )
    }
    return end
  }

  /** Opens another cursor on the bytes that follow, and steps over them. */
  lend(other: Cursor): Cursor {
    const end = this.bytesEnd()
    other.open(this.bytes, this.at, end)
    this.at = end
    return other
  }

  take(): Uint8Array {
    const end = this.bytesEnd()
    const taken = this.bytes.subarray(this.at, end)
    this.at = end
    return taken
  }

  /** Steps over the value of a field that is not needed. */
  skip(key: number): void {
    const wireType = key & 7
    if (wireType === NUMBER) this.number()
    else if (wireType === BYTES) this.at = this.bytesEnd()
    else if (wireType === 1) this.at += 8
    else if (wireType === 5) this.at += 4
    else throw new BlobFault(`wire type ${wireType}`, `出现未知的字段类型 ${wireType}`)
  }

  /** To be asked when the last value is read: did it end where the message does? */
  mustBeAtEnd(): void {
    if (this.at === this.end) return
    throw new BlobFault('a value runs past the end of its message', '某个值超出了所属消息的末尾')
  }

  /** Bits 28 to 63 of a number whose first four bytes are read. */
  #top(): number {
    let top = 0
    let worth = 1
    for (let count = 5; count <= 10; count++) {
      const byte = this.bytes[this.at++] as number
      top += (byte & 0x7f) * worth
      worth *= 128
      if (byte < 0x80) return top
    }
    throw new BlobFault(
      'a number that does not end within ten bytes',
      '某个整数超过十个字节仍未结束',
    )
  }
}

/** Ids are doubles here: past 2^53 two of them would become one. */
export function exact(value: number): number {
  if (Number.isSafeInteger(value)) return value
  throw new BlobFault(
    `the number ${value}, past the 2^53 that can be told apart`,
    `数值 ${value} 超出可精确表示的范围（2^53）`,
    'unsupported',
  )
}
