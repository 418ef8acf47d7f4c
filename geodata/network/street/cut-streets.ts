// Where do the ways of a survey meet, and which streets lie between?
//
// A node is a junction where a way ends or ways meet. At a barrier no truck passes, so every street
// that touches it ends at a junction of its own there.
//
//   way 1   a ───── b ───── c          junctions a, b, c, d, e: streets a–b, b–c, d–b, b–e
//   way 2           d ── b ── e

import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import type { WayRules } from '#geodata/network/osm/way-rules.ts'
import { metersBetween } from '#geodata/network/street/ground-distance.ts'
import { hilbertOrder } from '#geodata/network/street/hilbert.ts'
import {
  CLOSED,
  STREET_ENTERS_ONLY_AT_ENDS,
  STREET_IS_CLOSED,
  STREET_IS_TOLL,
  type Streets,
} from '#geodata/network/street/street-network.ts'
import { NOT_COME, type Survey } from '#geodata/network/street/survey.ts'

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
    let first = 0
    for (let i = 1; i < nodes.length; i++) {
      const slot = nodes[i]!
      const isEnd = i === nodes.length - 1 || junctionAtSlot[slot] !== NO_JUNCTION
      if (!isEnd && survey.isBarrier[slot] === 0) continue
      raw.way.push(way)
      raw.first.push(first)
      raw.last.push(i)
      ends.push(endAt(nodes[first]!), endAt(slot))
      first = i
    }
  })
  return numbered(survey, slots, raw, ends, junctionSlots, junctionAtSlot)
}

/** NO_JUNCTION, or anything else where ways end or meet; a barrier is no common junction. */
function junctionsOf(survey: Survey, slots: readonly Uint32Array[]): Int32Array {
  const uses = new Uint8Array(survey.nodeIds.length)
  for (const nodes of slots) {
    nodes.forEach((slot, i) => {
      const isEnd = i === 0 || i === nodes.length - 1
      uses[slot] = Math.min(2, uses[slot]! + (isEnd ? 2 : 1))
    })
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
  const wayMeters = new Map<number, number>()
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
    if (rules.durationSeconds !== null && !wayMeters.has(way)) {
      wayMeters.set(way, lengthOf(survey, slots[way]!))
    }
    const share = lengthMeters / (wayMeters.get(way) || 1)
    streets.impedanceDeciseconds[2 * street] = impedanceOf(rules, 'forward', lengthMeters, share)
    streets.impedanceDeciseconds[2 * street + 1] = impedanceOf(
      rules,
      'backward',
      lengthMeters,
      share,
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
    (isClosed ? STREET_IS_CLOSED : 0)
  )
}

/** Whole deciseconds; a stated duration of the way is shared out by length. */
function impedanceOf(
  rules: WayRules,
  direction: 'forward' | 'backward',
  lengthMeters: number,
  shareOfWay: number,
): number {
  const rule = rules[direction]
  if (rule.kind === 'closed') return CLOSED
  if (rules.durationSeconds !== null) return Math.round(rules.durationSeconds * 10 * shareOfWay)
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

/** Ways whose nodes have not all come, with the first id that is missing. */
export function missingNodes(survey: Survey): { count: number; firstId: number | null } {
  let count = 0
  let firstId: number | null = null
  for (let slot = 0; slot < survey.nodeIds.length; slot++) {
    if (survey.points[2 * slot] !== NOT_COME) continue
    count++
    firstId ??= survey.nodeIds[slot]!
  }
  return { count, firstId }
}
