// A map of the product as vectors: drawn on the ground the page shows.
import { CUTOFF_MINUTES_DEFAULT } from '#geodata/contract/processes/isochrone.ts'
import { mapOf } from '#server/maps/draw.ts'
import { gatherGround } from '#server/maps/ground.ts'
import {
  answer,
  conditionsWork,
  type Process,
  ringsWork,
  sitingWork,
} from '#server/processes/process.ts'

/** Ground, roads and words of one map. */
const DRAWING_MILLISECONDS = 80

export const mapProcess: Process<'map'> = {
  title: '地图 Map',
  description:
    'The layout, a siting, one candidate with its rings, or the catchments of several, drawn as vectors (SVG) at the size of print, with legend, scale, credits and approval number.',
  work: ({ siting, candidateIds, view, cutoffMinutes }, region) => {
    if (!siting) return DRAWING_MILLISECONDS
    const count = view === 'catchments' ? (candidateIds?.length ?? 1) : 1
    const rings = view === 'siting' ? 0 : ringsWork(cutoffMinutes ?? CUTOFF_MINUTES_DEFAULT)
    const roads = conditionsWork(region, siting, 2)
    return DRAWING_MILLISECONDS + sitingWork(region, siting) + count * (rings + roads)
  },
  gather: async (deps) => {
    const ground = await gatherGround(deps)
    const { mapApprovalNumber, stored } = ground
    const boundaryNote = { zh: stored.boundary_note_zh ?? '', en: stored.boundary_note_en ?? '' }
    return { comparison: null, ground, mapApprovalNumber, boundaryNote }
  },
  run: (region, inputs, _, gathered) => {
    if (!gathered) throw new Error('A map needs the ground that it is drawn on.')
    const { svg, title, network } = mapOf(region, gathered.ground, inputs)
    return answer(region, network, inputs, { title, svg })
  },
}
