// How much faster is a sweep over the hierarchy than the plain search, on this machine, in this run?
//
// The network is drawn, not surveyed: blocks with a fifth of the streets left out and a faster road
// every 16 blocks, seeded, with as many junctions and edges as China's major roads. Real networks
// contract better or worse; the ratios, not the milliseconds, carry over to another machine.
//
//   npm run bench -- [junctions per side, default 386]
import { cheapestPath, emptyClimbs } from '#geodata/network/cheapest-path.ts'
import { costMatrix } from '#geodata/network/cost-matrix.ts'
import { costsFrom, emptyCosts, type Start } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { buildNetwork, type DirectedEdge, type RoadNetwork } from '#geodata/network/road-network.ts'
import { emptySlots, readLane, sweep } from '#geodata/network/sweep.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { plainPass } from '#tests/bench/plain-pass.ts'
import { heapBytesPerCall, load, machine, printHeading, time } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const random = seeded(20_260)

function blocks(side: number): RoadNetwork {
  const edges: DirectedEdge[] = []
  const street = (from: number, to: number, isFast: boolean) => {
    if (!isFast && random() < 0.2) return
    const lengthMeters = Math.round(400 + 1600 * random())
    const impedanceDeciseconds = Math.round((lengthMeters * 36) / (isFast ? 68 : 36))
    edges.push({ from, to, impedanceDeciseconds, lengthMeters })
    if (isFast || random() < 0.95) {
      edges.push({ from: to, to: from, impedanceDeciseconds, lengthMeters })
    }
  }
  for (let node = 0; node < side * side; node++) {
    const column = node % side
    const row = Math.floor(node / side)
    if (column + 1 < side) street(node, node + 1, row % 16 === 0)
    if (row + 1 < side) street(node, node + side, column % 16 === 0)
  }
  return buildNetwork(side * side, edges)
}

console.log(machine())
const network = blocks(Number(process.argv[2] ?? 386))
const started = performance.now()
const hierarchy = buildHierarchy(network)
const contractionSeconds = (performance.now() - started) / 1000
const arcCount = hierarchy.up.partUp.length + hierarchy.down.partUp.length
console.log(
  `${network.nodeCount} junctions, ${network.edgeCount} edges → ${arcCount} arcs in ${contractionSeconds.toFixed(1)} s\n`,
)

const anywhere = (): Start[] => [
  { node: Math.floor(random() * network.nodeCount), costDeciseconds: 0, lengthMeters: 0 },
]
const places = (count: number) => Array.from({ length: count }, anywhere)
const costs = emptyCosts(network.outward)
const frontier = new Frontier()
const withLength = emptySlots(hierarchy, { withLength: true })

// The bench would time a wrong answer as gladly as a right one.
const swept = emptyCosts(network.outward)
for (const origin of places(10)) {
  costsFrom(network.outward, origin, undefined, { costs, frontier })
  sweep(hierarchy, 'outward', [origin], withLength)
  readLane(hierarchy, withLength, 0, Number.POSITIVE_INFINITY, swept)
  if (costs.costDeciseconds.some((cost, node) => cost !== swept.costDeciseconds[node])) {
    throw new Error(`The sweep from node ${origin[0]?.node} differs from the plain search.`)
  }
}

printHeading()
const plain = time('plain search, one to all', 15, () => {
  costsFrom(network.outward, anywhere(), undefined, { costs, frontier })
})
const medians = new Map<string, number>()
for (const lanes of [1, 8, 16]) {
  for (const plain of [true, false]) {
    const slots = emptySlots(hierarchy, { lanes, plain })
    const name = lanes === 1 ? 'sweep, one to all' : `sweep in ${lanes} lanes, per origin`
    const call = () => sweep(hierarchy, 'outward', places(lanes), slots)
    const median = time(`${name}, ${slots.machine.kind}`, 61, call, lanes)
    medians.set(`${slots.machine.kind} ${lanes}`, median)
    if (plain) continue
    // Without branches on costs it takes the same time again over costs it has already settled.
    const down = time('  its way down alone', 61, () => slots.machine.run('outward'), lanes)
    medians.set(`down ${lanes}`, down)
  }
  const pass = plainPass(hierarchy, lanes)
  const megabytes = (pass.bytes / 1e6).toFixed(1)
  medians.set(`pass ${lanes}`, time(`  one pass over its ${megabytes} MB`, 61, pass.run, lanes))
}
time('sweep with lengths', 61, () => sweep(hierarchy, 'outward', [anywhere()], withLength))
time('  into node order', 61, () => readLane(hierarchy, withLength, 0, 36_000, swept))
const climb = new UpwardSearch(network.nodeCount)
const sizes: [number, number][] = [
  [1, 200],
  [50, 50],
  [20, 1000],
]
for (const [rows, columns] of sizes) {
  const call = () => {
    costMatrix(hierarchy, places(rows), places(columns), climb)
  }
  time(`matrix ${rows} × ${columns}, with lengths`, 11, call)
}
const climbs = emptyClimbs(hierarchy)
time('path with its edges', 101, () => {
  cheapestPath(hierarchy, anywhere(), anywhere(), climbs)
})

const ratios = (over: string, under: string) =>
  [1, 8, 16]
    .map(
      (lanes) => (medians.get(`${over} ${lanes}`) ?? 0) / (medians.get(`${under} ${lanes}`) ?? 0),
    )
    .map((ratio) => `${ratio.toFixed(1)} ×`)
    .join(', ')
for (const lanes of [1, 8, 16]) medians.set(`search ${lanes}`, plain)
console.log(`
alone, in 8 lanes, in 16 lanes
  plain search ÷ WebAssembly sweep: ${ratios('search', 'wasm')}
  plain sweep ÷ WebAssembly sweep:  ${ratios('plain', 'wasm')}
  WebAssembly sweep ÷ one pass:     ${ratios('wasm', 'pass')}
  its way down alone ÷ one pass:    ${ratios('down', 'pass')}
`)

const origin = [anywhere()]
const one = emptySlots(hierarchy)
const bytes = heapBytesPerCall(100, () => sweep(hierarchy, 'outward', origin, one))
console.log(`heap per sweep over lent arrays: ${bytes} bytes; load at the end ${load()}`)
