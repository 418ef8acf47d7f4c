// What a view of a map may ask for: the region, and the answers of the engine.
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import type { MapInputs, MapViewId } from '#geodata/contract/maps.ts'
import type { MapDrawing } from '#geodata/drawing/map-drawing.ts'
import type { Ask } from '#server/processes/answered.ts'
import type { LoadedNetwork } from '#server/region/networks.ts'
import type { Region } from '#server/region/region.ts'

export type MapWorld = { region: Region; ask: Ask; language: DocumentLanguage }

/** What is particular to one map; ground, roads, colours and credits are alike for all. */
export type MapContent = Pick<MapDrawing, 'title' | 'bounds' | 'reached' | 'symbols' | 'legend'> & {
  network: LoadedNetwork
}

export type MapView<Id extends MapViewId> = {
  title: string
  description: string
  content: (world: MapWorld, inputs: MapInputs<Id>) => Promise<MapContent>
}
