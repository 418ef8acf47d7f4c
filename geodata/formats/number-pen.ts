// How are many coordinates written as JSON, faster than number by number?
//
// Most have at most six decimals: such a number is a whole count of millionths, whose digits are had by
// whole division. JavaScript writes the same digits for it, the shortest that lead back to the number;
// any other number it writes itself.

const MILLIONTHS = 1e6
/** Whole counts up to here are machine integers: 2,147 degrees. */
const MOST_COUNT = 0x7fff_ffff
/** A number takes at most 25 characters, a pair four more. */
const PAIR_BYTES = 54
const ZERO = 48
const [MINUS, POINT, COMMA, OPENING, CLOSING] = [45, 46, 44, 91, 93]

/** Collects text in bytes that are lent again; one instance writes one text at a time. */
export class NumberPen {
  private bytes = new Uint8Array(65_536)
  private count = 0
  private readonly decoder = new TextDecoder()

  /** ASCII alone. */
  text(ascii: string): void {
    this.reserve(ascii.length)
    for (let i = 0; i < ascii.length; i++) this.bytes[this.count++] = ascii.charCodeAt(i)
  }

  /** Numbers from one index to another, in pairs: [1.5,2],[3,4] */
  pairs(numbers: Float64Array, from: number, end: number): void {
    this.reserve(((end - from) / 2) * PAIR_BYTES)
    const { bytes } = this
    let at = this.count
    for (let i = from; i < end; i += 2) {
      if (i > from) bytes[at++] = COMMA
      bytes[at++] = OPENING
      at = writeNumber(numbers[i] ?? 0, bytes, at)
      bytes[at++] = COMMA
      at = writeNumber(numbers[i + 1] ?? 0, bytes, at)
      bytes[at++] = CLOSING
    }
    this.count = at
  }

  /** What was written since the last call. */
  taken(): string {
    const text = this.decoder.decode(this.bytes.subarray(0, this.count))
    this.count = 0
    return text
  }

  private reserve(byteCount: number): void {
    const needed = this.count + byteCount
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(2 * needed)
    larger.set(this.bytes.subarray(0, this.count))
    this.bytes = larger
  }
}

/** Returns where the next character goes. */
function writeNumber(number: number, bytes: Uint8Array, start: number): number {
  const count = Math.round(number * MILLIONTHS)
  let at = start
  if (count / MILLIONTHS !== number || count > MOST_COUNT || count < -MOST_COUNT) {
    const text = JSON.stringify(number)
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i)
    return at
  }
  if (count < 0) bytes[at++] = MINUS
  const whole = Math.abs(count) | 0
  const degrees = (whole / MILLIONTHS) | 0
  at = writeWhole(degrees, bytes, at)
  const rest = whole - degrees * MILLIONTHS
  if (rest === 0) return at
  const first = (rest / 1000) | 0
  bytes[at++] = POINT
  at = writeThree(first, bytes, at)
  at = writeThree(rest - 1000 * first, bytes, at)
  while (bytes[at - 1] === ZERO) at--
  return at
}

/** The digits of 0 to 999, three each. */
const DIGITS = Uint8Array.from({ length: 3000 }, (_, i) => {
  const [number, place] = [Math.floor(i / 3), i % 3]
  return ZERO + (Math.floor(number / 10 ** (2 - place)) % 10)
})

function writeThree(number: number, bytes: Uint8Array, at: number): number {
  const digit = 3 * number
  bytes[at] = DIGITS[digit] ?? 0
  bytes[at + 1] = DIGITS[digit + 1] ?? 0
  bytes[at + 2] = DIGITS[digit + 2] ?? 0
  return at + 3
}

function writeWhole(whole: number, bytes: Uint8Array, start: number): number {
  let at = start
  let rest = whole
  if (rest >= 1000) {
    bytes[at++] = ZERO + ((rest / 1000) | 0)
    return writeThree(rest % 1000, bytes, at)
  }
  if (rest >= 100) return writeThree(rest, bytes, at)
  if (rest >= 10) {
    const ten = (rest / 10) | 0
    bytes[at++] = ZERO + ten
    rest -= 10 * ten
  }
  bytes[at++] = ZERO + rest
  return at
}
