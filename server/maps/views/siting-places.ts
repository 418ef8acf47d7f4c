// The places of a siting on a map: candidates, the plants they serve and their makers, with minutes.

import { unknownId } from '#geodata/analysis/answering/asked.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { rankedSiting } from '#geodata/analysis/answering/siting.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { LegendItem, MapSymbol } from '#geodata/drawing/map-drawing.ts'
import { type Bounds, boundsAround } from '#geodata/geometry/bounds.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { System } from '#geodata/model/system.ts'
import { networkAsked } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

type Siting = ProcessResult<'siting'>
export type RankedPlace = Siting['ranking'][number]
type Measured = RankedPlace['plants'][number]
type Supplier = RankedPlace['suppliers'][number]

type Kept = { key: string; network: LoadedNetwork; dataset: Region['dataset']; siting: Siting }

/** Several maps of one question ask the same: the last is kept as long as data and roads are. */
const kept = new WeakMap<Region, Kept>()

export function sitingOf(region: Region, asked: ProcessInputs<'siting'>): Siting {
  const { dataset } = region
  const network = networkAsked(region, asked.network)
  const key = hashOf(asked)
  const known = kept.get(region)
  if (known?.key === key && known.network === network && known.dataset === dataset) {
    return known.siting
  }
  const siting = rankedSiting(region, asked, '/inputs/siting')
  kept.set(region, { key, network, dataset, siting })
  return siting
}

export type Candidate = {
  id: string
  name: string
  lngLat: LngLat
  /** null: it is not ranked, so nothing is measured from it. */
  ranked: RankedPlace | null
}

/** Beyond it a plant is named below the map and not drawn: the frame stays near the candidates. */
export const SEEN_MINUTES = 90

/** The candidates of those ids; one that is neither ranked nor recorded is refused at its place. */
export function candidatesOf(
  { facts }: Region,
  asked: ProcessInputs<'siting'>,
  { ranking }: Siting,
  ids: readonly string[],
  language: DocumentLanguage,
  pointerOf: (index: number) => string,
): Candidate[] {
  return ids.map((id, index) => {
    const ranked = ranking.find((one) => one.id === id) ?? null
    const park = facts.parks.find(({ properties }) => properties.id === id)
    const site = facts.sites.find(({ properties }) => properties.id === id)
    const pin = asked.pins.find((one) => one.id === id)
    const recorded = park ?? site
    const lngLat = ranked?.lngLat ?? recorded?.geometry.coordinates ?? pin?.lngLat
    if (!lngLat) throw unknownId(id, pointerOf(index))
    const named = park
      ? { zh: park.properties.labelZh, en: park.properties.labelEn }
      : {
          zh: ranked?.nameZh ?? site?.properties.nameZh ?? id,
          en: ranked?.nameEn ?? site?.properties.nameEn ?? id,
        }
    return { id, name: said(named, language), lngLat: lngLat as unknown as LngLat, ranked }
  })
}

export const minutesOf = ({ duration }: Measured): number | null =>
  duration && duration.centralSeconds / 60

const figureOf = (place: Measured): string => {
  const minutes = minutesOf(place)
  return minutes === null ? '' : String(Math.round(minutes))
}

/** Candidates, and what any of them reaches soon: one frame for all that are compared. */
export function boundsOfPlaces(candidates: readonly Candidate[]): Bounds {
  const near = candidates.flatMap(({ ranked }) =>
    ranked ? [...ranked.plants, ...ranked.suppliers].filter(isNear) : [],
  )
  return boundsAround([...candidates, ...near].map(({ lngLat }) => lngLat))
}

const isNear = (place: Measured) => (minutesOf(place) ?? Number.POSITIVE_INFINITY) <= SEEN_MINUTES

const isIn = ([west, south, east, north]: Bounds, [lng, lat]: LngLat) =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** What a label on a map leaves out of a name; whoever points at the symbol reads it whole. */
const LEGAL_FORM = /（?(股份)?有限(责任)?公司|,? (Co\.,? ?Ltd\.?|Ltd\.?|Inc\.?|Corporation)$/g

type PlacesLook = {
  isNamed?: boolean
  /** false: they are minutes from no place in particular, and are not told. */
  isTimed?: boolean
  /** The letter of the place that the minutes are from. */
  from?: string
}

export type PlacesAround = {
  symbols: MapSymbol[]
  /** What of it is drawn, and what lies outside the map. */
  legend: LegendItem[]
}

/** Plants as squares and makers as diamonds with their minutes from a ranked place. */
export function placesAround(
  { facts }: Region,
  { plants, suppliers }: Pick<RankedPlace, 'plants' | 'suppliers'>,
  bounds: Bounds,
  language: DocumentLanguage,
  { isNamed = false, isTimed = true, from = '' }: PlacesLook = {},
): PlacesAround {
  const nameOf = (place: Measured) => said({ zh: place.nameZh, en: place.nameEn }, language)
  const shortOf = (place: Measured) => nameOf(place).replace(LEGAL_FORM, '').trim()
  const toldOf = (place: Measured) => (isTimed ? figureOf(place) : '')
  const standing = (place: Measured) => ({
    lngLat: place.lngLat,
    title: titleOf(nameOf(place), toldOf(place), language),
    name: isNamed ? shortOf(place) : '',
    figure: toldOf(place),
    isNeeded: true,
  })
  const seen = <One extends Measured>(list: readonly One[]) =>
    list.filter(({ lngLat }) => isIn(bounds, lngLat))
  const symbols: MapSymbol[] = [
    ...seen(plants).map((place) => ({ kind: 'plant' as const, ...standing(place) })),
    ...seen(suppliers).map((place) => ({
      kind: 'maker' as const,
      system: systemOf(facts.companies, place),
      ...standing(place),
    })),
  ]
  const [plant, maker] = (['plant', 'maker'] as const).map((kind) =>
    symbols.find((one) => one.kind === kind),
  )
  const outside = [...plants, ...suppliers].filter(({ lngLat }) => !isIn(bounds, lngLat))
  return {
    symbols,
    legend: [
      ...(plant
        ? [{ sample: sampleOf(plant), text: said(isTimed ? plantWords(from) : PLANTS, language) }]
        : []),
      ...(maker ? [{ sample: sampleOf(maker), text: said(makerWords(suppliers), language) }] : []),
      ...(outside.length > 0
        ? [
            {
              sample: { kind: 'words' as const },
              text: outsideWords(outside, shortOf, isTimed, language),
            },
          ]
        : []),
    ],
  }
}

const sampleOf = (symbol: MapSymbol) => ({ kind: 'symbol' as const, symbol })

const PLANTS = { zh: '整车厂', en: 'Vehicle plants' }

const plantWords = (from: string) =>
  from === ''
    ? { zh: '整车厂，旁注分钟', en: 'Vehicle plants, with minutes' }
    : { zh: `整车厂，从 ${from} 去的分钟`, en: `Vehicle plants, with minutes from ${from}` }

/** A maker that is only likely to make the input is not told as if it did. */
function makerWords(suppliers: readonly Supplier[]) {
  const isSure = suppliers.every(({ serves }) => serves.every(({ basis }) => basis === 'product'))
  return isSure
    ? { zh: '最近的供应企业', en: 'Nearest makers of inputs' }
    : {
        zh: '最近的供应企业，含可能生产者',
        en: 'Nearest makers of inputs, some of them only likely',
      }
}

const MOST_NAMED_OUTSIDE = 3

function outsideWords(
  outside: readonly Measured[],
  nameOf: (place: Measured) => string,
  isTimed: boolean,
  language: DocumentLanguage,
): string {
  const sorted = [...outside].sort((a, b) => (minutesOf(a) ?? 1e9) - (minutesOf(b) ?? 1e9))
  const named = sorted.slice(0, MOST_NAMED_OUTSIDE).map((place) => {
    if (!isTimed) return nameOf(place)
    const figure = figureOf(place)
    const unknown = said({ zh: '时间未知', en: 'minutes unknown' }, language)
    return `${nameOf(place)} ${figure || unknown}`
  })
  const more = sorted.length - named.length
  const list = named.join(said({ zh: '、', en: ', ' }, language))
  return said(
    {
      zh: `图外：${list}${more > 0 ? ` 等 ${sorted.length} 处` : ''}`,
      en: `Outside the map: ${list}${more > 0 ? ` and ${more} more` : ''}`,
    },
    language,
  )
}

const titleOf = (name: string, figure: string, language: DocumentLanguage) =>
  figure === ''
    ? name
    : said({ zh: `${name}，${figure} 分`, en: `${name}, ${figure} min` }, language)

function systemOf(companies: Region['facts']['companies'], { id }: Measured): System {
  const [system] =
    companies.find(({ properties }) => properties.id === id)?.properties.systems ?? []
  return system ?? 'material'
}
