// Which of the rows that are there may be the same thing as a row of a file?
//
// The same code or the same name, however it is written, or a name that is much alike near by. How alike two names are is
// the share of pairs of neighbouring characters (similar.ts).
import { bare } from '#geodata/analysis/importing/similar.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'

export type Identified = {
  id: string
  nameZh: string
  /** Unified social credit code; null: unknown. */
  code: string | null
  /** Of the area it lies in; null: unknown. */
  adcode: string | null
  lngLat: LngLat | null
  radiusKilometers: number | null
}

export type Alike = {
  id: string
  by: 'code' | 'name' | 'likeness'
  /** Of the names, 0 … 1. */
  likeness: number
  isSameArea: boolean | null
  /** Null: a place is unknown. */
  meters: number | null
}

/** Names less alike than this are names of two things, unless they lie near. */
const MUCH_ALIKE = 0.88
const ALIKE_NEAR = 0.7
/** Near: within this beyond what the precision of both places leaves open. */
const NEAR_METERS = 2000
const MOST_SHOWN = 3
/** A pair that more rows have is a word of the trade (汽车, 科技), and tells no firm from another. */
const COMMON_ROWS = 1000
/** Of a list whose names differ by a number alone: the rarest pair first, which a row of the same name has too. */
const MOST_LOOKED_AT = 5000

/** What a firm is, not what it is called. */
const FORMS = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|总公司|分公司|公司|工厂|厂)$/
const COUNTRY = /^(中国)?/

/** Provinces and cities before a name, which many firms of a region share. */
export function areaPrefix(names: readonly string[]): RegExp {
  const either = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  return either
    ? new RegExp(`^(中国)?(\\p{Script=Han}{2,3}省)?((${either})[省市]?)?`, 'u')
    : COUNTRY
}

/** The part of a name that tells it from others. */
export function core(name: string, prefix = COUNTRY): string {
  let text = bare(name.replace(/[(（][^)）]*[)）]/g, ''))
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(FORMS, '')
  }
  const short = text.replace(prefix, '')
  return short.length >= 2 ? short : text
}

/**
 * Rows as they are added; finds what is alike among them.
 *
 * Two names of likeness t share so many pairs of characters that any so many of the one's pairs hold one of the other's:
 * only rows that have one of its rarest pairs are looked at (prefix filter: Chaudhuri, Ganti, Kaushik 2006). Kept as
 * numbers in a row, so that a million rows take some tens of megabytes.
 */
export class AlikeIndex {
  private readonly prefix: RegExp
  private readonly byCode = new Map<string, number>()
  /** Pairs of characters in buckets: how many rows a bucket has, and the last of a chain of them. */
  private readonly counts = new Int32Array(BUCKETS)
  private readonly lasts = new Int32Array(BUCKETS).fill(-1)
  private chainRows = new Int32Array(1024)
  private chainBefore = new Int32Array(1024)
  private chained = 0
  /** Pairs of all rows, sorted within each, and where a row's begin. */
  private pool = new Int32Array(1024)
  private starts = new Int32Array(1024)
  private readonly ids: string[] = []
  private readonly codes: (string | null)[] = []
  private readonly adcodes: (string | null)[] = []
  /** Longitude, latitude, radius in kilometers of each row; not a number: unknown. */
  private places = new Float64Array(1024)
  private seen = new Int32Array(1024)
  private round = 0

  /** `prefix`: what names of the region begin with. */
  constructor(rows: Iterable<Identified> = [], prefix = COUNTRY) {
    this.prefix = prefix
    for (const row of rows) this.add(row)
  }

  add(row: Identified): void {
    const at = this.ids.length
    this.ids.push(row.id)
    this.codes.push(row.code)
    this.adcodes.push(row.adcode)
    const [lng = Number.NaN, lat = Number.NaN] = row.lngLat ?? []
    this.places = holding(this.places, at * 3 + 3)
    this.places.set([lng, lat, row.radiusKilometers ?? 0], at * 3)
    if (row.code) this.byCode.set(row.code, at)
    const pairs = pairsOf(core(row.nameZh, this.prefix))
    this.starts = holding(this.starts, at + 2)
    const from = this.starts[at] ?? 0
    this.starts[at + 1] = from + pairs.length
    this.pool = holding(this.pool, from + pairs.length)
    this.pool.set(pairs, from)
    for (const pair of new Set(pairs)) this.chain(bucketOf(pair), at)
  }

  private chain(bucket: number, row: number): void {
    this.chainRows = holding(this.chainRows, this.chained + 1)
    this.chainBefore = holding(this.chainBefore, this.chained + 1)
    this.chainRows[this.chained] = row
    this.chainBefore[this.chained] = this.lasts[bucket] ?? -1
    this.lasts[bucket] = this.chained
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1
    this.chained += 1
  }

  /** The surest first, at most three. */
  find(row: Identified): Alike[] {
    const numbers = pairsOf(core(row.nameZh, this.prefix))
    const found = new Map<number, Alike>()
    const same = row.code ? this.byCode.get(row.code) : undefined
    if (same !== undefined) found.set(same, { ...this.compared(row, numbers, same), by: 'code' })
    for (const other of this.candidates(numbers)) {
      const otherCode = this.codes[other] ?? null
      // Two codes are two firms, whatever they are called.
      if (found.has(other) || (row.code && otherCode && row.code !== otherCode)) continue
      const alike = this.likenessTo(numbers, other)
      if (alike < ALIKE_NEAR || (alike < MUCH_ALIKE && !this.isNear(row, other))) continue
      const by = alike === 1 ? 'name' : 'likeness'
      found.set(other, { ...this.compared(row, numbers, other), by })
    }
    return [...found.values()].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_SHOWN)
  }

  /** Each row once that may be alike enough. */
  private *candidates(pairs: Int32Array): Generator<number> {
    const least = Math.ceil((ALIKE_NEAR * pairs.length) / (2 - ALIKE_NEAR))
    const rowsIn = (bucket: number) => this.counts[bucket] ?? 0
    const rarest = [...new Set(Array.from(pairs, bucketOf))]
      .sort((a, b) => rowsIn(a) - rowsIn(b))
      .slice(0, pairs.length - least + 1)
      .filter((bucket, index) => index === 0 || rowsIn(bucket) <= COMMON_ROWS)
    this.round += 1
    this.seen = holding(this.seen, this.ids.length)
    let left = MOST_LOOKED_AT
    for (const bucket of rarest) {
      for (let at = this.lasts[bucket] ?? -1; at >= 0; at = this.chainBefore[at] ?? -1) {
        const row = this.chainRows[at] ?? 0
        if (this.seen[row] === this.round) continue
        this.seen[row] = this.round
        yield row
        left -= 1
        if (left === 0) return
      }
    }
  }

  private likenessTo(numbers: Int32Array, other: number): number {
    const [from = 0, to = 0] = [this.starts[other], this.starts[other + 1]]
    let shared = 0
    let [mine, theirs] = [0, from]
    while (mine < numbers.length && theirs < to) {
      const [one = 0, two = 0] = [numbers[mine], this.pool[theirs]]
      if (one === two) shared += 1
      if (one <= two) mine += 1
      if (two <= one) theirs += 1
    }
    const all = numbers.length + to - from
    return all === 0 ? 0 : (2 * shared) / all
  }

  private isNear(row: Identified, other: number): boolean {
    const meters = this.metersTo(row, other)
    if (meters === null) return row.adcode !== null && row.adcode === this.adcodes[other]
    const open = ((row.radiusKilometers ?? 0) + (this.places[other * 3 + 2] ?? 0)) * 1000
    return meters <= NEAR_METERS + open
  }

  /** Null: a place is unknown. */
  private metersTo({ lngLat }: Identified, other: number): number | null {
    const [lng = 0, lat = 0] = [this.places[other * 3], this.places[other * 3 + 1]]
    return lngLat && !Number.isNaN(lng) ? greatCircleMeters(lngLat, [lng, lat]) : null
  }

  private compared(row: Identified, numbers: Int32Array, other: number): Omit<Alike, 'by'> {
    const adcode = this.adcodes[other] ?? null
    return {
      id: this.ids[other] ?? '',
      likeness: this.likenessTo(numbers, other),
      isSameArea: row.adcode !== null && adcode !== null ? row.adcode === adcode : null,
      meters: this.metersTo(row, other),
    }
  }
}

const rank = ({ by, likeness: alike }: Alike) => (by === 'code' ? 2 : 0) + alike

/** Of neighbouring characters, sorted; a name of one is its own. */
function pairsOf(name: string): Int32Array {
  if (name.length === 1) return Int32Array.of(name.charCodeAt(0))
  const pairs = new Int32Array(Math.max(0, name.length - 1))
  for (let at = 0; at < pairs.length; at++) {
    pairs[at] = (name.charCodeAt(at) << 16) | name.charCodeAt(at + 1)
  }
  return pairs.sort()
}

/** A million of them: pairs that share one only add rows to look at. */
const BUCKETS = 1 << 20
const bucketOf = (pair: number) => Math.imul(pair, 0x9e3779b1) >>> 12

/** The same numbers, with room for so many. */
function holding<T extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: T,
  count: number,
): T {
  if (count <= numbers.length) return numbers
  const Numbers = numbers.constructor as new (length: number) => T
  const larger = new Numbers(Math.max(count, numbers.length * 2))
  larger.set(numbers)
  return larger
}
