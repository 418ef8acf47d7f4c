// Which of the rows that are there may be the same thing as a row of a file?
//
// The same code or the same name, however it is written, or a name that is much alike near by. How alike two names are is
// the share of pairs of neighbouring characters (similar.ts).
import { bare } from '#geodata/analysis/importing/similar.ts'
import { holding, TextNumbers } from '#geodata/analysis/importing/text-numbers.ts'
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

const FIRST = 1024

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

/** No name is longer; what stands behind tells nothing. */
const LONGEST_NAME = 400

/** The part of a name that tells it from others. */
export function core(name: string, prefix = COUNTRY): string {
  let text = bare(name.slice(0, LONGEST_NAME).replace(/[(（][^)）]*[)）]/g, ''))
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
  /** Codes by number, the row that had it last, and whether more than one row has it. */
  private readonly codeNumbers = new TextNumbers({ isSought: true })
  private codeRows = new Int32Array(FIRST)
  private readonly severalHave = new Set<number>()
  /** Pairs of characters in buckets: how many rows a bucket has, and the last of a chain of them. */
  private readonly counts = new Int32Array(BUCKETS)
  private readonly lasts = new Int32Array(BUCKETS).fill(-1)
  /** A row that has a code is never compared with one that has another: those with codes are chained by themselves. */
  private readonly lastsWithCode = new Int32Array(BUCKETS).fill(-1)
  /** Pairs of all rows, sorted within each, where a row's begin, and which one of the same bucket comes before. */
  private pool = new Int32Array(FIRST)
  private before = new Int32Array(FIRST)
  private starts = new Int32Array(FIRST)
  private readonly ids = new TextNumbers({ isSought: false })
  /** By row the numbers of its code and its area; −1: unknown. */
  private codes = new Int32Array(FIRST)
  private areas = new Int32Array(FIRST)
  private readonly adcodes: string[] = []
  private readonly areaNumbers = new Map<string, number>()
  /** Longitude, latitude, radius in kilometers of each row; not a number: unknown. */
  private places = new Float64Array(FIRST)
  private seen = new Int32Array(FIRST)
  private round = 0
  /** Of the name asked for last: a row that is new is looked for, and then added. */
  private last: { name: string; pairs: Int32Array } = { name: '', pairs: new Int32Array(0) }

  /** `prefix`: what names of the region begin with. */
  constructor(rows: Iterable<Identified> = [], prefix = COUNTRY) {
    this.prefix = prefix
    for (const row of rows) this.add(row)
  }

  add(row: Identified): void {
    const at = this.ids.add(row.id)
    this.codes = holding(this.codes, at + 1)
    this.codes[at] = row.code ? this.codeOf(row.code, at) : -1
    this.areas = holding(this.areas, at + 1)
    this.areas[at] = row.adcode === null ? -1 : this.areaOf(row.adcode)
    this.places = holding(this.places, at * 3 + 3)
    this.places[at * 3] = row.lngLat?.[0] ?? Number.NaN
    this.places[at * 3 + 1] = row.lngLat?.[1] ?? Number.NaN
    this.places[at * 3 + 2] = row.radiusKilometers ?? 0
    const pairs = this.pairsIn(row.nameZh)
    this.starts = holding(this.starts, at + 2)
    const from = this.starts[at] ?? 0
    this.starts[at + 1] = from + pairs.length
    this.pool = holding(this.pool, from + pairs.length)
    this.pool.set(pairs, from)
    this.before = holding(this.before, from + pairs.length)
    const lasts = row.code ? this.lastsWithCode : this.lasts
    for (let one = 0; one < pairs.length; one++) {
      const pair = pairs[one] ?? 0
      if (one === 0 || pair !== pairs[one - 1]) this.chain(bucketOf(pair), from + one, lasts)
    }
  }

  private codeOf(code: string, row: number): number {
    const known = this.codeNumbers.find(code)
    if (known >= 0) this.severalHave.add(known)
    const number = known >= 0 ? known : this.codeNumbers.add(code)
    this.codeRows = holding(this.codeRows, number + 1)
    this.codeRows[number] = row
    return number
  }

  private areaOf(adcode: string): number {
    const known = this.areaNumbers.get(adcode)
    if (known !== undefined) return known
    const number = this.adcodes.push(adcode) - 1
    this.areaNumbers.set(adcode, number)
    return number
  }

  private pairsIn(name: string): Int32Array {
    if (this.last.name !== name) this.last = { name, pairs: pairsOf(core(name, this.prefix)) }
    return this.last.pairs
  }

  private chain(bucket: number, place: number, lasts: Int32Array): void {
    this.before[place] = lasts[bucket] ?? -1
    lasts[bucket] = place
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1
  }

  /** The row of a pair: the last that begins there or before it. */
  private rowAt(place: number): number {
    let [first, last] = [0, this.ids.count - 1]
    while (first < last) {
      const middle = (first + last + 1) >> 1
      if ((this.starts[middle] ?? 0) <= place) first = middle
      else last = middle - 1
    }
    return first
  }

  /** The surest first, at most three. */
  find(row: Identified): Alike[] {
    const numbers = this.pairsIn(row.nameZh)
    const found: Alike[] = []
    const code = row.code ? this.codeNumbers.find(row.code) : -1
    const same = code < 0 ? -1 : (this.codeRows[code] ?? -1)
    if (same >= 0) found.push({ ...this.compared(row, numbers, same), by: 'code' })
    // Two codes are two firms, whatever they are called.
    const isWithCodes = !row.code || this.severalHave.has(code)
    for (const other of this.candidates(numbers, isWithCodes)) {
      const otherCode = this.codes[other] ?? -1
      if (other === same || (row.code && otherCode >= 0 && otherCode !== code)) continue
      const alike = this.likenessTo(numbers, other)
      if (alike < ALIKE_NEAR || (alike < MUCH_ALIKE && !this.isNear(row, other))) continue
      const by = alike === 1 ? 'name' : 'likeness'
      found.push({ ...this.compared(row, numbers, other), by })
    }
    return found.sort((a, b) => rank(b) - rank(a)).slice(0, MOST_SHOWN)
  }

  /** Each row once that may be alike enough, bucket by bucket, in each the one added last first. */
  private candidates(pairs: Int32Array, isWithCodes: boolean): number[] {
    this.round += 1
    this.seen = holding(this.seen, this.ids.count)
    const rows: number[] = []
    for (const bucket of this.rarestBuckets(pairs)) {
      let plain = this.lasts[bucket] ?? -1
      let coded = isWithCodes ? (this.lastsWithCode[bucket] ?? -1) : -1
      while (plain >= 0 || coded >= 0) {
        const at = Math.max(plain, coded)
        if (at === plain) plain = this.before[at] ?? -1
        else coded = this.before[at] ?? -1
        const row = this.rowAt(at)
        if (this.seen[row] === this.round) continue
        this.seen[row] = this.round
        if (rows.push(row) === MOST_LOOKED_AT) return rows
      }
    }
    return rows
  }

  private rarestBuckets(pairs: Int32Array): number[] {
    const least = Math.ceil((ALIKE_NEAR * pairs.length) / (2 - ALIKE_NEAR))
    const rowsIn = (bucket: number) => this.counts[bucket] ?? 0
    const buckets: number[] = []
    for (const pair of pairs) {
      const bucket = bucketOf(pair)
      if (!buckets.includes(bucket)) buckets.push(bucket)
    }
    return buckets
      .sort((a, b) => rowsIn(a) - rowsIn(b))
      .slice(0, pairs.length - least + 1)
      .filter((bucket, index) => index === 0 || rowsIn(bucket) <= COMMON_ROWS)
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
    if (meters === null) return row.adcode !== null && row.adcode === this.adcodeAt(other)
    const open = ((row.radiusKilometers ?? 0) + (this.places[other * 3 + 2] ?? 0)) * 1000
    return meters <= NEAR_METERS + open
  }

  private adcodeAt(row: number): string | null {
    return this.adcodes[this.areas[row] ?? -1] ?? null
  }

  /** Null: a place is unknown. */
  private metersTo({ lngLat }: Identified, other: number): number | null {
    const [lng = 0, lat = 0] = [this.places[other * 3], this.places[other * 3 + 1]]
    return lngLat && !Number.isNaN(lng) ? greatCircleMeters(lngLat, [lng, lat]) : null
  }

  private compared(row: Identified, numbers: Int32Array, other: number): Omit<Alike, 'by'> {
    const adcode = this.adcodeAt(other)
    return {
      id: this.ids.at(other),
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
  return sorted(pairs)
}

/** In place; of so few, one put before the other is faster than a sort that is called. */
function sorted(few: Int32Array): Int32Array {
  if (few.length > 40) return few.sort()
  for (let at = 1; at < few.length; at++) {
    const one = few[at] ?? 0
    let place = at
    for (; place > 0 && (few[place - 1] ?? 0) > one; place--) few[place] = few[place - 1] ?? 0
    few[place] = one
  }
  return few
}

/** A million of them: pairs that share one only add rows to look at. */
const BUCKETS = 1 << 20
const bucketOf = (pair: number) => Math.imul(pair, 0x9e3779b1) >>> 12
