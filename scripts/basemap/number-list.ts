// A list of numbers that grows: eight bytes each, where an array of arrays would take forty.

export class NumberList {
  length = 0
  #values = new Float64Array(1024)

  addAll(values: Float64Array): void {
    const needed = this.length + values.length
    if (needed > this.#values.length) {
      const grown = new Float64Array(Math.max(needed, 2 * this.#values.length))
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values.set(values, this.length)
    this.length = needed
  }

  values(): Float64Array {
    return this.#values.subarray(0, this.length)
  }
}
