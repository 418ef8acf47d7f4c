// Is the fingerprint FNV-1a, and the same for the same content?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf } from '#geodata/model/hash.ts'

/** As the definition reads, in whole numbers of any size. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

it('is FNV-1a in 64 bits over the JSON text', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      expect(hashOf(['园', ...texts])).toBe(fnv1a(JSON.stringify(['园', ...texts])))
    }),
  )
})

it('does not depend on the order of keys, nor on keys without a value', () => {
  expect(hashOf({ b: [1, { y: 2, x: 1 }], a: null, c: undefined })).toBe(
    hashOf({ a: null, b: [1, { x: 1, y: 2 }] }),
  )
})
