// Does the search find the cheapest way, and only real ways?
import { describe, expect, it } from 'vitest'
import { costsFrom, emptyCosts, NO_EDGE } from '#geodata/network/costs-from.ts'
import { buildNetwork, UNREACHED } from '#geodata/network/road-network.ts'
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

  it('counts a start within the cutoff by what it charges', () => {
    const { outward } = buildNetwork(1, [])
    const reached = (cutoff: number) =>
      costsFrom(outward, [{ node: 0, costDeciseconds: 5, lengthMeters: 0 }], cutoff).costDeciseconds
    expect(reached(5)[0]).toBe(5)
    expect(reached(4)[0]).toBe(UNREACHED)
  })

  it('keeps the first of two equal starts', () => {
    const start = { node: 0, costDeciseconds: 5 }
    const { outward } = buildNetwork(1, [])
    const starts = [3, 8].map((lengthMeters) => ({ ...start, lengthMeters }))
    expect(costsFrom(outward, starts).lengthMeters[0]).toBe(3)
  })

  it('reports by which edge it came, where slots for that are lent', () => {
    const road = { impedanceDeciseconds: 5, lengthMeters: 1 }
    const { outward } = buildNetwork(3, [
      { from: 0, to: 2, ...road, impedanceDeciseconds: 50 },
      { from: 0, to: 1, ...road },
      { from: 1, to: 2, ...road },
    ])
    const costs = { ...emptyCosts(outward), cameBy: new Uint32Array(3) }
    costsFrom(outward, [{ node: 0, costDeciseconds: 0, lengthMeters: 0 }], undefined, { costs })
    expect([...costs.cameBy]).toEqual([NO_EDGE, 1, 2])
  })

  it('refuses a start that is no node or charges a fraction of a decisecond', () => {
    const { outward } = buildNetwork(2, [])
    const from = (node: number, costDeciseconds: number) => () =>
      costsFrom(outward, [{ node, costDeciseconds, lengthMeters: 0 }])
    for (const node of [2, -1, 0.5, Number.NaN]) {
      expect(from(node, 0)).toThrow(`node ${node}; a node 0 … 1 expected`)
    }
    for (const cost of [0.5, -1, Number.NaN]) expect(from(0, cost)).toThrow('whole deciseconds')
  })
})

describe('buildNetwork', () => {
  const edge = { from: 0, to: 1, impedanceDeciseconds: 5, lengthMeters: 1 }

  it('refuses an edge to or from a node that is not there', () => {
    const ends = [
      [0, 2],
      [2, 0],
      [-1, 0],
      [0, -1],
      [Number.NaN, 0],
    ] as const
    for (const [from, to] of ends) {
      const build = () => buildNetwork(2, [{ ...edge, from, to }])
      expect(build).toThrow(`Edge ${from} → ${to} names a node outside 0 … 1.`)
    }
  })

  it('refuses an impedance that a cost cannot hold', () => {
    for (const impedanceDeciseconds of [-1, 0.5, Number.NaN, UNREACHED]) {
      const build = () => buildNetwork(2, [{ ...edge, impedanceDeciseconds }])
      expect(build).toThrow(
        `charges ${impedanceDeciseconds}; whole deciseconds from 0 to 4294967294`,
      )
    }
    expect(buildNetwork(2, [{ ...edge, impedanceDeciseconds: UNREACHED - 1 }]).edgeCount).toBe(1)
  })

  it('holds every edge at both of its ends', () => {
    const network = buildNetwork(3, [
      edge,
      { ...edge, to: 2, lengthMeters: 7 },
      { ...edge, from: 2 },
    ])
    expect(network).toMatchObject({ nodeCount: 3, edgeCount: 3 })
    expect([...network.outward.firstEdge]).toEqual([0, 2, 2, 3])
    expect([...network.outward.neighbour]).toEqual([1, 2, 1])
    expect([...network.inward.firstEdge]).toEqual([0, 0, 2, 3])
    expect([...network.inward.neighbour]).toEqual([0, 2, 0])
    expect([...network.inward.lengthMeters]).toEqual([1, 1, 7])
  })
})
