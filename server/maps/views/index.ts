// Every map that is drawn as a file; a new one is a new file and a line here, as in the contract.
import type { ChartId, MapViewId } from '#geodata/contract/processes/map.ts'
import { candidateMap } from '#server/maps/views/candidate.ts'
import { catchmentsMap } from '#server/maps/views/catchments.ts'
import { layoutMap } from '#server/maps/views/layout.ts'
import { sitingMap } from '#server/maps/views/siting.ts'
import type { MapView } from '#server/maps/world.ts'

export const MAP_VIEWS: Readonly<Record<Exclude<MapViewId, ChartId>, MapView>> = {
  layout: layoutMap,
  siting: sitingMap,
  candidate: candidateMap,
  catchments: catchmentsMap,
}
