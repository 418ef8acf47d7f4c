// One map of the product as a drawing: what its view shows, on the ground, in a theme and a language.
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { MAP_INPUTS, type MapViewId } from '#geodata/contract/maps.ts'
import { drawMap } from '#geodata/drawing/draw-map.ts'
import type { Theme } from '#geodata/drawing/styles.ts'
import type { Bounds } from '#geodata/geometry/bounds.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { mapGround, roadsOf } from '#server/maps/ground.ts'
import { paintOf } from '#server/maps/paint.ts'
import { MAP_VIEWS } from '#server/maps/views/index.ts'
import type { MapContent, MapWorld } from '#server/maps/world.ts'
import type { Ask } from '#server/processes/answered.ts'
import { boundaryAttribution, COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { LoadedNetwork } from '#server/region/networks.ts'
import type { Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'

export type MapSource = {
  store: Store
  region: Region
  mapApprovalNumber: string | null
  /** How the view has its analyses run: at once, or beside the server. */
  ask: Ask
}

export type MapLook = {
  language: DocumentLanguage
  theme: Theme
  /** Points of print, legend and credits with it. */
  width: number
  height: number
  /** What must be seen; absent: what the view finds worth seeing. */
  bounds?: Bounds | undefined
}

/** The drawing as an SVG document; a ProblemError says what is wrong with the inputs. */
export async function mapSvg(
  source: MapSource,
  view: MapViewId,
  given: unknown,
  look: MapLook,
): Promise<string> {
  const { store, region, ask } = source
  const { language, theme, bounds } = look
  const content = await contentOf({ region, ask, language }, view, given)
  const [ground, roadsIn, credits] = await Promise.all([
    mapGround(store, region, language),
    roadsOf(store, region, content.network),
    creditsOf(source, content.network, language),
  ])
  return drawMap({
    ...content,
    ...look,
    paint: paintOf(theme),
    family: `${DOCUMENT_FONT.family}, sans-serif`,
    bounds: bounds ?? content.bounds,
    ground,
    roadsIn,
    credits,
  })
}

function contentOf(world: MapWorld, view: MapViewId, given: unknown): Promise<MapContent> {
  const inputs = parseOrProblem<unknown>(MAP_INPUTS[view], given, '/inputs')
  // The compiler does not see that the shape of a view parses to the inputs of that view.
  return MAP_VIEWS[view].content(world, inputs as never)
}

/** As on the page: roads, boundaries, coordinates, then the approval number or that there is none. */
async function creditsOf(
  { store, region, mapApprovalNumber }: MapSource,
  { summary }: LoadedNetwork,
  language: DocumentLanguage,
): Promise<string[]> {
  const stored = await store.documents.dataset(region.id)
  const attributions = [roadAttribution(summary.kind), boundaryAttribution(stored), COORDINATES]
  const approval = mapApprovalNumber ?? said({ zh: '未设置', en: 'not set' }, language)
  return [
    ...attributions.flatMap(({ title, licence }) => {
      const text = said(title, language)
      if (text === '') return []
      return [licence ? `${text} (${licence})` : text]
    }),
    said({ zh: `审图号：${approval}`, en: `Map approval number: ${approval}` }, language),
  ]
}
