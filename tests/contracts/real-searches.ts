// What do the searches answer over one network file of real roads, told short enough to be compared?
//
// Nothing of a test runner is imported here, so that a worker of a browser runs it as Node does.
import { costsFrom, emptyCosts, type Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { decodeNetwork } from '#geodata/network/street/network-file.ts'
import { emptySlots, readLane, sweep } from '#geodata/network/sweep.ts'
import { seeded } from '#tests/support/random.ts'

const LANES = 4

export type RealAnswers = {
  /** By what the sweeps are swept. */
  machine: 'plain' | 'wasm'
  /** Costs that a sweep and the plain search do not agree on, over all origins and directions. */
  differences: number
  /** Of each origin outward, then inward: how many nodes are reached, and a checksum of all costs. */
  costs: { origin: number; direction: Direction; reached: number; checksum: number }[]
}

/** From and to so many random nodes; `file` is a network file, whole. */
export function realAnswers(file: ArrayBuffer, originCount: number, seed: number): RealAnswers {
  const stored = decodeNetwork(file)
  if (stored.kind !== 'network') throw new Error(`The network is not read: ${stored.en}.`)
  const { network, hierarchy } = stored.network
  const random = seeded(seed)
  const slots = emptySlots(hierarchy, { lanes: LANES, withLength: true })
  const lent = { costs: emptyCosts(network.outward), frontier: new Frontier() }
  const swept = emptyCosts(network.outward)
  const answers: RealAnswers = { machine: slots.machine.kind, differences: 0, costs: [] }
  const origins = Array.from({ length: originCount }, () => {
    return Math.floor(random() * network.nodeCount)
  })
  for (let first = 0; first < originCount; first += LANES) {
    const together = origins.slice(first, first + LANES)
    for (const direction of ['outward', 'inward'] as const) {
      sweep(hierarchy, direction, together.map(startsAt), slots)
      together.forEach((origin, lane) => {
        costsFrom(network[direction], startsAt(origin), undefined, lent)
        readLane(hierarchy, slots, lane, Number.POSITIVE_INFINITY, swept)
        const { costDeciseconds } = lent.costs
        let reached = 0
        let checksum = 0
        for (let node = 0; node < costDeciseconds.length; node++) {
          const cost = swept.costDeciseconds[node]!
          if (cost !== costDeciseconds[node]) answers.differences++
          if (cost !== UNREACHED) reached++
          checksum = Math.imul(checksum ^ cost, 0x01000193)
        }
        answers.costs.push({ origin, direction, reached, checksum })
      })
    }
  }
  return answers
}

function startsAt(node: number): Start[] {
  return [{ node, costDeciseconds: 0, lengthMeters: 0 }]
}
