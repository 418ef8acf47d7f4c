// In which order do contracted nodes lie, so that a sweep reads fast?
//
// Levels from the top, as every sweep needs it. Within a level any order is right, and what is free is
// spent twice. First by the number of arcs: a loop that ends after the same count row upon row is
// foreseen by the processor, and four rows of one length are swept at once without gaps (packed-rows).
// Then by neighbourhood: every node hangs below the lowest of its higher neighbours, and nodes lie as
// one meets them walking down these trees, so the costs a row reads were lately read by the row
// before. With that the order in which nodes come in the network no longer matters; measured on
// China's major roads with shuffled nodes, a sweep takes a third less.
import type { Contraction } from '#geodata/network/contraction.ts'
import { orderBy } from '#geodata/network/order-by.ts'

const NO_PARENT = 0xffff_ffff

/** Nodes by position, the highest first. */
export function sweepOrder({ arcs, level }: Contraction): Uint32Array {
  const nodeCount = level.length
  const downCount = new Uint32Array(nodeCount)
  const upCount = new Uint32Array(nodeCount)
  const parent = new Uint32Array(nodeCount).fill(NO_PARENT)
  for (let arc = 0; arc < arcs.count; arc++) {
    const tail = arcs.tail[arc]!
    const head = arcs.head[arc]!
    const climbs = level[head]! > level[tail]!
    const lower = climbs ? tail : head
    const higher = climbs ? head : tail
    if (climbs) upCount[lower]!++
    else downCount[lower]!++
    const known = parent[lower]!
    if (known === NO_PARENT || level[higher]! < level[known]!) parent[lower] = higher
  }
  const top = greatest(level)
  const depth = level.map((one) => top - one)
  const highestFirst = orderBy(undefined, depth, top + 1)
  const walk = walkDown(highestFirst, parent)
  const byUp = orderBy(walk, upCount, greatest(upCount) + 1)
  const byDown = orderBy(byUp, downCount, greatest(downCount) + 1)
  return orderBy(byDown, depth, top + 1)
}

/** Nodes as one meets them going down the trees, each tree and branch to its end (preorder). */
function walkDown(highestFirst: Uint32Array, parent: Uint32Array): Uint32Array {
  const nodeCount = parent.length
  const below = new Uint32Array(nodeCount).fill(1)
  for (let i = nodeCount - 1; i >= 0; i--) {
    const node = highestFirst[i]!
    if (parent[node] !== NO_PARENT) below[parent[node]!]! += below[node]!
  }
  // A node takes the next free place of its parent's stretch, and hands on what lies behind it.
  const walk = new Uint32Array(nodeCount)
  const free = new Uint32Array(nodeCount)
  let freeRoot = 0
  for (const node of highestFirst) {
    const above = parent[node]!
    const place = above === NO_PARENT ? freeRoot : free[above]!
    if (above === NO_PARENT) freeRoot += below[node]!
    else free[above]! += below[node]!
    walk[place] = node
    free[node] = place + 1
  }
  return walk
}

function greatest(numbers: Uint32Array): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0)
}
