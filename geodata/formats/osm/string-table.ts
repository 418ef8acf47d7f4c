// Which text does a number in a block stand for? Each is decoded once, when first asked for.
import { BYTES, type Cursor, field } from '#geodata/formats/osm/cursor.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'

const STRING = field(1, BYTES)

// A byte order mark inside a name is part of it; bytes that are not UTF-8 become U+FFFD, for one
// spoilt name is no reason to refuse a region.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export class StringTable {
  #bytes: Uint8Array = new Uint8Array(0)
  #starts: number[] = []
  #ends: number[] = []
  #texts: (string | undefined)[] = []

  read(cursor: Cursor): void {
    this.#bytes = cursor.bytes
    this.#starts = []
    this.#ends = []
    this.#texts = []
    while (cursor.at < cursor.end) {
      const key = cursor.number()
      if (key !== STRING) {
        cursor.skip(key)
        continue
      }
      const end = cursor.bytesEnd()
      this.#starts.push(cursor.at)
      this.#ends.push(end)
      cursor.at = end
    }
    cursor.mustBeAtEnd()
  }

  text(index: number): string {
    return this.#texts[index] ?? this.#decode(index)
  }

  #decode(index: number): string {
    const start = this.#starts[index]
    if (start === undefined) {
      throw new BlobFault(
        `text ${index} of a table of ${this.#starts.length}`,
        `引用了第 ${index} 个字符串，而字符串表只有 ${this.#starts.length} 个`,
      )
    }
    const text = decoder.decode(this.#bytes.subarray(start, this.#ends[index]))
    this.#texts[index] = text
    return text
  }
}
