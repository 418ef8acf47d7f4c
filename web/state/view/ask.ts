// What is asked of siting beside the product, as one plain value and as one word of the address?
import { DoubtAsked } from '#geodata/contract/processes/doubt.ts'
import {
  type Customer,
  DELIVERIES,
  Logistics,
  type NeedAsked,
  type SitingInputs,
  TRUCKS,
} from '#geodata/contract/processes/siting.ts'

export type Ask = {
  needs: readonly NeedAsked[]
  annualUnits: number | null
  /** Chosen vehicle plants; null: all running ones of the city. */
  customers: readonly Customer[] | null
  /** Purchased inputs; null: as recorded for the product. */
  upstream: NonNullable<SitingInputs['upstream']> | null
  logistics: Logistics
  siteIds: readonly string[]
  /** Partner parks outside the city are candidates too. */
  withPartners: boolean
  /** The outline in which candidates lie, closed; null: anywhere. */
  area: readonly (readonly [number, number])[] | null
  /** What is assumed of all that is not known; makerChance null: as the register gives it. */
  doubt: { speedLow: number; speedHigh: number; makerChance: number | null }
}

const { speedLow, speedHigh } = DoubtAsked.parse({})

export const DEFAULT_ASK: Ask = {
  needs: [],
  annualUnits: null,
  customers: null,
  upstream: null,
  logistics: Logistics.parse({}),
  siteIds: [],
  withPartners: false,
  area: null,
  doubt: { speedLow, speedHigh, makerChance: null },
}

/** The numbers of the logistics with their words in the address. */
const NUMBERS = {
  unitsPerTruck: 'per',
  kilogramsPerUnit: 'kg',
  loadingMinutes: 'load',
  gateMinutes: 'gate',
  departureHour: 'hour',
} as const
const NUMBER_IDS = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]

/** The fields of SitingInputs that the ask fills; what is unchanged is left out. */
export function askedInputs(ask: Ask): Partial<SitingInputs> {
  const { annualUnits, customers, upstream, area, siteIds, doubt } = ask
  const { makerChance, ...speeds } = doubt
  return {
    needs: [...ask.needs],
    logistics: ask.logistics,
    ...(annualUnits === null ? {} : { annualUnits }),
    ...(customers === null ? {} : { customers: [...customers] }),
    ...(upstream === null ? {} : { upstream: [...upstream] }),
    ...(siteIds.length === 0 ? {} : { siteIds: [...siteIds] }),
    ...(area === null ? {} : { area: { type: 'Polygon', coordinates: [[...area]] } }),
    ...(isUsual(doubt)
      ? {}
      : {
          doubt: DoubtAsked.parse({ ...speeds, ...given('makerChance', makerChance ?? undefined) }),
        }),
  }
}

function isUsual(doubt: Ask['doubt']): boolean {
  return JSON.stringify(doubt) === JSON.stringify(DEFAULT_ASK.doubt)
}

/** "need:landHectares~12,to:O002~50000~jit,truck:semitrailer"; what is default is left out. */
export function encodeAsk(ask: Ask): string {
  const words: string[] = []
  const put = (name: string, ...parts: (string | number | null | undefined)[]) => {
    words.push(`${name}:${parts.map((part) => part ?? '').join('~')}`.replace(/~+$/, ''))
  }
  for (const { id, amount, isHard } of ask.needs) put(isHard ? 'need' : 'wish', id, amount)
  if (ask.annualUnits !== null) put('units', ask.annualUnits)
  for (const one of ask.customers ?? []) put('to', one.plantId, one.annualUnits, one.delivery)
  if (ask.customers?.length === 0) put('to')
  for (const { productId, segmentId } of ask.upstream ?? []) put('from', productId, segmentId)
  if (ask.upstream?.length === 0) put('from')
  for (const id of ask.siteIds) put('site', id)
  if (ask.withPartners) put('parks', 'partners')
  if (ask.area) put('area', ...ask.area.flat().map((degrees) => degrees.toFixed(4)))
  const { logistics } = ask
  if (logistics.truck !== DEFAULT_ASK.logistics.truck) put('truck', logistics.truck)
  for (const id of NUMBER_IDS) {
    if (logistics[id] !== DEFAULT_ASK.logistics[id]) put(NUMBERS[id], logistics[id])
  }
  const { doubt } = ask
  if (!isUsual(doubt)) put('doubt', doubt.speedLow, doubt.speedHigh, doubt.makerChance)
  return words.join(',')
}

/** What it does not understand is left at its default. */
export function decodeAsk(text: string | null): Ask {
  const words = (text ?? '').split(',').flatMap((word): [string, string[]][] => {
    const colon = word.indexOf(':')
    return colon > 0 ? [[word.slice(0, colon), word.slice(colon + 1).split('~')]] : []
  })
  const all = (name: string) => words.flatMap(([word, parts]) => (word === name ? [parts] : []))
  const first = (name: string) => all(name)[0]?.[0]
  const to = all('to')
  const from = all('from')
  const numbers = NUMBER_IDS.flatMap((id) => {
    const value = amountOf(first(NUMBERS[id]), 0)
    return value === undefined ? [] : [[id, value]]
  })
  const truck = TRUCKS.find((one) => one === first('truck'))
  const logistics = Logistics.safeParse({
    ...Object.fromEntries(numbers),
    ...(truck ? { truck } : {}),
  })
  return {
    needs: words.flatMap(([word, [id, amount]]) =>
      (word === 'need' || word === 'wish') && id && /^[a-zA-Z]{1,40}$/.test(id)
        ? [{ id, isHard: word === 'need', ...given('amount', amountOf(amount)) }]
        : [],
    ),
    annualUnits: amountOf(first('units')) ?? null,
    customers: to.length === 0 ? null : to.flatMap(customerOf),
    upstream:
      from.length === 0
        ? null
        : from.flatMap(
            ([productId, segmentId]): NonNullable<Ask['upstream']> =>
              productId ? [{ productId }] : segmentId ? [{ segmentId }] : [],
          ),
    logistics: logistics.success ? logistics.data : DEFAULT_ASK.logistics,
    siteIds: all('site').flatMap(([id]) => (id ? [id] : [])),
    withPartners: first('parks') === 'partners',
    area: areaOf(all('area')[0]),
    doubt: doubtOf(all('doubt')[0]),
  }
}

function doubtOf([low, high, chance]: string[] = []): Ask['doubt'] {
  const read = DoubtAsked.safeParse({
    ...given('speedLow', amountOf(low, 0)),
    ...given('speedHigh', amountOf(high, 0)),
    ...given('makerChance', amountOf(chance, 0)),
  })
  if (!read.success) return DEFAULT_ASK.doubt
  const { makerChance = null, ...speeds } = read.data
  return { speedLow: speeds.speedLow, speedHigh: speeds.speedHigh, makerChance }
}

function customerOf([plantId, units, delivery]: string[]): Customer[] {
  if (!plantId) return []
  const how = DELIVERIES.find((one) => one === delivery)
  return [{ plantId, ...given('annualUnits', amountOf(units)), ...given('delivery', how) }]
}

function areaOf(parts: string[] | undefined): Ask['area'] {
  const numbers = (parts ?? []).map(Number)
  if (numbers.length < 8 || numbers.length % 2 > 0 || !numbers.every(Number.isFinite)) return null
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ])
}

function amountOf(text: string | undefined, least = Number.MIN_VALUE): number | undefined {
  const amount = Number(text)
  return text && Number.isFinite(amount) && amount >= least && amount <= 1e9 ? amount : undefined
}

function given<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>)
}
