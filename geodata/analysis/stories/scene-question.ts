// What is asked of the roads for a scene, on the stage and wherever else the scene is shown?
import type { Park } from '#geodata/contract/collections.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import type { MapScene, SceneAnalysis } from '#geodata/contract/stories.ts'

/** A process, and what it is asked. */
export type AnalysisAsked = {
  [Id in 'isochrone' | 'surface' | 'disruption']: { process: Id; inputs: AskedInputs<Id> }
}[SceneAnalysis['kind']]

/** Stretches are those of the skeleton, whichever network answers first. */
const SKELETON_ID = 'skeleton'

/**
 * null: the scene asks nothing, or of a park that is not there. `rangeDraws`: joint draws behind the range of every cell
 * of a surface, which takes several times as long; 0: no ranges.
 */
export function analysisAsked(
  { analysis, figures }: Pick<MapScene, 'analysis' | 'figures'>,
  parks: readonly Park[],
  rangeDraws = 0,
): AnalysisAsked | null {
  switch (analysis?.kind) {
    case undefined:
      return null
    case 'isochrone': {
      const inputs = ringsAsked(analysis, parks)
      return inputs && { process: 'isochrone', inputs }
    }
    case 'surface': {
      const { question, resolution } = analysis
      const siting = question as AskedInputs<'surface'>['siting']
      return { process: 'surface', inputs: { siting, resolution, rangeDraws } }
    }
    case 'disruption': {
      const { question, stretches } = analysis
      // No number on the map without its line in the table beside it.
      const named = stretchesNamed(figures)
      const count = named ? Math.min(stretches, named) : stretches
      const inputs = { ...question, count, network: SKELETON_ID }
      return { process: 'disruption', inputs }
    }
  }
}

/** How many stretches a table beside the map names, in the order of the map; null: no table does. */
export function stretchesNamed(figures: MapScene['figures']): number | null {
  const table = figures.find((figure) => figure.kind === 'disruption' && figure.place === 'list')
  return table?.kind === 'disruption' ? table.rows : null
}

function ringsAsked(
  { parkId, cutoffMinutes }: Extract<SceneAnalysis, { kind: 'isochrone' }>,
  parks: readonly Park[],
): AskedInputs<'isochrone'> | null {
  const park = parks.find(({ properties }) => properties.id === parkId)
  const [lng, lat] = park?.geometry?.coordinates ?? []
  if (lng === undefined || lat === undefined) return null
  return { origin: [lng, lat], cutoffMinutes }
}

/** The park that a scene asks about; null: it asks about none. */
export function parkAsked({ analysis }: Pick<MapScene, 'analysis'>): string | null {
  return analysis?.kind === 'isochrone' ? analysis.parkId : null
}
