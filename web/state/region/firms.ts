// The firms that the page holds: all of them, or, where a region has more than a page can carry, those
// that were asked for so far.
//
// What reads a firm by its id says so with `firmOf`, what reads the firms of a place with `firmsWhere`: the
// page then fetches what it does not hold, and whoever read is run again when it is there.
import { batch, computed, signal } from '@preact/signals'
import type { Company, Link } from '#geodata/contract/collections.ts'
import { listAllFirms, listFirms } from '#web/api/firms.ts'

/** A region with more is not loaded as a whole. */
export const MOST_WHOLE = 5_000
const PAGE_FIRMS = 2_500
/** Ids in one address. */
const MOST_IDS = 100
/** Of a typed name so many are offered. */
export const MOST_NAMED = 60

export const companies = signal<Company[]>([])

/** How many firms there are where the page does not hold them all; null: it does. */
export const manyFirms = signal<number | null>(null)

const byId = computed(() => new Map(companies.value.map((firm) => [firm.properties.id, firm])))

/** Asked for by id, and not there. */
const notFound = signal<ReadonlySet<string>>(new Set())

/** What was asked for since the list was read: ids, and searches. */
const asked = new Set<string>()
let waiting: string[] = []

/** How many firms answer a search, by its words. */
const counts = signal<ReadonlyMap<string, number>>(new Map())

/** Reads all firms, or how many there are; those that were held are read anew. */
export async function loadFirms(): Promise<void> {
  const { numberMatched } = await pageOf(0, 1)
  if (numberMatched > MOST_WHOLE) {
    const held = manyFirms.peek() === null ? [] : [...byId.peek().keys()]
    const again = await Promise.all(inParts(held, MOST_IDS).map(firmsOfIds))
    asked.clear()
    batch(() => {
      manyFirms.value = numberMatched
      notFound.value = new Set()
      counts.value = new Map()
      companies.value = again.flat()
    })
    return
  }
  const all: Company[] = []
  for (let total = numberMatched; all.length < total; ) {
    const page = await pageOf(all.length, PAGE_FIRMS)
    if (page.features.length === 0) break
    for (const firm of page.features) all.push(firm)
    // One may have been added meanwhile.
    total = page.numberMatched
  }
  batch(() => {
    manyFirms.value = null
    companies.value = all
  })
}

/** The firm of that id; undefined while it is on its way, or where there is none. */
export function firmOf(id: string | null | undefined): Company | undefined {
  if (!id) return undefined
  const found = byId.value.get(id)
  if (!found && manyFirms.value !== null && !asked.has(id)) {
    asked.add(id)
    waiting.push(id)
    if (waiting.length === 1) queueMicrotask(() => void fetchWaiting())
  }
  return found
}

/** Is it known that there is no such firm? While it is on its way it is not. */
export function isNoFirm(id: string): boolean {
  return firmOf(id) === undefined && (manyFirms.value === null || notFound.value.has(id))
}

/** The firms of a park or a district, as far as they have come. */
export function firmsWhere(property: 'parkId' | 'adcode', value: string): Company[] {
  askOnce(`${property}=${value}`, () => listAllFirms(new URLSearchParams({ [property]: value })))
  return companies.value.filter(({ properties }) => properties[property] === value)
}

/** Where links end at firms: they are wanted with what links are counted for. */
export function askEndsOf(links: readonly Link[]): void {
  if (manyFirms.value === null) return
  for (const { properties } of links) {
    for (const id of [...properties.fromIds, ...properties.toIds]) firmOf(id)
  }
}

/** Fetches the first firms in which these words stand: for a field in which a firm is typed. */
export function askFirmsNamed(text: string): void {
  const q = text.trim()
  if (q === '') return
  const search = new URLSearchParams({ q })
  const words = String(search)
  askOnce(keyOfCount(words), async () => {
    const { features, numberMatched } = await listFirms(limited(search, MOST_NAMED))
    keepCount(words, numberMatched)
    return features
  })
}

/**
 * How many firms answer a search in the words of the collection; null: not known yet, or the page holds
 * every firm.
 */
export function countOfFirms(search: URLSearchParams): number | null {
  const words = String(search)
  const page = limited(search, 1)
  askOnce(keyOfCount(words), async () => {
    keepCount(words, (await listFirms(page)).numberMatched)
    return []
  })
  return counts.value.get(words) ?? null
}

const keyOfCount = (words: string) => `count of ${words}`

function keepCount(words: string, count: number): void {
  counts.value = new Map(counts.peek()).set(words, count)
}

function limited(search: URLSearchParams, limit: number): URLSearchParams {
  const page = new URLSearchParams(search)
  page.set('limit', String(limit))
  return page
}

/** Where the page does not hold all firms. */
function askOnce(key: string, read: () => Promise<Company[]>): void {
  if (manyFirms.value === null || asked.has(key)) return
  asked.add(key)
  // After a failure it is asked again by whoever needs it next.
  read().then(hold, () => asked.delete(key))
}

/** Takes firms into what the page holds, where that is not all of them. */
export function hold(firms: readonly Company[]): void {
  if (manyFirms.peek() === null) return
  const all = new Map(byId.peek())
  for (const firm of firms) all.set(firm.properties.id, firm)
  if (firms.length > 0) companies.value = [...all.values()]
}

async function fetchWaiting(): Promise<void> {
  const ids = waiting
  waiting = []
  for (const part of inParts(ids, MOST_IDS)) {
    try {
      const found = await firmsOfIds(part)
      const ids = new Set(found.map(({ properties }) => properties.id))
      batch(() => {
        hold(found)
        notFound.value = new Set([...notFound.peek(), ...part.filter((id) => !ids.has(id))])
      })
    } catch {
      // Asked again by whoever needs them next.
      for (const id of part) asked.delete(id)
    }
  }
}

async function firmsOfIds(ids: readonly string[]): Promise<Company[]> {
  const search = new URLSearchParams({ limit: String(MOST_IDS) })
  for (const id of ids) search.append('id', id)
  return (await listFirms(search)).features
}

const pageOf = (offset: number, limit: number) =>
  listFirms(new URLSearchParams({ limit: String(limit), offset: String(offset) }))

const inParts = <T>(list: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, part) =>
    list.slice(part * length, (part + 1) * length),
  )
