// Do the rows hold who is next to whom, as a plain map would, whatever comes and goes?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LiveRows } from '#geodata/network/live-rows.ts'

const NODES = 5

/** What a row holds, by neighbour. */
function rowOf(rows: LiveRows, node: number): Map<number, [impedance: number, arc: number]> {
  const row = new Map<number, [number, number]>()
  for (let slot = rows.first[node]!; slot < rows.first[node]! + rows.count[node]!; slot++) {
    row.set(rows.pool[3 * slot]!, [rows.pool[3 * slot + 1]!, rows.pool[3 * slot + 2]!])
  }
  return row
}

it('holds what a map of maps holds after any changes', () => {
  const change = fc.record({
    node: fc.nat(NODES - 1),
    neighbour: fc.nat(40),
    impedance: fc.nat(900),
    removes: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.nat(20), fc.array(change, { maxLength: 150 }), (entryCount, changes) => {
      const rows = new LiveRows(NODES, entryCount)
      const model = Array.from({ length: NODES }, () => new Map<number, [number, number]>())
      changes.forEach(({ node, neighbour, impedance, removes }, arc) => {
        const known = model[node]!.get(neighbour)
        expect(rows.find(node, neighbour) >= 0).toBe(known !== undefined)
        if (known === undefined) {
          rows.add(node, neighbour, impedance, arc)
          model[node]!.set(neighbour, [impedance, arc])
        } else if (removes) {
          rows.remove(node, neighbour)
          model[node]!.delete(neighbour)
        } else {
          rows.setImpedance(node, neighbour, impedance)
          model[node]!.set(neighbour, [impedance, known[1]])
        }
      })
      for (let node = 0; node < NODES; node++) expect(rowOf(rows, node)).toEqual(model[node])
    }),
  )
})

it('does not grow while rows are short and entries as many as announced', () => {
  const rows = new LiveRows(25, 100)
  const { pool } = rows
  for (let i = 0; i < 100; i++) rows.add(i % 25, i, 1, 1)
  expect(rows.pool === pool).toBe(true)
})
