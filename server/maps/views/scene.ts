// The map of one scene of a story: its ground, its layers, what it dims and selects, the “1” it sets, and what its answers
// add: those of its analysis, the numbers of its ranking or the letters of those it compares.

import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { placeOf } from '#geodata/analysis/facts.ts'
import { keep } from '#geodata/analysis/shown/filters.ts'
import { linksIn, parksIn } from '#geodata/analysis/shown/in-year.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import {
  markedIds,
  rankedInScene,
  type SceneRanking,
} from '#geodata/analysis/stories/ranked-in-scene.ts'
import { keptBy, notListedOf } from '#geodata/analysis/stories/scene-features.ts'
import type { Answers } from '#geodata/analysis/stories/scene-told.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Company, LayerId, Link } from '#geodata/contract/collections.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import type { LegendItem, MapSymbol } from '#geodata/drawing/map-drawing.ts'
import { linksToCities } from '#server/maps/ground.ts'
import {
  cablesFrom,
  hubSymbols,
  layoutLegend,
  linksLegend,
  parkSymbols,
} from '#server/maps/views/layout.ts'
import { rankLegend, rankSymbol } from '#server/maps/views/ranks.ts'
import { analysedOn } from '#server/maps/views/scene-analysis.ts'
import type { MapContent, MapWorld, OwnedSymbol } from '#server/maps/world.ts'

/** Which park the planner set as the “1”, in an address. */
const ONE = 'one'

export type SceneWorld = MapWorld & { links: readonly Link[] }
export type SceneMap = MapContent & { layers: readonly LayerId[] }

/** Null: there is no ground between its bounds. A ProblemError says why its analysis is not there. */
export function sceneMap(
  world: SceneWorld,
  scene: MapScene,
  title: string,
  /** One slot per figure of the scene. */
  answers: Answers,
): SceneMap | null {
  const { region, language } = world
  const { bounds: corners, layers } = scene
  const [[west, south], [east, north]] = corners
  if (west >= east || south >= north) return null
  const analysed = analysedOn(world, scene)
  const cables = layers.includes('links') ? cablesShown(world, scene) : []
  const ranking = rankedInScene(scene, answers)
  const discs = ranksShown(world, ranking)
  const symbols = symbolsShown(world, scene, markedIds(ranking))
  return {
    network: firstNetwork(region),
    title,
    bounds: [west, south, east, north],
    layers,
    reached: analysed.reached,
    cables,
    symbols: [...analysed.symbols, ...discs, ...lettersShown(world, ranking), ...symbols],
    legend: [
      ...analysed.legend,
      ...(discs.length > 0 ? rankLegend(discs[0], language) : []),
      ...layoutLegend(symbols, language),
      ...(cables.length > 0 ? [linksLegend(language)] : []),
      ...wordsOf(scene, language),
    ],
  }
}

/** Each with its chance to be the first where several cannot be told apart. */
function ranksShown({ region, language }: SceneWorld, { rows, isTied }: SceneRanking): MapSymbol[] {
  return rows.map(({ id, name, lngLat, rank, group, chanceFirst }) => {
    const park = region.facts.parks.find(({ properties }) => properties.id === id)?.properties
    const named = park ? { zh: park.labelZh, en: park.labelEn } : name
    const chance = chanceText(chanceFirst)
    const first = said({ zh: `居首 ${chance}`, en: `first in ${chance}` }, language)
    const figure = isTied && group === 1 ? first : ''
    return rankSymbol({ rank, group, lngLat, name: said(named, language), figure })
  })
}

/** Each as its column is marked. */
function lettersShown({ language }: SceneWorld, { compared }: SceneRanking): MapSymbol[] {
  return compared.map(({ name: named, lngLat, index, letter }) => {
    const name = said(named, language)
    const title = `${letter} ${name}`
    return { kind: 'candidate', index, lngLat, title, name, figure: '', isNeeded: true }
  })
}

/** What is spoken of first. As on the page: parks that the filters do not keep are faint, firms and hubs are left out. */
function symbolsShown(
  { region, language }: SceneWorld,
  scene: MapScene,
  /** Parks that stand under a number or a letter. */
  marked: ReadonlySet<string>,
): MapSymbol[] {
  const { layers, selection, address } = scene
  const { filters, year } = keptBy(scene)
  const { companies, hubs } = region.facts
  const parks = parksIn(region.facts.parks, year).filter(
    ({ properties }) => !marked.has(properties.id),
  )
  const kept = new Set(keep('parks', parks, filters).kept.map(({ properties }) => properties.id))
  const one = new URLSearchParams(address).get(ONE)
  const has = (layer: LayerId) => layers.includes(layer)
  const owned = [
    ...(has('parks') ? parkSymbols(parks, language) : []),
    ...(has('hubs') ? hubSymbols(keep('hubs', hubs, filters).kept, language) : []),
    ...(has('companies') ? firmSymbols(keep('companies', companies, filters).kept, language) : []),
  ]
  return owned
    .map(({ collection, id, symbol }) => {
      const isSelected = selection?.collection === collection && selection.id === id
      return {
        ...symbol,
        isFaint: collection === 'parks' && !kept.has(id),
        isSelected,
        isNeeded: symbol.isNeeded || isSelected,
        ...(symbol.kind === 'vehicle-park' ? { isDesignated: id === one } : {}),
      }
    })
    .sort((a, b) => Number(b.isSelected) - Number(a.isSelected))
}

/** With as many links as the filters and the year keep. */
function cablesShown({ region, gathered, links, language }: SceneWorld, scene: MapScene) {
  const { filters, year } = keptBy(scene)
  const { home } = region.facts
  const counts = linksToCities(home, keep('links', linksIn(links, year), filters).kept)
  const shown = gathered.links.flatMap((city) => {
    const count = counts.get(city.adcode)
    return count ? [{ ...city, count }] : []
  })
  return cablesFrom(home, shown, language)
}

function firmSymbols(companies: readonly Company[], language: DocumentLanguage): OwnedSymbol[] {
  return companies.flatMap((company) => {
    const place = placeOf(company)
    if (!place) return []
    const { id, nameZh, nameEn, systems } = company.properties
    const [system = 'vehicle'] = systems
    const title = said({ zh: nameZh, en: nameEn }, language)
    const at = { lngLat: place.lngLat, title, name: '', figure: '', isNeeded: false }
    return [{ collection: 'companies', id, symbol: { kind: 'firm', system, ...at } }]
  })
}

/** The year that is shown, and that the page would show more. */
function wordsOf(scene: MapScene, language: DocumentLanguage): LegendItem[] {
  const { year } = keptBy(scene)
  const words = [
    year === null ? null : { zh: `${year} 年底`, en: `As at the end of ${year}` },
    notListedOf(scene).length === 0
      ? null
      : {
          zh: '本屏另有着色、提问等设定，图上未画',
          en: 'Shading and questions of this scene are not drawn',
        },
  ].filter((one) => one !== null)
  return words.map((one) => ({ sample: { kind: 'words' }, text: said(one, language) }))
}
