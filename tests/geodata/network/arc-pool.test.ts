// Does the pool keep every arc as it was added, however often it grows?
import { expect, it } from 'vitest'
import { ArcPool } from '#geodata/network/arc-pool.ts'

it('keeps what every arc is made of while it grows', () => {
  for (const room of [0, 1, 7]) {
    const pool = new ArcPool(room)
    for (let i = 0; i < 200; i++) {
      expect(pool.add(i, i + 1)).toBe(i)
      pool.fill(i, 2 * i, i / 4, 3 * i, 4 * i)
    }
    expect(pool.count).toBe(200)
    for (let i = 0; i < 200; i++) {
      expect([pool.tail[i], pool.head[i], pool.impedance[i]]).toEqual([i, i + 1, 2 * i])
      expect([pool.lengthMeters[i], pool.firstPart[i], pool.secondPart[i]]).toEqual([
        i / 4,
        3 * i,
        4 * i,
      ])
    }
  }
})

it('does not grow before it is full, and then by half at least', () => {
  const pool = new ArcPool(20)
  for (let i = 0; i < 20; i++) pool.add(0, 1)
  expect(pool.tail).toHaveLength(20)
  pool.add(0, 1)
  for (const array of [pool.tail, pool.head, pool.impedance, pool.lengthMeters]) {
    expect(array.length).toBeGreaterThanOrEqual(30)
  }
})
