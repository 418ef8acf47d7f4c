// How much faster is a sweep over the hierarchy than the plain search, on this machine, in this run?
//
// On real roads where the test data are available, else on a drawn network.
//
//   npm run bench -- sweep
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { drawnBlocks } from '#tests/bench/drawn-blocks.ts'
import { extract } from '#tests/bench/extract.ts'
import { sweepTimes } from '#tests/bench/sweep-times.ts'
import { load, machine } from '#tests/bench/timing.ts'

/** As many junctions as China's major roads. */
const BLOCKS_PER_SIDE = 386

console.log(`${machine()}\n`)
let isReal = false
for (const name of ['cq-sc-major-roads', 'china-major-roads']) {
  const place = await extract(name)
  if (!place) continue
  isReal = true
  const { network, hierarchy } = place.street
  console.log(`${name}: ${network.nodeCount} nodes, ${network.edgeCount} edges\n`)
  sweepTimes(network, hierarchy)
}
if (!isReal) {
  const network = drawnBlocks(BLOCKS_PER_SIDE)
  console.log(`drawn blocks: ${network.nodeCount} nodes, ${network.edgeCount} edges\n`)
  sweepTimes(network, buildHierarchy(network))
}
console.log(`load at the end ${load()}`)
