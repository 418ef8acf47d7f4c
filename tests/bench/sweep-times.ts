// What do the searches over one hierarchy take, by the plain loops and in WebAssembly?
import { cheapestPath, emptyClimbs } from '#geodata/network/cheapest-path.ts'
import { costsFrom, emptyCosts, type Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import type { RoadNetwork } from '#geodata/network/road-network.ts'
import { costsBySweep, emptySlots, readLane, sweep } from '#geodata/network/sweep.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { plainPass } from '#tests/bench/plain-pass.ts'
import { heapBytesPerCall, printHeading, time } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const LANE_COUNTS = [1, 8, 16]

export function sweepTimes(network: RoadNetwork, hierarchy: Hierarchy): void {
  const random = seeded(20_260)
  const anywhere = (): Start[] => [
    { node: Math.floor(random() * network.nodeCount), costDeciseconds: 0, lengthMeters: 0 },
  ]
  const places = (count: number) => Array.from({ length: count }, anywhere)
  checkAnswers(network, hierarchy, places(16))

  const costs = emptyCosts(network.outward)
  const frontier = new Frontier()
  const medians = new Map<string, number>()
  printHeading()
  const search = time('plain search, one to all', 15, () => {
    costsFrom(network.outward, anywhere(), undefined, { costs, frontier })
  })
  const climb = new UpwardSearch(network.nodeCount)
  const { climbed } = rowsFor(hierarchy, 'outward')
  time('climb of one origin, part of all below', 301, () => {
    climb.run(hierarchy, climbed, anywhere(), Number.POSITIVE_INFINITY)
  })
  for (const lanes of LANE_COUNTS) {
    medians.set(`search ${lanes}`, search)
    const name = lanes === 1 ? 'sweep, one to all' : `sweep in ${lanes} lanes, per origin`
    for (const plain of [true, false]) {
      const slots = emptySlots(hierarchy, { lanes, plain })
      const { kind } = slots.machine
      const call = () => sweep(hierarchy, 'outward', places(lanes), slots)
      medians.set(`${kind} ${lanes}`, time(`${name}, ${kind}`, 61, call, lanes))
      if (plain) continue
      // It branches on no cost, so it takes as long over costs already settled.
      const down = () => slots.machine.run('outward')
      medians.set(`down ${lanes}`, time('  its way down alone', 61, down, lanes))
    }
    const pass = plainPass(hierarchy, lanes)
    const megabytes = (pass.bytes / 1e6).toFixed(1)
    medians.set(`pass ${lanes}`, time(`  one pass over its ${megabytes} MB`, 61, pass.run, lanes))
  }
  for (const plain of [true, false]) {
    const slots = emptySlots(hierarchy, { withLength: true, plain })
    const name = `sweep with lengths, ${slots.machine.kind}`
    time(name, 61, () => sweep(hierarchy, 'outward', [anywhere()], slots))
    if (!plain) time('  into node order', 61, () => readLane(hierarchy, slots, 0, 36_000, costs))
  }
  const climbs = emptyClimbs(hierarchy)
  time('path with its edges', 101, () => {
    cheapestPath(hierarchy, anywhere(), anywhere(), climbs)
  })
  printRatios(medians)
  const origin = [anywhere()]
  const one = emptySlots(hierarchy)
  const bytes = heapBytesPerCall(1000, () => sweep(hierarchy, 'outward', origin, one))
  const downBytes = heapBytesPerCall(1000, () => one.machine.run('outward'))
  console.log(`heap per sweep over lent arrays: ${bytes} bytes; its way down: ${downBytes}\n`)
}

/** The bench would time a wrong answer as gladly as a right one. */
function checkAnswers(network: RoadNetwork, hierarchy: Hierarchy, origins: Start[][]): void {
  const slots = emptySlots(hierarchy, { lanes: origins.length, withLength: true })
  const one = emptySlots(hierarchy, { withLength: true })
  const lane = emptyCosts(network.outward)
  sweep(hierarchy, 'outward', origins, slots)
  origins.forEach((origin, index) => {
    const { costDeciseconds } = costsFrom(network.outward, origin)
    readLane(hierarchy, slots, index, Number.POSITIVE_INFINITY, lane)
    const alone = costsBySweep(hierarchy, 'outward', origin, undefined, { slots: one })
    const differs = costDeciseconds.some(
      (cost, node) => cost !== lane.costDeciseconds[node] || cost !== alone.costDeciseconds[node],
    )
    if (differs) throw new Error(`A sweep from node ${origin[0]?.node} differs from the search.`)
  })
}

function printRatios(medians: ReadonlyMap<string, number>): void {
  const ratios = (over: string, under: string) =>
    LANE_COUNTS.map((lanes) => {
      const ratio = medians.get(`${over} ${lanes}`)! / medians.get(`${under} ${lanes}`)!
      return `${ratio.toFixed(1)} ×`
    }).join(', ')
  console.log(`
alone, in 8 lanes, in 16 lanes
  plain search ÷ WebAssembly sweep: ${ratios('search', 'wasm')}
  plain sweep ÷ WebAssembly sweep:  ${ratios('plain', 'wasm')}
  WebAssembly sweep ÷ one pass:     ${ratios('wasm', 'pass')}
  its way down alone ÷ one pass:    ${ratios('down', 'pass')}
`)
}
