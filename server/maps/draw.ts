// One map or chart of the product as a drawing: what its view shows, in a theme and a language.
//
// Everything that must be looked up is gathered before, so that it is drawn in one go on any thread.

import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { sayIn } from '#geodata/analysis/told/rich.ts'
import type { LayerId } from '#geodata/contract/collections.ts'
import { isChart } from '#geodata/contract/processes/map.ts'
import { drawMap } from '#geodata/drawing/draw-map.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { chartOf } from '#server/maps/draw-chart.ts'
import { type GroundGathered, mapGround, roadsOf } from '#server/maps/ground.ts'
import { paintOf } from '#server/maps/paint.ts'
import { MAP_VIEWS } from '#server/maps/views/index.ts'
import type { DrawnMap, MapAsked, MapContent } from '#server/maps/world.ts'
import { boundaryAttribution, COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { Region } from '#server/region/region.ts'

/** A ProblemError says what is wrong with the inputs. */
export function mapOf(region: Region, gathered: GroundGathered, inputs: MapAsked): DrawnMap {
  const { view, language, theme, width, height, bounds, credits } = inputs
  if (isChart(view)) return chartOf(region, view, inputs)
  const content = MAP_VIEWS[view].content({ region, gathered, language }, inputs)
  const { network, title } = content
  const look = { language, theme, width, height, credits }
  const svg = drawContent(region, gathered, { ...content, bounds: bounds ?? content.bounds }, look)
  return { svg, title, network }
}

type Look = Pick<MapAsked, 'language' | 'theme' | 'width' | 'height' | 'credits'>

/** The content on the ground that all maps have; `layers` absent: all of the ground. */
export function drawContent(
  region: Region,
  gathered: GroundGathered,
  content: MapContent & { layers?: readonly LayerId[] },
  { language, theme, width, height, credits }: Look,
): string {
  const { layers, network, ...drawn } = content
  const has = (layer: LayerId) => !layers || layers.includes(layer)
  const ground = mapGround(region, gathered, language)
  return drawMap({
    ...drawn,
    width,
    height,
    language,
    theme,
    paint: paintOf(theme),
    family: `${DOCUMENT_FONT.family}, sans-serif`,
    ground: {
      ...ground,
      districts: has('districts') ? ground.districts : [],
      rivers: has('rivers') ? ground.rivers : [],
    },
    roadsIn: has('roads') ? roadsOf(network, gathered) : () => [],
    credits: credits ? creditsOf(gathered, network, language) : [],
  })
}

/** As on the page: roads, boundaries, coordinates, then the approval number or that there is none. */
export function creditsOf(
  { stored, mapApprovalNumber }: GroundGathered,
  { summary }: LoadedNetwork,
  language: DocumentLanguage,
): string[] {
  const attributions = [roadAttribution(summary.kind), boundaryAttribution(stored), COORDINATES]
  const approval = mapApprovalNumber ?? said({ zh: '未设置', en: 'not set' }, language)
  return [
    ...attributions.flatMap(({ title, licence }) => {
      const text = said(title, language)
      if (text === '') return []
      return [licence ? `${text} (${licenceTold(licence, sayIn(language))})` : text]
    }),
    said({ zh: `审图号：${approval}`, en: `Map approval number: ${approval}` }, language),
  ]
}
