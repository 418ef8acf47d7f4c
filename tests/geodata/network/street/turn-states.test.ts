import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costsFrom } from '#geodata/network/costs-from.ts'
import { networkFrom, UNREACHED } from '#geodata/network/road-network.ts'
import { CLOSED } from '#geodata/network/street/street-network.ts'
import {
  headOf,
  type TurnRestriction,
  type TurnTown,
  tailOf,
  turnStates,
} from '#geodata/network/street/turn-states.ts'
import { noTurningRound } from '#geodata/network/street/turning-round.ts'

/** Streets as `from to forward backward`, impedances in deciseconds, `x` where closed. */
function town(drawing: string): TurnTown {
  const rows = drawing
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => line.trim().split(/\s+/))
  const impedance = (text = '') => (text === 'x' ? CLOSED : Number(text))
  const from = Uint32Array.from(rows, ([name]) => 'abcdefgh'.indexOf(name!))
  const to = Uint32Array.from(rows, ([, name]) => 'abcdefgh'.indexOf(name!))
  return {
    junctionCount: Math.max(...from, ...to) + 1,
    count: rows.length,
    from,
    to,
    impedanceDeciseconds: Uint32Array.from(
      rows.flatMap(([, , forward, backward]) => [impedance(forward), impedance(backward)]),
    ),
  }
}

/** Cost of every junction from one, by the search over states. */
function costs(drawn: TurnTown, restrictions: TurnRestriction[], start: number): number[] {
  const states = turnStates(drawn, restrictions)
  const network = networkFrom({
    firstEdge: states.firstEdge,
    neighbour: states.neighbour,
    impedanceDeciseconds: Uint32Array.from(
      states.edgeStreet,
      (directed) => drawn.impedanceDeciseconds[directed]!,
    ),
    lengthMeters: new Float64Array(states.edgeStreet.length),
  })
  const { costDeciseconds } = costsFrom(network.outward, [
    { node: start, costDeciseconds: 0, lengthMeters: 0 },
  ])
  const cheapest = new Array<number>(drawn.junctionCount).fill(Number.POSITIVE_INFINITY)
  costDeciseconds.forEach((cost, state) => {
    const junction =
      state < drawn.junctionCount ? state : states.otherJunctions[state - drawn.junctionCount]!
    if (cost !== UNREACHED) cheapest[junction] = Math.min(cheapest[junction]!, cost)
  })
  return cheapest
}

/** Where an open street ends that two open ones share, the other one's way on; else nothing. */
function onwardAtSplit(drawn: TurnTown, open: readonly number[], directed: number): number[] {
  const here = headOf(drawn, directed)
  const streets = [...new Set(open.map((one) => one >> 1))]
  const ends = streets.flatMap((street) =>
    [drawn.from[street], drawn.to[street]].filter((one) => one === here).map(() => street),
  )
  const others = ends.filter((street) => street !== directed >> 1)
  if (ends.length !== 2 || others.length !== 1) return []
  return open.filter((next) => next >> 1 === others[0] && tailOf(drawn, next) === here)
}

/** The last three streets driven decide: a plain search over all such histories, cheapest first. */
function oracle(
  drawn: TurnTown,
  restrictions: TurnRestriction[],
  start: number,
  turnsAnywhere = true,
): number[] {
  const HISTORY = 3
  const open = [...drawn.impedanceDeciseconds.keys()].filter(
    (directed) => drawn.impedanceDeciseconds[directed] !== CLOSED,
  )
  const best = new Map<string, number>([['', 0]])
  const cheapest = new Array<number>(drawn.junctionCount).fill(Number.POSITIVE_INFINITY)
  cheapest[start] = 0
  const waiting = new Map<string, number[]>([['', []]])
  while (waiting.size > 0) {
    const [key, driven] = [...waiting].reduce((a, b) => (best.get(b[0])! < best.get(a[0])! ? b : a))
    waiting.delete(key)
    const cost = best.get(key)!
    const here = driven.length > 0 ? headOf(drawn, driven.at(-1)!) : start
    cheapest[here] = Math.min(cheapest[here]!, cost)
    for (const next of open) {
      if (tailOf(drawn, next) !== here) continue
      const isForbidden = restrictions.some(({ kind, path, to }) => {
        const end = driven.slice(-path.length)
        return end.join() === path.join() && to.includes(next) === (kind === 'no')
      })
      if (isForbidden) continue
      const last = driven.at(-1)
      const isRound = last !== undefined && next === (last ^ 1)
      if (!turnsAnywhere && isRound && onwardAtSplit(drawn, open, last).length > 0) continue
      const longer = [...driven, next].slice(-HISTORY)
      const reached = cost + drawn.impedanceDeciseconds[next]!
      if (reached >= (best.get(longer.join()) ?? Number.POSITIVE_INFINITY)) continue
      best.set(longer.join(), reached)
      waiting.set(longer.join(), longer)
    }
  }
  return cheapest
}

const anyRestrictedTown = fc
  .integer({ min: 2, max: 5 })
  .chain((junctionCount) => {
    const junction = fc.integer({ min: 0, max: junctionCount - 1 })
    const impedance = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(CLOSED))
    return fc.record({
      junctionCount: fc.constant(junctionCount),
      streets: fc.array(fc.tuple(junction, junction, impedance, impedance), {
        minLength: 1,
        maxLength: 7,
      }),
      walks: fc.array(
        fc.record({
          picks: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
          kind: fc.constantFrom('no' as const, 'only' as const),
        }),
        { maxLength: 4 },
      ),
      start: junction,
    })
  })
  .map(({ junctionCount, streets, walks, start }) => {
    const drawn: TurnTown = {
      junctionCount,
      count: streets.length,
      from: Uint32Array.from(streets, ([from]) => from),
      to: Uint32Array.from(streets, ([, to]) => to),
      impedanceDeciseconds: Uint32Array.from(streets.flatMap(([, , there, back]) => [there, back])),
    }
    const open = [...drawn.impedanceDeciseconds.keys()].filter(
      (directed) => drawn.impedanceDeciseconds[directed] !== CLOSED,
    )
    const restrictions = walks.flatMap(({ picks, kind }): TurnRestriction[] => {
      const walk: number[] = []
      for (const pick of picks) {
        const choices = open.filter(
          (next) => walk.length === 0 || tailOf(drawn, next) === headOf(drawn, walk.at(-1)!),
        )
        if (choices.length === 0) break
        walk.push(choices[pick % choices.length]!)
      }
      return walk.length < 2 ? [] : [{ kind, path: walk.slice(0, -1), to: walk.slice(-1) }]
    })
    return { drawn, restrictions, start }
  })

describe('turn states', () => {
  it('agrees with a search over everything driven so far, in any town with any restrictions', () => {
    fc.assert(
      fc.property(anyRestrictedTown, ({ drawn, restrictions, start }) => {
        expect(costs(drawn, restrictions, start)).toEqual(oracle(drawn, restrictions, start))
      }),
      { numRuns: 600 },
    )
  })

  it('agrees with a search that never turns round where two streets merely meet', () => {
    fc.assert(
      fc.property(anyRestrictedTown, ({ drawn, restrictions, start }) => {
        const all = [...restrictions, ...noTurningRound(drawn, restrictions)]
        expect(costs(drawn, all, start)).toEqual(oracle(drawn, restrictions, start, false))
      }),
      { numRuns: 1500 },
    )
  })

  it('drives round a turn that is forbidden', () => {
    const drawn = town(`
      a b 10 10
      b c 10 10
      b d 5  5
      d c 20 20
    `)
    const noTurn: TurnRestriction = { kind: 'no', path: [0], to: [2] }
    expect(costs(drawn, [], 0)[2]).toBe(20)
    expect(costs(drawn, [noTurn], 0)[2]).toBe(30)
  })

  it('takes the one turn that is allowed, and is free again afterwards', () => {
    const drawn = town(`
      a b 10 10
      b c 10 10
      b d 5  5
      d c 20 20
    `)
    const onlyTurn: TurnRestriction = { kind: 'only', path: [0], to: [4] }
    expect(costs(drawn, [onlyTurn], 0)).toEqual([0, 10, 30, 15])
  })

  it('lets a trip that comes another way turn as it likes', () => {
    const drawn = town(`
      a b 10 10
      b c 10 10
      e b 1  1
    `)
    expect(costs(drawn, [{ kind: 'no', path: [0], to: [2] }], 4)[2]).toBe(11)
  })

  it('adds no state where nothing is restricted', () => {
    expect(turnStates(town('a b 10 10'), []).stateCount).toBe(2)
  })
})
