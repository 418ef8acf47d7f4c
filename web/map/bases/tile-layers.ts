// How are the tiles of a basemap drawn: in the tones of the built-in map, under everything of ours?
//
// Land use only shades the ground, for symbols are read on it: its tones are those of the built-in land.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { halo, onShield, text } from '#web/map/expressions.ts'
import type { Paint } from '#web/map/symbols.ts'

export const TILES = 'tiles'
/** Stands for the place of the ground in the map. */
export const GROUND = 'ground'

/** A layer, and the one of ours that it lies under. */
export type Placed = { layer: LayerSpecification; under: string }

const CLASS: ExpressionSpecification = ['get', 'class']
const byClass = (values: Record<string, string | number>, otherwise: string | number) =>
  ['match', CLASS, ...Object.entries(values).flat(), otherwise] as never
/** Widths in pixels at some zooms, straight in between. */
const byZoom = (stops: [zoom: number, value: unknown][]) =>
  ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as never

/** Wider roads lie over narrower ones. */
const ROAD_ORDER = {
  motorway: 6,
  trunk: 5,
  primary: 4,
  motorway_link: 3,
  trunk_link: 3,
  primary_link: 3,
  secondary: 2,
  tertiary: 1,
}
const ROAD_WIDTHS: [zoom: number, widths: Record<string, number>][] = [
  [5, { motorway: 0.6, trunk: 0.4 }],
  [8, { motorway: 1.3, trunk: 0.9, primary: 0.5 }],
  [11, { motorway: 2.4, trunk: 1.9, primary: 1.4, secondary: 1 }],
  [14, { motorway: 5, trunk: 4.4, primary: 3.8, secondary: 3, tertiary: 2.4 }],
]
const NARROWEST_PIXELS = [0.4, 0.4, 0.6, 1.5]
const PLACE_PIXELS = { city: 13, town: 12, suburb: 11.5 }
/** The label with the most people first; places without a count behind those with one. */
const PEOPLE = ['-', 0, ['coalesce', ['get', 'population'], 0]] as never

const ground = (layer: LayerSpecification): Placed => ({ layer, under: GROUND })

export function tileGround(paint: Paint): Placed[] {
  return [...tileAreas(paint), ...tileLines(paint)]
}

function tileAreas(paint: Paint): Placed[] {
  return [
    ground({
      id: 'tile-landuse',
      type: 'fill',
      source: TILES,
      'source-layer': 'landuse',
      paint: {
        'fill-color': byClass(
          {
            residential: paint('map-sea'),
            industrial: paint('map-sea'),
            commercial: paint('map-sea'),
          },
          paint('map-land'),
        ),
        'fill-opacity': byClass(
          { industrial: 0.9, residential: 0.7, commercial: 0.7, wood: 1 },
          0.5,
        ),
        'fill-antialias': false,
      },
    }),
    ground({
      id: 'tile-water',
      type: 'fill',
      source: TILES,
      'source-layer': 'water',
      paint: { 'fill-color': paint('map-water') },
    }),
  ]
}

function tileLines(paint: Paint): Placed[] {
  return [
    ground({
      id: 'tile-waterway',
      type: 'line',
      source: TILES,
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': paint('map-water'),
        'line-width': byZoom([
          [5, ['match', ['get', 'rank'], 1, 1.6, 0.7]],
          [8, ['match', ['get', 'rank'], 1, 3, 2, 1.6, 0.8]],
          [11, ['match', ['get', 'rank'], 1, 4, 2, 2.6, 1.4]],
          [14, ['match', ['get', 'rank'], 1, 5, 2, 4, 2.4]],
        ]),
      },
    }),
    ground({
      id: 'tile-rail',
      type: 'line',
      source: TILES,
      'source-layer': 'rail',
      paint: {
        'line-color': paint('line-2'),
        'line-width': byZoom([
          [7, 0.5],
          [14, 1.6],
        ]),
        'line-dasharray': [4, 2],
      },
    }),
    ground({
      id: 'tile-road',
      type: 'line',
      source: TILES,
      'source-layer': 'road',
      layout: {
        'line-cap': 'round',
        'line-join': 'round',
        'line-sort-key': byClass(ROAD_ORDER, 0),
      },
      paint: {
        'line-color': byClass(
          {
            motorway: paint('map-motorway'),
            motorway_link: paint('map-motorway'),
            trunk: paint('map-trunk'),
            trunk_link: paint('map-trunk'),
          },
          paint('map-primary'),
        ),
        'line-width': byZoom(
          ROAD_WIDTHS.map(([zoom, widths], index) => [
            zoom,
            byClass(widths, NARROWEST_PIXELS[index] ?? 1),
          ]),
        ),
      },
    }),
  ]
}

/** Names and numbers; each is hidden where our own layers write. */
export function tileLabels(paint: Paint, language: string): Placed[] {
  const named = nameIn(language)
  return [
    {
      under: 'district-label',
      layer: {
        id: 'tile-place',
        type: 'symbol',
        source: TILES,
        'source-layer': 'place',
        // Cities are named by the districts.
        filter: ['!=', CLASS, 'city'] as never,
        layout: {
          ...text(named, 10.5),
          'text-size': byClass(PLACE_PIXELS, 10.5),
          'symbol-sort-key': PEOPLE,
          'text-padding': 8,
        },
        paint: { 'text-color': paint('map-label'), ...halo(paint) },
      },
    },
    {
      under: 'river-label',
      layer: {
        id: 'tile-waterway-label',
        type: 'symbol',
        source: TILES,
        'source-layer': 'waterway',
        layout: {
          ...text(named, 11),
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-letter-spacing': 0.2,
        },
        paint: { 'text-color': paint('ink-3'), ...halo(paint) },
      },
    },
    {
      under: 'road-shield',
      layer: {
        id: 'tile-shield',
        type: 'symbol',
        source: TILES,
        'source-layer': 'road',
        minzoom: 7,
        filter: [
          'all',
          ['in', CLASS, ['literal', ['motorway', 'trunk']]],
          ['has', 'shield'],
        ] as never,
        layout: {
          ...text(['get', 'shield'], 9.5),
          'symbol-placement': 'line',
          'symbol-spacing': 500,
          ...onShield,
        },
        paint: { 'text-color': paint('ink-2') },
      },
    },
  ]
}

/** Which layers write a name in the language of the page. */
export const NAMED = ['tile-place', 'tile-waterway-label']

export function nameIn(language: string): ExpressionSpecification {
  const wanted = language === 'en' ? 'name:en' : 'name:zh'
  return ['coalesce', ['get', wanted], ['get', 'name'], '']
}
