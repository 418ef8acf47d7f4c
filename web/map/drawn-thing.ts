// What makes one thing on the map: its sources and layers, what the pointer does there, its switch?
//
// Each file in drawn/ holds one; drawn/drawn.ts lists them, and what is here is all they may say.
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerSpecification, Map as MapLibre, StyleImageMetadata } from 'maplibre-gl'
import type { BuiltInLayer } from '#geodata/contract/basemap.ts'
import type { LayerId } from '#geodata/contract/collections.ts'
import type { Paint } from '#web/map/symbols.ts'

/** From the bottom to the top of the map. Within a band things lie as the table lists them. */
export const BANDS = [
  // The sea, the land, what fills districts, water.
  'ground',
  'borders',
  // How far one gets in some minutes: under the roads, so that these are read on it.
  'reach',
  'roads',
  // The roads of a surveyed network, over the schematic ones.
  'streets',
  // Outlines of ground, and how exactly a place is known.
  'areas',
  'links',
  // Names of the ground, each giving way to the next, and these to the symbols above.
  'names',
  // Symbols of places with their labels: labels are placed from the top down.
  'marks',
  // What a question brought, over all places.
  'answers',
  // What stands out at this moment.
  'top',
] as const
export type Band = (typeof BANDS)[number]
export type Banded<Layer> = Partial<Record<Band, Layer[]>>

/** What the page looks at: a ranking or rings take the place of what they would cover. */
export type Focus = 'layout' | 'rings' | 'ranking'

/** The map that things are drawn on. */
export type Canvas = {
  map: MapLibre
  paint: Paint
  /** Fills a source. */
  put: (source: string, data: FeatureCollection) => void
  /** The lowest layer on the map that lies above this one by the table. */
  above: (layer: string) => string | undefined
}

export type Picture = { image: ImageData; options?: Partial<StyleImageMetadata> }
export type Hint = [name: string, more: string]

export type Pointed = {
  layer: string
  click?: {
    /** Of what lies under the pointer the one with the lowest number is meant. */
    turn: number
    /** The collection whose row is selected, and the property with its id; or what happens instead. */
    does: { selects: string; by: string } | { opens: (map: MapLibre, clicked: Feature) => void }
  }
  /** Its name and one line more, beside the pointer. */
  hint?: (properties: Record<string, unknown>) => Hint | null
}

export type DrawnThing = {
  /** GeoJSON sources, and what is in them; filled anew when a signal that it reads changes. */
  sources?: Record<string, (canvas: Canvas) => FeatureCollection>
  layers?: (paint: Paint) => Banded<LayerSpecification>
  /** Layers that `keep` adds and takes away: only their places are laid down here. */
  lateLayers?: (paint: Paint) => Banded<Pick<LayerSpecification, 'id' | 'paint'>>
  /** Pictures that its layers name. */
  pictures?: (paint: Paint) => Record<string, () => Picture>
  /** What its labels say, in both languages: these letters are fetched before it is drawn. */
  letters?: () => Iterable<string>
  /** The switch of the legend that shows and hides it. */
  switchedBy?: LayerId
  /** Hidden where a basemap of tiles shows the same thing. */
  givesWayAs?: BuiltInLayer
  /** Shown only while the page looks at this; always where nothing is said. */
  shownFor?: readonly Focus[]
  /** Hidden for a reason of its own. */
  isHidden?: () => boolean
  pointed?: readonly Pointed[]
  /** What its sources ask for besides the signals: runs before they are filled; returns what stops it. */
  prepare?: (canvas: Canvas) => () => void
  /** What else it needs while the map is there, with its layers; returns what stops that. */
  keep?: (canvas: Canvas) => () => void
}
