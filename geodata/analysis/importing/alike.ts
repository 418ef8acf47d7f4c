// Which of the rows that are there may be the same thing as a row of a file?
//
// The same code or the same name, however it is written, or a name that is much alike near by. Rows are looked for in
// blocks of the same beginning or ending, so that a million of them are looked at once each.
import { bare, likeness } from '#geodata/analysis/importing/similar.ts'
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

/** What a firm is, not what it is called. */
const FORMS = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|总公司|分公司|公司|工厂|厂)$/
const PREFIXES = /^(中国)?(重庆市?|四川省?|成都市?|宜宾市?|广安市?)/

/** The part of a name that tells it from others. */
export function core(name: string): string {
  let text = bare(name.replace(/[(（][^)）]*[)）]/g, ''))
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(FORMS, '')
  }
  const short = text.replace(PREFIXES, '')
  return short.length >= 2 ? short : text
}

/** Rows as they are added; finds what is alike among them. */
export class AlikeIndex {
  private readonly byCode = new Map<string, Identified>()
  private readonly blocks = new Map<string, Identified[]>()
  private readonly cores = new Map<Identified, string>()

  constructor(rows: Iterable<Identified> = []) {
    for (const row of rows) this.add(row)
  }

  add(row: Identified): void {
    if (row.code) this.byCode.set(row.code, row)
    const name = core(row.nameZh)
    this.cores.set(row, name)
    for (const block of blocksOf(name)) {
      const rows = this.blocks.get(block)
      if (rows) rows.push(row)
      else this.blocks.set(block, [row])
    }
  }

  /** The surest first, at most three. */
  find(row: Identified): Alike[] {
    const name = core(row.nameZh)
    const found = new Map<string, Alike>()
    const same = row.code ? this.byCode.get(row.code) : undefined
    if (same) found.set(same.id, this.compared(row, name, same, 'code'))
    for (const block of blocksOf(name)) {
      for (const other of this.blocks.get(block) ?? []) {
        if (found.has(other.id) || areTwoFirms(row, other)) continue
        const alike = this.compared(row, name, other, 'likeness')
        if (isAlike(alike, row, other)) {
          found.set(other.id, alike.likeness === 1 ? { ...alike, by: 'name' } : alike)
        }
      }
    }
    return [...found.values()].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_SHOWN)
  }

  private compared(row: Identified, name: string, other: Identified, by: Alike['by']): Alike {
    const isKnown = row.adcode !== null && other.adcode !== null
    return {
      id: other.id,
      by,
      likeness: likeness(name, this.cores.get(other) ?? ''),
      isSameArea: isKnown ? row.adcode === other.adcode : null,
      meters: row.lngLat && other.lngLat ? greatCircleMeters(row.lngLat, other.lngLat) : null,
    }
  }
}

const rank = ({ by, likeness: alike }: Alike) => (by === 'code' ? 2 : 0) + alike

/** Two codes are two firms, whatever they are called. */
const areTwoFirms = (one: Identified, other: Identified) =>
  one.code !== null && other.code !== null && one.code !== other.code

function isAlike(alike: Alike, one: Identified, other: Identified): boolean {
  if (alike.likeness >= MUCH_ALIKE) return true
  const open = ((one.radiusKilometers ?? 0) + (other.radiusKilometers ?? 0)) * 1000
  const isNear =
    alike.meters === null ? alike.isSameArea === true : alike.meters <= NEAR_METERS + open
  return isNear && alike.likeness >= ALIKE_NEAR
}

function blocksOf(name: string): string[] {
  const letters = [...name]
  if (letters.length < 2) return [`^${name}`]
  return [...new Set([`^${letters.slice(0, 2).join('')}`, `${letters.slice(-2).join('')}$`])]
}
