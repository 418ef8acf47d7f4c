// The map of one scene of a story: its ground, its layers, what it dims and selects, its rings, the “1” it sets.

import { firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import { placeOf } from '#geodata/analysis/facts.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { ringsAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { LayerId } from '#geodata/contract/collections.ts'
import { IsochroneInputs } from '#geodata/contract/processes/isochrone.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import type { LegendItem, Polygons, Reached } from '#geodata/drawing/map-drawing.ts'
import { multiPolygonOf } from '#geodata/geometry/orient.ts'
import { ringLegend } from '#server/maps/views/candidate.ts'
import {
  cablesFrom,
  hubSymbols,
  layoutLegend,
  linksLegend,
  parkSymbols,
} from '#server/maps/views/layout.ts'
import type { MapContent, MapWorld, OwnedSymbol } from '#server/maps/world.ts'
import { isochroneProcess } from '#server/processes/isochrone.ts'

/** Which park the planner set as the “1”, in an address. */
const ONE = 'one'
/** What of an address the scene itself says, or its reader. */
const UNSEEN =
  'at view site lang theme map hide sel base table embed story scene stage presenter follow'.split(
    ' ',
  )

export type SceneMap = MapContent & { layers: readonly LayerId[] }

/** Null: there is no ground between its bounds. A ProblemError says why there are no rings. */
export function sceneMap(world: MapWorld, scene: MapScene, title: string): SceneMap | null {
  const { region, gathered, language } = world
  const { bounds: corners, layers, systems, selection, address } = scene
  const [[west, south], [east, north]] = corners
  if (west >= east || south >= north) return null
  const has = (layer: LayerId) => layers.includes(layer)
  const one = new URLSearchParams(address).get(ONE)
  const cutoffs = scene.analysis?.cutoffMinutes ?? []
  const reached = ringsOf(world, scene)
  const all: OwnedSymbol[] = [
    ...(has('parks') ? parkSymbols(region, language) : []),
    ...(has('hubs') ? hubSymbols(region, language) : []),
    ...(has('companies') ? firmSymbols(world) : []),
  ]
  const symbols = all
    .map(({ collection, id, systems: own, symbol }) => ({
      ...symbol,
      isFaint: systems !== undefined && own !== null && !own.some((of) => systems.includes(of)),
      isSelected: selection?.collection === collection && selection.id === id,
      ...(symbol.kind === 'vehicle-park' ? { isDesignated: id === one } : {}),
    }))
    .sort((a, b) => Number(b.isSelected) - Number(a.isSelected))
    .map((symbol) => (symbol.isSelected ? { ...symbol, isNeeded: true } : symbol))
  return {
    network: firstNetwork(region),
    title,
    bounds: [west, south, east, north],
    layers,
    reached,
    cables: has('links') ? cablesFrom(region.facts.home, gathered.links, language) : [],
    symbols,
    legend: [
      ...(reached.length > 0 ? ringLegend(cutoffs, language) : []),
      ...layoutLegend(symbols, language),
      ...(has('links') ? [linksLegend(language)] : []),
      ...settingsLeftOut(scene, language),
    ],
  }
}

function ringsOf({ region }: MapWorld, scene: MapScene): Reached[] {
  const asked = ringsAsked(scene, region.facts.parks)
  if (!asked) return []
  const { features } = isochroneProcess.run(region, IsochroneInputs.parse(asked))
  return features.map(({ geometry, properties }) => ({
    kind: 'ring',
    minutes: properties.cutoffMinutes,
    polygons: multiPolygonOf(geometry).coordinates as Polygons,
  }))
}

function firmSymbols({ region, language }: MapWorld): OwnedSymbol[] {
  return region.facts.companies.flatMap((company) => {
    const place = placeOf(company)
    if (!place) return []
    const { id, nameZh, nameEn, systems } = company.properties
    const [system = 'vehicle'] = systems
    const title = said({ zh: nameZh, en: nameEn }, language)
    const at = { lngLat: place.lngLat, title, name: '', figure: '', isNeeded: false }
    return [{ collection: 'companies', id, systems, symbol: { kind: 'firm', system, ...at } }]
  })
}

/** What the page would show beside, and paper does not. */
function settingsLeftOut({ address }: MapScene, language: DocumentLanguage): LegendItem[] {
  const seen = [...new URLSearchParams(address).keys()].filter(
    (name) => name !== ONE && !UNSEEN.includes(name),
  )
  if (seen.length === 0) return []
  const words = {
    zh: '本屏另有筛选或其他设定，图上未画',
    en: 'Filters and other settings of this scene are not drawn',
  }
  return [{ sample: { kind: 'words' }, text: said(words, language) }]
}
