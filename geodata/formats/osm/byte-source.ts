// Returns a stream piece by piece in the lengths asked for, holding no more than one piece.

export class ByteSource {
  /** Bytes handed out so far. */
  position = 0
  readonly #chunks: AsyncIterator<Uint8Array>
  #chunk: Uint8Array = new Uint8Array(0)

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** The next bytes without taking them; fewer only where the stream ends. */
  async peek(byteCount: number): Promise<Uint8Array> {
    while (this.#chunk.length < byteCount) {
      const more = await this.#chunks.next()
      if (more.done) return this.#chunk
      this.#chunk = joined(this.#chunk, more.value, this.#chunk.length + more.value.length)
    }
    return this.#chunk.subarray(0, byteCount)
  }

  /** The next bytes; fewer only where the stream ends. */
  async take(byteCount: number): Promise<Uint8Array> {
    let piece = this.#chunk.subarray(0, byteCount)
    this.#chunk = this.#chunk.subarray(piece.length)
    if (piece.length < byteCount) {
      const whole = new Uint8Array(byteCount)
      whole.set(piece)
      piece = whole.subarray(0, await this.#fill(whole, piece.length))
    }
    this.position += piece.length
    return piece
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #fill(whole: Uint8Array, from: number): Promise<number> {
    let at = from
    while (at < whole.length) {
      const more = await this.#chunks.next()
      if (more.done) break
      const used = more.value.subarray(0, whole.length - at)
      whole.set(used, at)
      at += used.length
      this.#chunk = more.value.subarray(used.length)
    }
    return at
  }
}

function joined(first: Uint8Array, second: Uint8Array, byteCount: number): Uint8Array {
  if (first.length === 0) return second
  const whole = new Uint8Array(byteCount)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
