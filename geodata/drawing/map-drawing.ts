// What a map is drawn from: the ground, what is reached on it, what stands on it, and whose it is.
import type { Frame } from '#geodata/drawing/frame.ts'
import type { Paint, Theme } from '#geodata/drawing/styles.ts'
import type { Bounds } from '#geodata/geometry/bounds.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { System } from '#geodata/model/system.ts'

export type Positions = readonly (readonly number[])[]
/** Outer ring first, then holes. */
export type Polygons = readonly (readonly Positions[])[]

export type MapGround = {
  /** All land that is known, also beyond the region. */
  land: readonly Polygons[]
  /** The districts of the region. */
  districts: readonly { name: string; at: LngLat; polygons: Polygons }[]
  /** The border around them. */
  outline: readonly Positions[]
  rivers: readonly { name: string; lines: readonly Positions[] }[]
}

/** Roads that say the same. */
export type RoadLines = {
  /** motorway, trunk, primary, secondary, tertiary; whatever else is the least. */
  roadClass: string
  /** The number on its shield; empty: it has none. */
  ref: string
  lines: readonly Positions[]
}

export type Reached =
  | { kind: 'ring'; minutes: number; polygons: Polygons }
  /** Of a compared place, in the line of its column; the first is filled. */
  | { kind: 'catchment'; index: number; polygons: Polygons }
  /** Ground by the class of its score, from 0; null: unknown. */
  | { kind: 'score'; scoreClass: number | null; polygons: Polygons }
  /** Of a road. */
  | { kind: 'stretch'; line: Positions }

type Standing = {
  lngLat: LngLat
  /** What it is, for whoever points at it or has it read out. */
  title: string
  /** Written beside it: a name in text, a figure in bold. */
  name: string
  figure: string
  /** It is written whatever the room: on a hairline where there is none beside it. */
  isNeeded: boolean
  /** It is drawn weak: others are spoken of. */
  isFaint?: boolean
  /** It is spoken of: a ring stands around it. */
  isSelected?: boolean
}

export type MapSymbol = Standing &
  (
    | { kind: 'candidate'; index: number }
    | { kind: 'rank'; text: string; isFilled: boolean }
    /** The number of a stretch of road. */
    | { kind: 'stretch'; text: string }
    | { kind: 'plant' }
    | { kind: 'maker'; system: System }
    | { kind: 'hub' }
    | { kind: 'firm'; system: System }
    /** isDesignated: it is set as the one, and its border is whole. */
    | { kind: 'vehicle-park'; isDesignated?: boolean }
    | { kind: 'parts-park'; systems: readonly System[]; stage: string; firms: number }
    | { kind: 'joint-park'; systems: readonly System[] }
  )

/** How a thing looks in the legend. */
export type LegendSample =
  | { kind: 'rings'; count: number; isLast: boolean }
  | { kind: 'catchment'; index: number }
  | { kind: 'score'; scoreClass: number | null }
  | { kind: 'symbol'; symbol: MapSymbol }
  | { kind: 'words' }

export type LegendItem = { sample: LegendSample; text: string }

/** Collaboration links between home and another city, together. */
export type CityCable = { from: LngLat; to: LngLat; name: string; count: number }

export type MapDrawing = {
  /** Of the whole drawing, legend and credits with it. */
  width: number
  height: number
  language: 'zh-CN' | 'en'
  theme: Theme
  paint: Paint
  family: string
  title: string
  /** What must be seen. */
  bounds: Bounds
  ground: MapGround
  /** The roads of a piece of ground, as much of them as a web map shows at that zoom. */
  roadsIn: (bounds: Bounds, zoom: number) => readonly RoadLines[]
  reached: readonly Reached[]
  cables?: readonly CityCable[]
  /** The first has the first choice of room. */
  symbols: readonly MapSymbol[]
  legend: readonly LegendItem[]
  /** Legends of maps in the same frame: each leaves as much room below as the longest of them needs. */
  legendsBeside?: readonly (readonly LegendItem[])[]
  credits: readonly string[]
}

/** What of a drawing its parts need. */
export type Sheet = Pick<MapDrawing, 'paint' | 'theme' | 'language'> & {
  frame: Frame
}

/** A text that looks for room, and how it is drawn once it has some. */
export type Wording = {
  runs: readonly { text: string; weight: number }[]
  size: number
  token: string
  spacing?: number
}
