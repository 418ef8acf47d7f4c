// How soon could a sweep be done at best: reading its arcs and costs once, and writing the costs once?
//
// One WebAssembly pass over as many bytes, straight on, sixteen at a time, with nothing to look up.
import { type Hierarchy, rowsFor } from '#geodata/network/hierarchy.ts'
import { doWhile, i32, i32x4, moduleBytes, wasmFunction } from '#geodata/network/wasm/bytes.ts'
import { planRows } from '#geodata/network/wasm/packed-rows.ts'

const PAGE_BYTES = 65_536
/** Two vectors a step, so that one sum does not wait for the other. */
const STEP_BYTES = 32

const passOnce = wasmFunction('passOnce', 4, (parameter, declare) => {
  const [arc, arcsEnd, cost, costsEnd] = [0, 1, 2, 3].map(parameter)
  if (!arc || !arcsEnd || !cost || !costsEnd) throw new Error('Four parameters expected.')
  const sums = [declare('v128'), declare('v128')]
  const step = (address: typeof arc) => address.set(i32.add(address.get, i32.const(STEP_BYTES)))
  const read = sums.flatMap((sum, i) => sum.set(i32x4.add(sum.get, i32x4.load(arc.get, 16 * i))))
  const rewrite = sums.flatMap((sum, i) =>
    i32x4.store(cost.get, i32x4.min(i32x4.load(cost.get, 16 * i), sum.get), 16 * i),
  )
  return [
    ...doWhile([...read, ...step(arc)], i32.less(arc.get, arcsEnd.get)),
    ...doWhile([...rewrite, ...step(cost)], i32.less(cost.get, costsEnd.get)),
  ]
})

/** A pass over what a sweep outward in so many lanes reads and writes. */
export function plainPass(hierarchy: Hierarchy, lanes: number): { bytes: number; run: () => void } {
  const { runs, arcCount } = planRows(rowsFor(hierarchy, 'outward').swept)
  const rounded = (bytes: number) => Math.ceil(bytes / STEP_BYTES) * STEP_BYTES
  const costsEnd = rounded(4 * hierarchy.nodeCount * lanes)
  const bytes = costsEnd + rounded(4 * runs.length + 8 * arcCount)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) })
  const compiled = new WebAssembly.Module(moduleBytes([passOnce]))
  const { exports } = new WebAssembly.Instance(compiled, { lent: { memory } })
  const call = exports.passOnce as (...addresses: number[]) => void
  return { bytes, run: () => call(costsEnd, bytes, 0, costsEnd) }
}
