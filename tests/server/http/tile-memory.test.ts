// Are tiles made once, and let go when what is kept grows too large?
import { expect, it } from 'vitest'
import { tileMemory } from '#server/http/tile-memory.ts'

/** What was asked to be made, in order, by a memory for so many tiles of 800 bytes. */
function madeBy(tiles: number, addresses: string): string {
  const memory = tileMemory(tiles * 1000)
  let made = ''
  for (const address of addresses) {
    const tile = memory.recall(address, () => {
      made += address
      return new Uint8Array(800).fill(address.charCodeAt(0))
    })
    expect(tile?.[0]).toBe(address.charCodeAt(0))
  }
  return made
}

it('makes a tile once while there is room, and lets the one go that was asked for longest ago', () => {
  expect(madeBy(3, 'abcabc')).toBe('abc')
  expect(madeBy(2, 'abcbca')).toBe('abca')
  expect(madeBy(2, 'abacab')).toBe('abcb')
})

it('remembers that a tile is empty, and counts it too', () => {
  const memory = tileMemory(1000)
  let made = 0
  const empty = () => {
    made++
    return null
  }
  for (let i = 0; i < 5; i++) expect(memory.recall('sea', empty)).toBeNull()
  expect(made).toBe(1)
  for (let i = 0; i < 5; i++) memory.recall(`sea ${i}`, empty)
  memory.recall('sea', empty)
  expect(made).toBe(7)
})

it('returns a tile larger than all it may keep', () => {
  const memory = tileMemory(100)
  expect(memory.recall('a', () => new Uint8Array(5000))).toHaveLength(5000)
})
