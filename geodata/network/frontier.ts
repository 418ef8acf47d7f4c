// Which node comes next, cheapest first? A binary heap of (cost, node) lent to one search at a time.
//
// A slot is two numbers in two arrays; the heap grows by doubling and is never shrunk, so a caller
// that lends the same frontier again allocates nothing. No decrease-key: a node may wait several
// times, and the search skips every entry dearer than what it knows by then.
//
//   slot 0 is the cheapest; the children of slot s are 2 s + 1 and 2 s + 2, never cheaper than s

export class Frontier {
  count = 0
  private costs = new Float64Array(256)
  private nodes = new Uint32Array(256)

  clear(): void {
    this.count = 0
  }

  /** Cost of the next node; meaningless when `count` is 0. */
  get cheapestCost(): number {
    return this.costs[0]!
  }

  push(cost: number, node: number): void {
    if (this.count === this.costs.length) this.grow()
    let slot = this.count++
    while (slot > 0) {
      const parent = (slot - 1) >> 1
      if (this.costs[parent]! <= cost) break
      this.costs[slot] = this.costs[parent]!
      this.nodes[slot] = this.nodes[parent]!
      slot = parent
    }
    this.costs[slot] = cost
    this.nodes[slot] = node
  }

  /** Takes the cheapest node out; only while `count` > 0. */
  pop(): number {
    const cheapest = this.nodes[0]!
    const cost = this.costs[--this.count]!
    const node = this.nodes[this.count]!
    let slot = 0
    for (;;) {
      let child = 2 * slot + 1
      if (child >= this.count) break
      if (child + 1 < this.count && this.costs[child + 1]! < this.costs[child]!) child++
      if (this.costs[child]! >= cost) break
      this.costs[slot] = this.costs[child]!
      this.nodes[slot] = this.nodes[child]!
      slot = child
    }
    this.costs[slot] = cost
    this.nodes[slot] = node
    return cheapest
  }

  private grow(): void {
    const costs = new Float64Array(this.costs.length * 2)
    const nodes = new Uint32Array(this.nodes.length * 2)
    costs.set(this.costs)
    nodes.set(this.nodes)
    this.costs = costs
    this.nodes = nodes
  }
}
