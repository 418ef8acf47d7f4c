// Do positions leave the queue from the largest number down, each once, far apart or side by side?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PositionQueue } from '#geodata/network/position-queue.ts'

const COUNT = 5000

it('takes the largest number, while smaller ones join', () => {
  const queue = new PositionQueue(COUNT)
  const position = fc.oneof(
    fc.nat(COUNT - 1),
    // The edges of a word of bits, and of a word of words.
    fc.constantFrom(0, 31, 32, 63, 64, 1023, 1024, 1025, 2047, 2048, COUNT - 1),
  )
  const joins = fc.array(fc.tuple(fc.nat(20), position), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(position, { maxLength: 20 }), joins, (first, later) => {
      const waiting = new Set(first)
      for (const one of first) queue.add(one)
      for (let step = 0; ; step++) {
        const expected = Math.max(-1, ...waiting)
        const taken = queue.take()
        expect(taken).toBe(expected)
        if (taken < 0) return
        waiting.delete(taken)
        for (const [when, one] of later) {
          if (when !== step || one >= taken) continue
          queue.add(one)
          waiting.add(one)
        }
      }
    }),
    { numRuns: 500 },
  )
})

it('says when nothing waits, and takes again what is added anew', () => {
  const queue = new PositionQueue(1)
  expect(queue.take()).toBe(-1)
  for (let time = 0; time < 2; time++) {
    queue.add(0)
    queue.add(0)
    expect([queue.take(), queue.take()]).toEqual([0, -1])
  }
})
