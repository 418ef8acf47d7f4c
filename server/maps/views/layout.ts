// The region's layout: the candidates for the one vehicle park, the parts parks by segment and stage, hubs.

import { requireNetwork } from '#geodata/analysis/answering/asked.ts'
import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import type { Hub } from '#geodata/contract/collections.ts'
import type { CityCable, LegendItem, MapSymbol } from '#geodata/drawing/map-drawing.ts'
import { boundsAround } from '#geodata/geometry/bounds.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { HomeRegion } from '#geodata/model/region.ts'
import { SYSTEM_CHARACTER, SYSTEMS, type System } from '#geodata/model/system.ts'
import type { GroundGathered } from '#server/maps/ground.ts'
import type { MapView, OwnedSymbol } from '#server/maps/world.ts'

const SYSTEM_WORDS: Record<System, { zh: string; en: string }> = {
  power: { zh: '电动三电', en: 'Electric drive' },
  driving: { zh: '智能驾驶', en: 'Assisted driving' },
  cockpit: { zh: '智能座舱', en: 'Cockpit' },
  v2x: { zh: '车联网', en: 'Connected vehicles' },
  material: { zh: '材料与轻量化', en: 'Materials' },
  traditional: { zh: '传统转型', en: 'Traditional' },
  vehicle: { zh: '整车', en: 'Vehicles' },
}
const ROLE_ORDER = ['vehicle', 'joint', 'parts']

export const layoutMap: MapView = {
  title: '布局 Layout',
  description: 'Vehicle parks, parts parks by segment and stage, and hubs of the region.',
  content: ({ region, gathered, language }, inputs) => {
    const { home } = region.facts
    const symbols = parkSymbols(region.facts.parks, language).map(({ symbol }) => symbol)
    const hubs = hubSymbols(region.facts.hubs, language).map(({ symbol }) => symbol)
    const name = said(home.name, language)
    return {
      network: requireNetwork(region, inputs),
      title: said({ zh: `${name}“1+N”园区布局`, en: `${name}: the "1+N" layout` }, language),
      bounds:
        symbols.length > 0 ? boundsAround(symbols.map(({ lngLat }) => lngLat)) : [...home.frame],
      reached: [],
      cables: cablesFrom(home, gathered.links, language),
      symbols: [...symbols, ...hubs],
      legend: [...layoutLegend([...symbols, ...hubs], language), linksLegend(language)],
    }
  },
}

/** Those of the region, the most important first. */
export function parkSymbols(parks: readonly ParkThen[], language: DocumentLanguage): OwnedSymbol[] {
  return parks
    .filter(({ properties }) => properties.stage !== 'partner')
    .sort(
      (a, b) =>
        ROLE_ORDER.indexOf(a.properties.role) - ROLE_ORDER.indexOf(b.properties.role) ||
        b.properties.companyCount - a.properties.companyCount,
    )
    .map((park) => ({
      collection: 'parks',
      id: park.properties.id,
      symbol: parkSymbol(park, language),
    }))
}

export function hubSymbols(hubs: readonly Hub[], language: DocumentLanguage): OwnedSymbol[] {
  return hubs.map(({ geometry, properties }) => {
    const title = said({ zh: properties.nameZh, en: properties.nameEn }, language)
    const lngLat = geometry.coordinates as unknown as LngLat
    return {
      collection: 'hubs',
      id: properties.id,
      symbol: { kind: 'hub', lngLat, title, name: '', figure: '', isNeeded: false },
    }
  })
}

export function linksLegend(language: DocumentLanguage): LegendItem {
  const words = { zh: '线与数：城市间协作项数', en: 'Lines, figures: links to cities' }
  return { sample: { kind: 'words' }, text: said(words, language) }
}

/** From the home city's seat; a city whose seat is not known is left out. */
export function cablesFrom(
  { cityAdcode, cities }: HomeRegion,
  links: GroundGathered['links'],
  language: DocumentLanguage,
): CityCable[] {
  const seatOf = (adcode: string) => cities.find((city) => city.adcode === adcode)?.seat
  const from = seatOf(cityAdcode)
  if (!from) return []
  return links.flatMap(({ adcode, name, count }) => {
    const to = seatOf(adcode)
    return to ? [{ from, to, name: said(name, language), count }] : []
  })
}

function parkSymbol({ geometry, properties }: ParkThen, language: DocumentLanguage): MapSymbol {
  const { role, systems, stage, companyCount: firms } = properties
  const name = said({ zh: properties.labelZh, en: properties.labelEn }, language)
  const standing = {
    lngLat: geometry.coordinates as unknown as LngLat,
    title: said({ zh: properties.nameZh, en: properties.nameEn }, language),
    name,
    figure: '',
    isNeeded: role === 'vehicle',
  }
  if (role === 'vehicle') return { kind: 'vehicle-park', ...standing }
  if (role === 'joint') return { kind: 'joint-park', systems, ...standing }
  return { kind: 'parts-park', systems, stage, firms, ...standing }
}

/** Only what is drawn: kinds of parks, systems with their characters, hubs. */
export function layoutLegend(
  symbols: readonly MapSymbol[],
  language: DocumentLanguage,
): LegendItem[] {
  const first = (kind: MapSymbol['kind']) => symbols.find((one) => one.kind === kind)
  const vehicles = (isOne: boolean) =>
    symbols.find((one) => one.kind === 'vehicle-park' && (one.isDesignated ?? false) === isOne)
  const item = (symbol: MapSymbol | undefined, words: { zh: string; en: string }): LegendItem[] =>
    symbol ? [{ sample: { kind: 'symbol', symbol }, text: said(words, language) }] : []
  const parts = first('parts-park')
  const drawn = new Set(symbols.flatMap((one) => (one.kind === 'parts-park' ? one.systems : [])))
  const ring = (system: System, stage: string, firms: number) =>
    parts && ({ ...parts, kind: 'parts-park', systems: [system], stage, firms } as MapSymbol)
  return [
    ...item(vehicles(true), { zh: '所设的“1”', en: 'The "1" as it is set' }),
    ...item(vehicles(false), { zh: '“1”的候选', en: 'Candidates for the "1"' }),
    ...item(first('joint-park'), { zh: '共建园区', en: 'Joint parks' }),
    ...SYSTEMS.filter((system) => drawn.has(system)).flatMap((system) =>
      item(ring(system, 'candidate', 3), {
        zh: `${SYSTEM_CHARACTER[system]} ${SYSTEM_WORDS[system].zh}`,
        en: SYSTEM_WORDS[system].en,
      }),
    ),
    ...item(ring('traditional', 'creating', 4), { zh: '半圆：创建中', en: 'Half: being created' }),
    ...item(ring('traditional', 'recognised', 4), { zh: '圆：已认定', en: 'Full: recognised' }),
    ...item(first('firm'), { zh: '已知企业，颜色同环节', en: 'Known firms, coloured by segment' }),
    ...item(first('hub'), { zh: '枢纽', en: 'Hubs' }),
  ]
}
