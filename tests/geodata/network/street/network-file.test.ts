import { describe, expect, it } from 'vitest'
import {
  decodeNetwork,
  encodeNetwork,
  FORMAT_VERSION,
} from '#geodata/network/street/network-file.ts'
import { surveyed } from '#tests/support/surveyed.ts'

const town = () => {
  const { places, junctionsAt, streetsBetween, ...network } = surveyed({
    places: { a: [0, 0], b: [1, 0], c: [2, 0], d: [1, 1], e: [2, 1] },
    ways: {
      'a b': { highway: 'primary', name: '建新南路', ref: 'S101' },
      'b c': { highway: 'primary' },
      'b d': { highway: 'trunk', toll: 'yes' },
      'd e': { highway: 'primary', oneway: 'yes' },
      'e c': { highway: 'primary' },
    },
    turns: ['no: a b | b | b c', 'only: b d | d | d e'],
  })
  return network
}

/** A file as it is read from a disk: a buffer of its own. */
function fileOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function refusal(bytes: Uint8Array): string {
  const read = decodeNetwork(fileOf(bytes))
  if (read.kind !== 'refused') throw new Error('The file was taken.')
  expect(read.zh).toMatch(/[一-鿿]/)
  return read.en
}

describe('a network file', () => {
  it('gives back the network it was written from, and what lies beside it', () => {
    const network = town()
    const beside = { 'rings.cost': Uint16Array.of(1, 2, 3), places: Float64Array.of(0.5) }
    const read = decodeNetwork(fileOf(encodeNetwork(network, beside)))
    if (read.kind === 'refused') throw new Error(read.en)
    expect(read.network).toEqual(network)
    expect(read.beside).toEqual(beside)
  })

  it('has the same hash where it says the same, another where anything differs', () => {
    const hashOf = (bytes: Uint8Array) => {
      const read = decodeNetwork(fileOf(bytes))
      return read.kind === 'network' ? read.hash : read.en
    }
    const network = town()
    const first = hashOf(encodeNetwork(network))
    expect(hashOf(encodeNetwork(town()))).toBe(first)
    const origin = { ...network.origin, dataDate: '2026-01-01' }
    expect(hashOf(encodeNetwork({ ...network, origin }))).not.toBe(first)
    expect(first).toMatch(/^[0-9a-f]{16}$/)
  })

  it('refuses a file cut off anywhere', () => {
    const bytes = encodeNetwork(town())
    for (const count of [0, 5, 20, 100, bytes.length >> 1, bytes.length - 8, bytes.length - 1]) {
      expect(refusal(bytes.subarray(0, count))).toMatch(/cut off|no road network/)
    }
  })

  it('refuses what is no network, and says what it starts with', () => {
    expect(refusal(new TextEncoder().encode('SQLite format 3\0 and more of it'))).toContain(
      'SQLite f',
    )
  })

  it('refuses another format version, and names both', () => {
    const bytes = encodeNetwork(town())
    new DataView(bytes.buffer).setUint32(8, FORMAT_VERSION + 1, true)
    expect(refusal(bytes)).toContain(`version ${FORMAT_VERSION + 1}`)
  })

  it('refuses a file in which any one byte was changed', () => {
    const bytes = encodeNetwork(town())
    const step = Math.max(1, Math.floor(bytes.length / 60))
    for (let at = 12; at < bytes.length; at += step) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 0x10
      expect(decodeNetwork(fileOf(changed)).kind).toBe('refused')
    }
  })
})
