// A map of the product as vectors, drawn on the ground the page shows; or a chart of a comparison.

import { answer } from '#geodata/analysis/answering/asked.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { CUTOFF_MINUTES_DEFAULT } from '#geodata/contract/processes/isochrone.ts'
import { isChart } from '#geodata/contract/processes/map.ts'
import { mapOf } from '#server/maps/draw.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { printedMap } from '#server/maps/printed.ts'
import { conditionsWork, type Process, ringsWork, sitingWork } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

/** Ground, roads and words of one map. */
const DRAWING_MILLISECONDS = 80
/** Setting a page of PDF. */
const PAGE_MILLISECONDS = 300

export const mapProcess: Process<'map'> = {
  title: '地图 Map',
  description:
    'The layout, a siting, one candidate with its rings, or the catchments of several, drawn as vectors (SVG) at the size of print, with legend, scale, credits and approval number; or a chart of a comparison with its key.',
  work: ({ siting, candidateIds, view, cutoffMinutes, format }, region) => {
    const drawing = DRAWING_MILLISECONDS + (format === 'pdf' ? PAGE_MILLISECONDS : 0)
    if (!siting) return drawing
    if (isChart(view)) return drawing + sitingWork(region, siting)
    const count = view === 'catchments' ? (candidateIds?.length ?? 1) : 1
    const rings = view === 'siting' ? 0 : ringsWork(cutoffMinutes ?? CUTOFF_MINUTES_DEFAULT)
    const roads = conditionsWork(region, siting, 2)
    return drawing + sitingWork(region, siting) + count * (rings + roads)
  },
  gather: async (deps) => {
    const ground = await gatherGround(deps)
    const { mapApprovalNumber, stored } = ground
    const boundaryNote = { zh: stored.boundary_note_zh ?? '', en: stored.boundary_note_en ?? '' }
    return { comparison: null, ground, mapApprovalNumber, boundaryNote }
  },
  run: (region, inputs, _, gathered) => {
    if (!gathered?.ground) throw new Error('A map needs the ground that it is drawn on.')
    const { svg, title, network } = mapOf(region, gathered.ground, inputs)
    const document = inputs.format === 'pdf' ? page(region, svg, title, inputs) : plain(svg)
    return answer(region, network, inputs, { title, document })
  },
}

type MapDocument = ProcessResult<'map'>['document']

const plain = (value: string): MapDocument => ({
  mediaType: 'image/svg+xml',
  encoding: 'utf8',
  value,
})

function page(
  { changes }: Region,
  svg: string,
  title: string,
  { language, width, height }: ProcessInputs<'map'>,
): MapDocument {
  const asOf = new Date(changes[0]?.changedAt ?? 0)
  const pdf = printedMap({ svg, title, language, width, height, asOf })
  return { mediaType: 'application/pdf', encoding: 'base64', value: pdf.toString('base64') }
}
