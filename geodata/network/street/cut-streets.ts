// Where do the ways of a survey meet, and which streets lie between?
//
// A node is a junction where a way ends or ways meet. At a barrier no truck passes, so every street
// that touches it ends at a junction of its own there.
//
//   way 1   a ───── b ───── c          junctions a, b, c, d, e: streets a–b, b–c, d–b, b–e
//   way 2           d ── b ── e
//
// A road ends where the next node of its way has not come: nothing is known of what lies between.

import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import type { DirectionRule, WayRules } from '#geodata/network/osm/way-rules.ts'
import { metersBetween } from '#geodata/network/street/ground-distance.ts'
import { hilbertOrder } from '#geodata/network/street/hilbert.ts'
import {
  CLOSED,
  STREET_ENTERS_ONLY_AT_ENDS,
  STREET_IS_BRIDGE,
  STREET_IS_CLOSED,
  STREET_IS_TOLL,
  STREET_IS_TUNNEL,
  type Streets,
} from '#geodata/network/street/street-network.ts'
import type { Survey } from '#geodata/network/street/survey.ts'

export type CutStreets = {
  streets: Streets
  junctionCount: number
  junctionPoints: Int32Array
  texts: string[]
  /** Streets of a way in its order. */
  streetsOfWay: (way: number) => number[]
  /** Junction at a node slot; −1 where none is or a barrier stands. */
  junctionAt: (slot: number) => number
}

const NO_JUNCTION = -1

export function cutStreets(survey: Survey): CutStreets {
  const slots = survey.rules.map((_, way) => Uint32Array.from(survey.slotsOf(way)))
  const junctionAtSlot = junctionsOf(survey, slots)
  const junctionSlots: number[] = []
  junctionAtSlot.forEach((mark, slot) => {
    if (mark !== NO_JUNCTION) junctionAtSlot[slot] = junctionSlots.push(slot) - 1
  })
  const raw = { way: [] as number[], first: [] as number[], last: [] as number[] }
  const ends: number[] = []
  const endAt = (slot: number): number =>
    survey.isBarrier[slot] === 1 ? junctionSlots.push(slot) - 1 : junctionAtSlot[slot]!
  slots.forEach((nodes, way) => {
    for (const [start, end] of runsOf(survey, nodes)) {
      let first = start
      for (let i = start + 1; i < end; i++) {
        const slot = nodes[i]!
        const isEnd = i === end - 1 || junctionAtSlot[slot] !== NO_JUNCTION
        if (!isEnd && survey.isBarrier[slot] === 0) continue
        raw.way.push(way)
        raw.first.push(first)
        raw.last.push(i)
        ends.push(endAt(nodes[first]!), endAt(slot))
        first = i
      }
    }
  })
  return numbered(survey, slots, raw, ends, junctionSlots, junctionAtSlot)
}

/** Stretches of a way whose nodes have all come, from one up to another; a lone node is no road. */
function runsOf(survey: Survey, nodes: Uint32Array): [start: number, end: number][] {
  const runs: [number, number][] = []
  let start = 0
  for (let i = 0; i <= nodes.length; i++) {
    if (i < nodes.length && survey.hasCome(nodes[i]!)) continue
    if (i - start >= 2) runs.push([start, i])
    start = i + 1
  }
  return runs
}

/** NO_JUNCTION, or anything else where ways end or meet; a barrier is no common junction. */
function junctionsOf(survey: Survey, slots: readonly Uint32Array[]): Int32Array {
  const uses = new Uint8Array(survey.nodeIds.length)
  for (const nodes of slots) {
    for (const [start, end] of runsOf(survey, nodes)) {
      for (let i = start; i < end; i++) {
        const isEnd = i === start || i === end - 1
        uses[nodes[i]!] = Math.min(2, uses[nodes[i]!]! + (isEnd ? 2 : 1))
      }
    }
  }
  return Int32Array.from(uses, (count, slot) =>
    count >= 2 && survey.isBarrier[slot] === 0 ? 0 : NO_JUNCTION,
  )
}

function numbered(
  survey: Survey,
  slots: readonly Uint32Array[],
  raw: { way: number[]; first: number[]; last: number[] },
  ends: readonly number[],
  junctionSlots: readonly number[],
  junctionAtSlot: Int32Array,
): CutStreets {
  const place = (slot: number, axis: 0 | 1) => survey.points[2 * slot + axis]!
  const pairs = (count: number, slotOf: (i: number) => number) =>
    Int32Array.from({ length: 2 * count }, (_, i) => place(slotOf(i >> 1), (i & 1) as 0 | 1))

  const junctionOrder = hilbertOrder(pairs(junctionSlots.length, (i) => junctionSlots[i]!))
  const junctionNumber = inverse(junctionOrder)
  const middles = pairs(raw.way.length, (i) => {
    const middle = (raw.first[i]! + raw.last[i]!) >> 1
    return slots[raw.way[i]!]![middle]!
  })
  const order = hilbertOrder(middles)
  const count = order.length
  const texts = new Texts()
  const pointCount = raw.last.reduce((sum, last, i) => sum + last - raw.first[i]! + 1, 0)
  const streets = roomFor(count, pointCount)
  const crossingSeconds = crossings(survey, slots)
  order.forEach((old, street) => {
    const way = raw.way[old]!
    const rules = survey.rules[way]!
    streets.from[street] = junctionNumber[ends[2 * old]!]!
    streets.to[street] = junctionNumber[ends[2 * old + 1]!]!
    const nodes = slots[way]!.subarray(raw.first[old]!, raw.last[old]! + 1)
    const firstPoint = streets.firstPoint[street]!
    nodes.forEach((slot, i) => {
      streets.points[2 * (firstPoint + i)] = place(slot, 0)
      streets.points[2 * (firstPoint + i) + 1] = place(slot, 1)
    })
    streets.firstPoint[street + 1] = firstPoint + nodes.length
    const lengthMeters = lengthOf(survey, nodes)
    streets.lengthDecimeters[street] = Math.round(lengthMeters * 10)
    const seconds = crossingSeconds(way, lengthMeters)
    streets.impedanceDeciseconds[2 * street] = impedanceOf(rules.forward, lengthMeters, seconds)
    streets.impedanceDeciseconds[2 * street + 1] = impedanceOf(
      rules.backward,
      lengthMeters,
      seconds,
    )
    streets.roadClass[street] = CLASS_NUMBERS.get(rules.roadClass)!
    streets.flags[street] = flagsOf(rules)
    streets.name[street] = texts.numberOf(rules.name)
    streets.ref[street] = texts.numberOf(rules.ref)
  })
  const newNumber = inverse(order)
  const byWay = new Map<number, number[]>()
  raw.way.forEach((way, old) => {
    const known = byWay.get(way)
    if (known) known.push(newNumber[old]!)
    else byWay.set(way, [newNumber[old]!])
  })
  return {
    streets,
    junctionCount: junctionSlots.length,
    junctionPoints: pairs(junctionSlots.length, (i) => junctionSlots[junctionOrder[i]!]!),
    texts: texts.all,
    streetsOfWay: (way) => byWay.get(way) ?? [],
    junctionAt: (slot) => {
      const junction = junctionAtSlot[slot] ?? NO_JUNCTION
      return junction === NO_JUNCTION ? NO_JUNCTION : junctionNumber[junction]!
    },
  }
}

function roomFor(count: number, pointCount: number) {
  return {
    count,
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    firstPoint: new Uint32Array(count + 1),
    points: new Int32Array(2 * pointCount),
    lengthDecimeters: new Uint32Array(count),
    impedanceDeciseconds: new Uint32Array(2 * count),
    roadClass: new Uint8Array(count),
    flags: new Uint8Array(count),
    name: new Uint32Array(count),
    ref: new Uint32Array(count),
  }
}

const CLASS_NUMBERS: ReadonlyMap<RoadClass, number> = new Map(
  ROAD_CLASSES.map((roadClass, number) => [roadClass, number]),
)

/** Each text once; number 0 is the empty one. */
class Texts {
  readonly all: string[] = ['']
  private readonly numbers = new Map<string, number>([['', 0]])

  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}

function flagsOf(rules: WayRules): number {
  const isClosed = rules.forward.kind === 'closed' && rules.backward.kind === 'closed'
  return (
    (rules.toll ? STREET_IS_TOLL : 0) |
    (rules.entersOnlyAtEnds ? STREET_ENTERS_ONLY_AT_ENDS : 0) |
    (isClosed ? STREET_IS_CLOSED : 0) |
    (rules.structure === 'bridge' ? STREET_IS_BRIDGE : 0) |
    (rules.structure === 'tunnel' ? STREET_IS_TUNNEL : 0)
  )
}

/** A stated duration of a way is shared out by length; null where none is, or the way is not whole. */
function crossings(
  survey: Survey,
  slots: readonly Uint32Array[],
): (way: number, lengthMeters: number) => number | null {
  const wayMeters = new Map<number, number>()
  return (way, lengthMeters) => {
    const { durationSeconds } = survey.rules[way]!
    if (durationSeconds === null) return null
    const nodes = slots[way]!
    if (!nodes.every((slot) => survey.hasCome(slot))) return null
    if (!wayMeters.has(way)) wayMeters.set(way, lengthOf(survey, nodes))
    return (durationSeconds * lengthMeters) / (wayMeters.get(way) || 1)
  }
}

/** Whole deciseconds. */
function impedanceOf(rule: DirectionRule, lengthMeters: number, seconds: number | null): number {
  if (rule.kind === 'closed') return CLOSED
  if (seconds !== null) return Math.round(seconds * 10)
  return Math.round((lengthMeters * 36) / rule.speedKmPerHour)
}

function lengthOf(survey: Survey, nodes: Uint32Array): number {
  let meters = 0
  for (let i = 1; i < nodes.length; i++) {
    meters += metersBetween(survey.points, nodes[i - 1]!, survey.points, nodes[i]!)
  }
  return meters
}

function inverse(order: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(order.length)
  order.forEach((old, number) => {
    numbers[old] = number
  })
  return numbers
}

/** Nodes that roads name and that have not come, with the lowest id of them. */
export function missingNodes(survey: Survey): { count: number; firstId: number | null } {
  const isMissed = new Uint8Array(survey.nodeIds.length)
  survey.rules.forEach((_, way) => {
    for (const slot of survey.slotsOf(way)) if (!survey.hasCome(slot)) isMissed[slot] = 1
  })
  const first = isMissed.indexOf(1)
  const count = isMissed.reduce((sum, one) => sum + one, 0)
  return { count, firstId: first < 0 ? null : survey.nodeIds[first]! }
}
