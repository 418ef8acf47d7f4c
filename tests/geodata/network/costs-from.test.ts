// Does the search find the cheapest way, and only real ways?
import { describe, expect, it } from 'vitest'
import { costsFrom, emptyCosts } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { buildNetwork, UNREACHED } from '#geodata/network/road-network.ts'
import { overRows, shortestPathSuite } from '#tests/contracts/shortest-paths.ts'
import { roads } from '#tests/support/town.ts'

describe('costsFrom', () => {
  it('takes the way round when the direct road is slower', () => {
    const town = roads(`
      gate    depot   90s
      gate    bridge  20s
      bridge  depot   30s
    `)
    expect(town.costsFrom('gate')).toEqual({ gate: 0, bridge: 20, depot: 50 })
  })

  it('obeys a one-way street and finds it again in the catchment', () => {
    const town = roads('gate -> depot 90s')
    expect(town.costsFrom('depot')).toEqual({ depot: 0 })
    expect(town.costsFrom('depot', { direction: 'inward' })).toEqual({ gate: 90, depot: 0 })
  })

  it('leaves an island unreached', () => {
    const town = roads(`
      gate depot 90s
      island
    `)
    expect(town.costsFrom('gate')).toEqual({ gate: 0, depot: 90 })
  })

  it('starts from the better of two ramps', () => {
    const town = roads(`
      north  depot  60s
      south  depot  10s
    `)
    expect(town.costsFrom({ north: 5, south: 80 })).toEqual({ north: 5, depot: 65, south: 75 })
  })

  it('stops at the cutoff, which still counts as within', () => {
    const town = roads(`
      gate  mill   30s
      mill  depot  30s
    `)
    expect(town.costsFrom('gate', { cutoffSeconds: 30 })).toEqual({ gate: 0, mill: 30 })
    expect(town.costsFrom('gate', { cutoffSeconds: 29.9 })).toEqual({ gate: 0 })
  })

  it('refuses a start that is no node or charges a fraction of a decisecond', () => {
    const { outward } = buildNetwork(1, [])
    const from = (node: number, costDeciseconds: number) => () =>
      costsFrom(outward, [{ node, costDeciseconds, lengthMeters: 0 }])
    expect(from(1, 0)).toThrow('node 1')
    expect(from(0, 0.5)).toThrow('whole deciseconds')
    expect(from(0, Number.NaN)).toThrow('whole deciseconds')
  })
})

describe('costsFrom, on any town', () =>
  shortestPathSuite(
    overRows((network, starts, direction, cutoff) => costsFrom(network[direction], starts, cutoff)),
  ))

describe('costsFrom with a lent frontier and slots, on any town', () => {
  const frontier = new Frontier()
  shortestPathSuite(
    overRows((network, starts, direction, cutoff) => {
      const costs = emptyCosts(network[direction])
      costs.costDeciseconds.fill(7)
      frontier.push(3, 0)
      return costsFrom(network[direction], starts, cutoff, { costs, frontier })
    }),
  )
})

describe('buildNetwork', () => {
  const edge = { from: 0, to: 1, impedanceDeciseconds: 5, lengthMeters: 1 }
  it('refuses an edge to a node that is not there', () => {
    expect(() => buildNetwork(1, [edge])).toThrow('outside 0 … 0')
  })

  it('refuses an impedance that a cost cannot hold', () => {
    for (const impedanceDeciseconds of [-1, 0.5, Number.NaN, UNREACHED]) {
      expect(() => buildNetwork(2, [{ ...edge, impedanceDeciseconds }])).toThrow('deciseconds')
    }
  })
})
