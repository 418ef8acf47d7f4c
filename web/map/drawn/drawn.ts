// What is drawn on the map, bottom to top? A new thing is a file of its own and a line here.
//
// A thing lies in the bands that its file names; within a band things lie as they stand here.
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { BuiltInLayer } from '#geodata/contract/basemap.ts'
import { askArea } from '#web/map/drawn/ask-area.ts'
import { borders } from '#web/map/drawn/borders.ts'
import { cables } from '#web/map/drawn/cable-layers.ts'
import { companies } from '#web/map/drawn/companies.ts'
import { discs } from '#web/map/drawn/discs.ts'
import { districtFills } from '#web/map/drawn/district-fill.ts'
import { districtNames } from '#web/map/drawn/district-names.ts'
import { hovered } from '#web/map/drawn/hovered.ts'
import { hubs } from '#web/map/drawn/hubs.ts'
import { land } from '#web/map/drawn/land.ts'
import { manyCompanies } from '#web/map/drawn/many-companies.ts'
import { networkRoads } from '#web/map/drawn/network-roads.ts'
import { parkAreas } from '#web/map/drawn/park-areas.ts'
import { parks } from '#web/map/drawn/parks.ts'
import { partners } from '#web/map/drawn/partners.ts'
import { ranks } from '#web/map/drawn/ranks.ts'
import { ringFill } from '#web/map/drawn/ring-fill.ts'
import { ringLines } from '#web/map/drawn/ring-lines.ts'
import { rings } from '#web/map/drawn/rings.ts'
import { rivers } from '#web/map/drawn/rivers.ts'
import { roads } from '#web/map/drawn/roads.ts'
import { sceneAreas } from '#web/map/drawn/scene-areas.ts'
import { sceneStretches } from '#web/map/drawn/scene-stretches.ts'
import { siteRoutes } from '#web/map/drawn/site-routes.ts'
import { supplyLines } from '#web/map/drawn/supply-lines.ts'
import { surface } from '#web/map/drawn/surface.ts'
import { windowRoute } from '#web/map/drawn/window-route.ts'
import { BANDS, type Banded, type DrawnThing, type Pointed } from '#web/map/drawn-thing.ts'
import type { Paint } from '#web/map/symbols.ts'

export const DRAWN: readonly DrawnThing[] = [
  land,
  districtFills,
  borders,
  districtNames,
  rivers,
  ringFill,
  ringLines,
  rings,
  sceneAreas,
  surface,
  networkRoads,
  roads,
  parkAreas,
  discs,
  cables,
  companies,
  manyCompanies,
  hubs,
  askArea,
  supplyLines,
  sceneStretches,
  windowRoute,
  parks,
  siteRoutes,
  partners,
  ranks,
  hovered,
]

function inBands<Layer>(layersOf: (thing: DrawnThing) => Banded<Layer>[]): Layer[] {
  const things = DRAWN.flatMap(layersOf)
  return BANDS.flatMap((band) => things.flatMap((layers) => layers[band] ?? []))
}

/** Layers that are there from the beginning, bottom to top. */
export function layersIn(paint: Paint): LayerSpecification[] {
  return inBands(({ layers }) => (layers ? [layers(paint)] : []))
}

/** Ids do not depend on colours. */
const noColour: Paint = () => ''

/** Every layer that can be there, bottom to top. */
export const LAYER_ORDER: readonly string[] = inBands<{ id: string }>((thing) => [
  thing.layers?.(noColour) ?? {},
  thing.lateLayers?.(noColour) ?? {},
]).map(({ id }) => id)

export function layersOf({ layers, lateLayers }: DrawnThing): string[] {
  const banded: Banded<{ id: string }>[] = [layers?.(noColour) ?? {}, lateLayers?.(noColour) ?? {}]
  return banded.flatMap((one) => Object.values(one).flat()).map(({ id }) => id)
}

/** What is hidden where a basemap of tiles shows the same thing. */
export function layersGivingWay(as: BuiltInLayer): string[] {
  return DRAWN.filter(({ givesWayAs }) => givesWayAs === as).flatMap(layersOf)
}

const turn = ({ click }: Pointed) => click?.turn ?? Number.POSITIVE_INFINITY

/** What the pointer finds, in the order in which a click is meant. */
export const POINTED: readonly Pointed[] = DRAWN.flatMap(({ pointed }) => pointed ?? []).sort(
  (a, b) => turn(a) - turn(b),
)

/** What the map begins with: the sea, and nothing to wait for. */
export function firstStyle(paint: Paint): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: layersIn(paint).filter(({ type }) => type === 'background'),
  }
}

export const SOURCES: readonly string[] = DRAWN.flatMap(({ sources }) => Object.keys(sources ?? {}))

/** Every text a label may show. */
export function* lettersDrawn(): Iterable<string> {
  for (const { letters } of DRAWN) if (letters) yield* letters()
}
