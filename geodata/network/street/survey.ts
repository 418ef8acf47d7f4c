// What must be remembered of an extract while it is read, so that memory follows its roads alone?
//
// The extract is read twice: ways and restrictions first, then the nodes those ways name; whatever
// is no road is forgotten at once. Node ids lie sorted, so a node finds its slot by halving, or at
// once where nodes come in order, as extracts have them.
//
//   way w          refs firstRef[w] up to endRef[w], after `expectNodes` slots of nodeIds
//   node slot n    nodeIds[n], points[2 n] and points[2 n + 1], isBarrier[n]
//
// Of several versions of an element the newest counts, whichever comes first; of equal ones, and
// where no version is written, the first. A newer version that is no road any more may come before
// the older one and is forgotten then: `passing` hears of it again in the second reading.
import { barrierCloses } from '#geodata/network/osm/barrier.ts'
import { type TurnRule, turnRule } from '#geodata/network/osm/restriction.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { unreadLimits } from '#geodata/network/osm/unread-limits.ts'
import { type WayRules, wayRules } from '#geodata/network/osm/way-rules.ts'
import type { Unread } from '#geodata/network/street/street-network.ts'
import { unreadOf } from '#geodata/network/street/unread.ts'

/** A longitude no node has: the node has not come. */
export const NOT_COME = 0x7fff_ffff

export type SurveyedRestriction = Exclude<TurnRule, { kind: 'unread' }> & {
  fromWays: number[]
  viaNode: number | null
  viaWays: number[]
  toWays: number[]
}

export type Member = { kind: 'node' | 'way' | 'relation'; ref: number; role: string }

type KnownRelation = { version: number; is: SurveyedRestriction | { unread: string } | null }

/** Older than every version, those that say none as well. */
const NO_VERSION = -1

export class Survey {
  readonly wayIds: number[] = []
  readonly rules: WayRules[] = []
  /** Set by `expectNodes`. */
  nodeIds = new Float64Array(0)
  points = new Int32Array(0)
  isBarrier = new Uint8Array(0)
  /** True where no motorway says its direction, so that none is taken for one-way. */
  motorwaysBothWays = false
  private readonly firstRef: number[] = []
  private readonly endRef: number[] = []
  private refs = new Float64Array(1024)
  private refCount = 0
  private readonly wayVersions: number[] = []
  private readonly numberOfWay = new Map<number, number>()
  private readonly rulesBothWays = new Map<number, WayRules>()
  private readonly motorwaysWithDirection = new Set<number>()
  private readonly relations = new Map<number, KnownRelation>()
  private nodeVersions = new Int32Array(0)
  /** What cannot be read, by way number and by node slot. */
  private readonly unreadOfWay = new Map<number, string[]>()
  private readonly unreadOfNode = new Map<number, string[]>()
  private nextSlot = 0

  addWay(id: number, refs: Float64Array, tags: Tags, version = 0): void {
    const known = this.numberOfWay.get(id)
    if (known !== undefined && version <= this.wayVersions[known]!) return
    const rules = wayRules(tags)
    if (!rules || refs.length < 2) {
      this.passing('way', id, version)
      return
    }
    const way = known ?? this.rules.length
    this.numberOfWay.set(id, way)
    this.wayIds[way] = id
    this.rules[way] = rules
    this.wayVersions[way] = version
    this.firstRef[way] = this.refCount
    this.keep(refs)
    this.endRef[way] = this.refCount
    this.noteMotorway(way, tags)
    const isOpen = rules.forward.kind === 'open' || rules.backward.kind === 'open'
    this.note(this.unreadOfWay, way, isOpen ? unreadLimits(tags) : [])
  }

  addRelation(id: number, members: readonly Member[], tags: Tags, version = 0): void {
    const known = this.relations.get(id)
    if (known !== undefined && version <= known.version) return
    const rule = turnRule(tags)
    if (!rule) {
      this.passing('relation', id, version)
      return
    }
    if (rule.kind === 'unread') {
      this.relations.set(id, { version, is: { unread: rule.said } })
      return
    }
    const ways = (role: string) =>
      members.filter((one) => one.role === role && one.kind === 'way').map(({ ref }) => ref)
    const via = members.find((one) => one.role === 'via' && one.kind === 'node')
    const is = {
      ...rule,
      fromWays: ways('from'),
      viaNode: via?.ref ?? null,
      viaWays: ways('via'),
      toWays: ways('to'),
    }
    this.relations.set(id, { version, is })
  }

  /** A version of which nothing is kept: where it is newer than the one known, that one ends. */
  passing(kind: 'way' | 'relation', id: number, version: number): void {
    const way = this.numberOfWay.get(id)
    if (kind === 'way' && way !== undefined && version > this.wayVersions[way]!) {
      this.endWay(way, version)
    }
    const relation = this.relations.get(id)
    if (kind === 'relation' && relation && version > relation.version) {
      this.relations.set(id, { version, is: null })
    }
  }

  /** A version in which the element is deleted; without a number it is the newest there is. */
  gone(kind: Member['kind'], id: number, version: number): void {
    const asVersion = version > 0 ? version : Number.MAX_SAFE_INTEGER
    if (kind !== 'node') this.passing(kind, id, asVersion)
    else this.placeNode(id, NOT_COME, NOT_COME, undefined, Math.min(asVersion, 0x7fff_ffff))
  }

  /** Those of the newest versions that are known and understood. */
  get restrictions(): SurveyedRestriction[] {
    return [...this.relations.values()].flatMap(({ is }) => (is && 'kind' in is ? [is] : []))
  }

  /** Limits, speeds and durations that say something nobody can read. */
  get unreadLimits(): Unread {
    const ofWays = [...this.unreadOfWay].map(
      ([way, said]) => [`way ${this.wayIds[way]}`, said] as const,
    )
    const ofNodes = [...this.unreadOfNode].map(
      ([slot, said]) => [`node ${this.nodeIds[slot]}`, said] as const,
    )
    return unreadOf([...ofWays, ...ofNodes])
  }

  /** Turn restrictions of which nobody can tell what they forbid. */
  get unreadRestrictions(): Unread {
    return unreadOf(
      [...this.relations].flatMap(([id, { is }]) =>
        is && 'unread' in is ? [[`relation ${id}`, [is.unread]] as const] : [],
      ),
    )
  }

  /** Ends the reading of ways: from now on nodes come. */
  expectNodes(): void {
    if (this.rulesBothWays.size > 0 && this.motorwaysWithDirection.size === 0) {
      this.motorwaysBothWays = true
      for (const [way, rules] of this.rulesBothWays) this.rules[way] = rules
    }
    const sorted = this.livingRefs().sort()
    let count = 0
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!
    }
    this.nodeIds = sorted.slice(0, count)
    this.points = new Int32Array(2 * count).fill(NOT_COME)
    this.isBarrier = new Uint8Array(count)
    this.nodeVersions = new Int32Array(count).fill(NO_VERSION)
  }

  addNode(id: number, lng7: number, lat7: number, tags: Tags | undefined, version = 0): void {
    this.placeNode(id, lng7, lat7, tags, version)
  }

  /** Places that a file writes on its ways, for the nodes it does not hold itself. */
  addPlaces(id: number, refs: Float64Array, places: Int32Array, version = 0): void {
    const way = this.numberOfWay.get(id)
    if (way === undefined || version !== this.wayVersions[way]) return
    refs.forEach((ref, i) => {
      const slot = this.slotOf(ref)
      if (slot < 0 || this.nodeVersions[slot] !== NO_VERSION || this.hasCome(slot)) return
      this.points[2 * slot] = places[2 * i]!
      this.points[2 * slot + 1] = places[2 * i + 1]!
    })
  }

  hasCome(slot: number): boolean {
    return this.points[2 * slot] !== NOT_COME
  }

  /** Node slots of a way, in its order; none where a newer version of it is no road any more. */
  slotsOf(way: number): number[] {
    const refs = this.refs.subarray(this.firstRef[way], this.endRef[way])
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

  private placeNode(
    id: number,
    lng7: number,
    lat7: number,
    tags: Tags | undefined,
    version: number,
  ): void {
    const slot = this.slotOf(id)
    if (slot < 0 || version <= this.nodeVersions[slot]!) return
    this.nodeVersions[slot] = version
    this.points[2 * slot] = lng7
    this.points[2 * slot + 1] = lat7
    const isClosed = tags !== undefined && barrierCloses(tags)
    this.isBarrier[slot] = isClosed ? 1 : 0
    const isPassed = tags?.barrier !== undefined && !isClosed
    this.note(this.unreadOfNode, slot, isPassed ? unreadLimits(tags) : [])
  }

  private keep(refs: Float64Array): void {
    const count = this.refCount
    if (count + refs.length > this.refs.length) {
      const longer = new Float64Array(2 * (count + refs.length))
      longer.set(this.refs)
      this.refs = longer
    }
    this.refs.set(refs, count)
    this.refCount = count + refs.length
  }

  private noteMotorway(way: number, tags: Tags): void {
    this.rulesBothWays.delete(way)
    this.motorwaysWithDirection.delete(way)
    const { roadClass } = this.rules[way]!
    if (roadClass !== 'motorway' && roadClass !== 'motorway_link') return
    if (tags.oneway !== undefined) this.motorwaysWithDirection.add(way)
    const both = wayRules(tags, undefined, { assumeMotorwayOneway: false })
    if (both) this.rulesBothWays.set(way, both)
  }

  private endWay(way: number, version: number): void {
    this.wayVersions[way] = version
    this.endRef[way] = this.firstRef[way]!
    this.rulesBothWays.delete(way)
    this.motorwaysWithDirection.delete(way)
    this.unreadOfWay.delete(way)
  }

  private note(unread: Map<number, string[]>, number: number, said: string[]): void {
    if (said.length > 0) unread.set(number, said)
    else if (unread.size > 0) unread.delete(number)
  }

  /** References of ways as they are now, without those of older versions. */
  private livingRefs(): Float64Array {
    const living = new Float64Array(this.refCount)
    let count = 0
    this.firstRef.forEach((first, way) => {
      const refs = this.refs.subarray(first, this.endRef[way])
      living.set(refs, count)
      count += refs.length
    })
    return living.subarray(0, count)
  }
}
