// What a view of a map is given, and what is particular to it.

import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import type { ProcessInputs } from '#geodata/contract/processes/index.ts'
import type { MapDrawing, MapSymbol } from '#geodata/drawing/map-drawing.ts'
import type { GroundGathered } from '#server/maps/ground.ts'
import type { Region } from '#server/region/region.ts'

export type MapAsked = ProcessInputs<'map'>
export type SitingAsked = ProcessInputs<'siting'>

export type MapWorld = { region: Region; gathered: GroundGathered; language: DocumentLanguage }

/** What is particular to one map; ground, roads, colours and credits are alike for all. */
export type MapContent = Pick<
  MapDrawing,
  'title' | 'bounds' | 'reached' | 'symbols' | 'legend' | 'legendsBeside' | 'cables'
> & {
  network: LoadedNetwork
}

/** A symbol and which row it is of. */
export type OwnedSymbol = { collection: string; id: string; symbol: MapSymbol }

export type DrawnMap = {
  /** An SVG document. */
  svg: string
  title: string
  network: LoadedNetwork
}

export type MapView = {
  title: string
  description: string
  content: (world: MapWorld, inputs: MapAsked) => MapContent
}

/** What the contract has checked to be there. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Error(`The map came without ${name}; the contract asks for it.`)
  return value
}
