// What must be remembered of an extract while it is read, so that memory follows its roads alone?
//
// The extract is read twice: ways and restrictions first, then the nodes those ways name; whatever
// is no road is forgotten at once. Node ids lie sorted, so a node finds its slot by halving, or at
// once where nodes come in order, as extracts have them.
//
//   way w          refs firstRef[w] up to firstRef[w + 1], after `expectNodes` slots of nodeIds
//   node slot n    nodeIds[n], points[2 n] and points[2 n + 1], isBarrier[n]
import { barrierCloses } from '#geodata/network/osm/barrier.ts'
import { turnRule } from '#geodata/network/osm/restriction.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { type WayRules, wayRules } from '#geodata/network/osm/way-rules.ts'

/** A longitude no node has: the node has not come. */
export const NOT_COME = 0x7fff_ffff

export type SurveyedRestriction = {
  kind: 'no' | 'only'
  fromWays: number[]
  viaNode: number | null
  viaWays: number[]
  toWays: number[]
}

export type Member = { kind: 'node' | 'way' | 'relation'; ref: number; role: string }

export class Survey {
  readonly wayIds: number[] = []
  readonly rules: WayRules[] = []
  readonly firstRef: number[] = [0]
  readonly restrictions: SurveyedRestriction[] = []
  /** Set by `expectNodes`. */
  nodeIds = new Float64Array(0)
  points = new Int32Array(0)
  isBarrier = new Uint8Array(0)
  /** True where no motorway says its direction, so that none is taken for one-way. */
  motorwaysBothWays = false
  private refs = new Float64Array(1024)
  private readonly rulesBothWays = new Map<number, WayRules>()
  private motorwaysWithDirection = 0
  private readonly seenWays = new Set<number>()
  private readonly seenRestrictions = new Set<number>()
  private nextSlot = 0

  /** A way that was in an extract read before is the same way. */
  addWay(id: number, refs: Float64Array, tags: Tags): void {
    const rules = wayRules(tags)
    if (!rules || refs.length < 2 || this.seenWays.has(id)) return
    this.seenWays.add(id)
    if (rules.roadClass === 'motorway' || rules.roadClass === 'motorway_link') {
      if (tags.oneway !== undefined) this.motorwaysWithDirection++
      const both = wayRules(tags, undefined, { assumeMotorwayOneway: false })
      if (both) this.rulesBothWays.set(this.rules.length, both)
    }
    const count = this.firstRef.at(-1)!
    if (count + refs.length > this.refs.length) {
      const longer = new Float64Array(2 * (count + refs.length))
      longer.set(this.refs)
      this.refs = longer
    }
    this.refs.set(refs, count)
    this.firstRef.push(count + refs.length)
    this.wayIds.push(id)
    this.rules.push(rules)
  }

  addRelation(id: number, members: readonly Member[], tags: Tags): void {
    const rule = turnRule(tags)
    if (!rule || this.seenRestrictions.has(id)) return
    this.seenRestrictions.add(id)
    const ways = (role: string) =>
      members.filter((one) => one.role === role && one.kind === 'way').map(({ ref }) => ref)
    const via = members.find((one) => one.role === 'via' && one.kind === 'node')
    this.restrictions.push({
      kind: rule.kind,
      fromWays: ways('from'),
      viaNode: via?.ref ?? null,
      viaWays: ways('via'),
      toWays: ways('to'),
    })
  }

  /** Ends the reading of ways: from now on nodes come. */
  expectNodes(): void {
    if (this.rulesBothWays.size > 0 && this.motorwaysWithDirection === 0) {
      this.motorwaysBothWays = true
      for (const [way, rules] of this.rulesBothWays) this.rules[way] = rules
    }
    const refs = this.refs.subarray(0, this.firstRef.at(-1))
    const sorted = refs.slice().sort()
    let count = 0
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!
    }
    this.nodeIds = sorted.slice(0, count)
    this.points = new Int32Array(2 * count).fill(NOT_COME)
    this.isBarrier = new Uint8Array(count)
  }

  addNode(id: number, lng7: number, lat7: number, tags: Tags | undefined): void {
    const slot = this.slotOf(id)
    if (slot < 0) return
    this.points[2 * slot] = lng7
    this.points[2 * slot + 1] = lat7
    if (tags && barrierCloses(tags)) this.isBarrier[slot] = 1
  }

  /** Node slots of a way, in its order. */
  slotsOf(way: number): number[] {
    const refs = this.refs.subarray(this.firstRef[way], this.firstRef[way + 1])
    return Array.from(refs, (id) => this.slotOf(id))
  }

  /** Slot of a node id; −1 where no road names it. */
  slotOf(id: number): number {
    const { nodeIds } = this
    const expected = nodeIds[this.nextSlot]!
    if (expected === id) return this.nextSlot++
    // Most nodes of an extract belong to no road: in a row of rising ids they fall between two slots.
    if (id < expected && this.nextSlot > 0 && nodeIds[this.nextSlot - 1]! < id) return -1
    let low = 0
    let high = nodeIds.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const there = nodeIds[middle]!
      if (there === id) {
        this.nextSlot = middle + 1
        return middle
      }
      if (there < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
