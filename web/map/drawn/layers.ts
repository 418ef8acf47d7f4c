// Which sources and layers make the map, bottom to top?
//
// Labels are placed from the top layer down: symbols lie above the labels, so that no label covers
// a symbol, and the labels that matter most lie above the others.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { BuiltInLayer } from '#geodata/contract/basemap.ts'
import type { LayerId } from '#geodata/contract/documents.ts'
import { HILLSHADE } from '#web/map/bases/base.ts'
import { NETWORK_LAYERS } from '#web/map/drawn/network-roads.ts'
import { PARK_AREA_LAYERS } from '#web/map/drawn/park-areas.ts'
import { HEAD_FONT, TEXT_FONT } from '#web/map/fonts.ts'
import type { Paint } from '#web/map/symbols.ts'

export const SOURCES = [
  'land',
  'districts',
  'outline',
  'labels',
  'rivers',
  'roads',
  'discs',
  'rings',
  'ringLabels',
  'veil',
  'cables',
  'nodes',
  'companies',
  'hubs',
  'parks',
  'leaders',
  'ranks',
  'partners',
] as const
export type SourceId = (typeof SOURCES)[number]

/** Farther out firms are numbers of the parks, not places. */
export const COMPANIES_FROM_ZOOM = 7.4

type Strand = { id: string; kind: string; aside: number; width: number; dash?: number[] }

/** Line patterns say the kind of collaboration; a joint park is a double line. */
const STRANDS: Strand[] = [
  { id: 'cable-industry', kind: 'industry', aside: 0, width: 1.7 },
  { id: 'cable-park', kind: 'park', aside: -1.1, width: 0.9 },
  { id: 'cable-park-2', kind: 'park', aside: 1.1, width: 0.9 },
  { id: 'cable-technology', kind: 'technology', aside: 0, width: 1.6, dash: [6, 2, 1, 2] },
  { id: 'cable-talent', kind: 'talent', aside: 0, width: 1.8, dash: [0.6, 1.8] },
  { id: 'cable-market', kind: 'market', aside: 0, width: 1.6, dash: [5, 3] },
]

const PARK_LAYERS = ['park', 'park-label', 'park-selected', 'leader']
const COMPANY_LAYERS = ['company', 'company-cluster', 'company-count', 'company-label']
const LINK_LAYERS = ['cable-casing', 'cable-arc', ...STRANDS.map(({ id }) => id), 'node']
const RANK_LAYERS = ['rank', 'rank-number', 'rank-label', 'partner', 'partner-label']

/** What gives way to a basemap of tiles that has the like of it. */
export const BUILT_IN: Record<BuiltInLayer, string[]> = {
  rivers: ['river', 'river-label'],
  roads: ['road', 'road-shield'],
}

/** Layers that one switch of the legend shows and hides. */
export const SWITCHED: Record<LayerId, string[]> = {
  districts: ['district-line', 'district-label', 'outline-band', 'outline', 'tile-place'],
  rivers: [...BUILT_IN.rivers, 'tile-water', 'tile-waterway', 'tile-waterway-label'],
  roads: [...BUILT_IN.roads, 'tile-rail', 'tile-road', 'tile-shield', ...NETWORK_LAYERS],
  parks: [...PARK_LAYERS, ...PARK_AREA_LAYERS],
  companies: COMPANY_LAYERS,
  hubs: ['hub', 'hub-label'],
  links: LINK_LAYERS,
  precision: ['disc'],
  terrain: [HILLSHADE],
}

/** What gives way while a ranking is on the map, and what only a ranking shows. */
export const RANKING_HIDES = [...PARK_LAYERS, ...COMPANY_LAYERS, ...LINK_LAYERS, 'disc']
export const RANKING_SHOWS = RANK_LAYERS
/** What gives way while rings are looked at without a ranking. */
export const RINGS_HIDE = [...COMPANY_LAYERS, ...LINK_LAYERS, 'disc']

/** The suppliers and customers that light up; added when there can be some. */
export const SUPPLY_MARK = 'supply-mark'

/** Where one thing can be clicked: layer, collection, and the property that names it. */
export const CLICKED: [layer: string, collection: string, property: string][] = [
  ['rank', 'parks', 'id'],
  ['park', 'parks', 'id'],
  ['partner', 'companies', 'id'],
  [SUPPLY_MARK, 'companies', 'id'],
  ['hub', 'hubs', 'id'],
  ['company', 'companies', 'id'],
  ['cable-arc', 'links', 'link'],
  ['cable-casing', 'cables', 'pair'],
]

export function styleOf(paint: Paint): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] }
  const sources = Object.fromEntries(
    SOURCES.map((id) => [id, { type: 'geojson' as const, data: empty }]),
  )
  return {
    version: 8,
    sources,
    layers: [
      ...groundLayers(paint),
      ...ringLayers(paint),
      ...cableLayers(paint),
      ...placeLabelLayers(paint),
      ...companyLayers(paint),
      ...parkLayers(paint),
      ...rankLayers(paint),
    ],
  }
}

const get = (name: string) => ['get', name] as ExpressionSpecification
const is = (name: string, value: unknown) => ['==', ['get', name], value] as never
const when = (name: string, yes: unknown, no: unknown) =>
  ['case', ['boolean', ['get', name], false], yes, no] as never

/** A halo in the colour of the land, so that a label reads on lines too. */
export const halo = (paint: Paint, width = 1.6) => ({
  'text-halo-color': paint('map-focus'),
  'text-halo-width': width,
})

export const text = (field: unknown, size: number, font: string[] = TEXT_FONT) => ({
  'text-field': field as string,
  'text-font': font,
  'text-size': size,
})

function groundLayers(paint: Paint): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': paint('map-sea') } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paint('map-land') } },
    {
      id: 'district',
      type: 'fill',
      source: 'districts',
      paint: {
        'fill-color': [
          'match',
          get('tone'),
          ...[1, 2, 3, 4, 5].flatMap((tone) => [tone, paint(`fill-${tone}`)]),
          when('inFocus', paint('map-focus'), paint('map-land')),
        ] as never,
      },
    },
    {
      id: 'district-unknown',
      type: 'fill',
      source: 'districts',
      filter: is('unknown', true),
      paint: { 'fill-pattern': 'unknown' },
    },
    {
      id: 'outline-band',
      type: 'line',
      source: 'outline',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': paint('map-border'),
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 4, 9, 14],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 5, 3, 9, 9],
        'line-opacity': 0.2,
      },
    },
    {
      id: 'river',
      type: 'line',
      source: 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': paint('map-water'),
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.6, 8, 4, 11, 8],
      },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': paint('line-2'), 'line-width': 0.7, 'line-opacity': 0.8 },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'outline',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': paint('map-border'),
        'line-width': 1.1,
        'line-dasharray': [7, 2.5, 1.2, 2.5],
      },
    },
  ]
}

function ringLayers(paint: Paint): LayerSpecification[] {
  const byCutoff = (values: [unknown, unknown, unknown, unknown]) =>
    ['match', get('cutoffMinutes'), 30, values[0], 60, values[1], 90, values[2], values[3]] as never
  return [
    {
      id: 'ring',
      type: 'fill',
      source: 'rings',
      paint: {
        'fill-color': paint('time-60'),
        'fill-opacity': byCutoff([0.2, 0.14, 0.1, 0.06]),
        'fill-antialias': false,
      },
    },
    {
      id: 'road',
      type: 'line',
      source: 'roads',
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': [
          'match',
          get('roadClass'),
          'motorway',
          paint('map-motorway'),
          paint('map-trunk'),
        ] as never,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 9, 1.8, 12, 3],
      },
    },
    {
      id: 'veil',
      type: 'fill',
      source: 'veil',
      paint: { 'fill-color': paint('map-sea'), 'fill-opacity': 0.55, 'fill-antialias': false },
    },
    {
      id: 'ring-line',
      type: 'line',
      source: 'rings',
      filter: ['!=', get('cutoffMinutes'), 120] as never,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byCutoff([
          paint('time-30'),
          paint('time-60'),
          paint('time-90'),
          paint('time-90'),
        ]),
        'line-width': byCutoff([1.8, 1.4, 1.2, 1.2]),
      },
    },
    {
      id: 'ring-line-last',
      type: 'line',
      source: 'rings',
      filter: is('cutoffMinutes', 120),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': paint('time-90'), 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
    {
      id: 'disc',
      type: 'fill',
      source: 'discs',
      paint: {
        'fill-color': get('colour') as never,
        'fill-opacity': 0.026,
        'fill-antialias': false,
      },
    },
  ]
}

function cableLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'cable-casing',
      type: 'line',
      source: 'cables',
      filter: is('kind', 'casing'),
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': when('selected', paint('line-2'), paint('map-focus')),
        'line-width': get('width'),
        'line-opacity': when('faint', 0, 0.8),
      },
    },
    {
      // Wide enough to be hit; seen under the one in question only.
      id: 'cable-arc',
      type: 'line',
      source: 'cables',
      filter: is('kind', 'arc'),
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': paint('line-2'),
        'line-width': 9,
        'line-opacity': when('strong', 1, 0.01),
      },
    },
    ...STRANDS.map(
      ({ id, kind, aside, width, dash }): LayerSpecification => ({
        id,
        type: 'line',
        source: 'cables',
        filter: is('kind', kind),
        layout: { 'line-cap': kind === 'talent' ? 'round' : 'butt' },
        paint: {
          'line-color': paint('ink-2'),
          'line-width': width,
          'line-opacity': when('faint', 0.3, 0.9),
          'line-offset': ['+', get('offset'), aside] as never,
          ...(dash ? { 'line-dasharray': dash } : {}),
        },
      }),
    ),
    {
      id: 'node',
      type: 'circle',
      source: 'nodes',
      paint: {
        'circle-radius': when('faint', 3.2, 4.6),
        'circle-color': when('home', paint('ink-2'), paint('map-focus')),
        'circle-stroke-color': when('faint', paint('ink-3'), paint('ink-2')),
        'circle-stroke-width': 1.6,
      },
    },
  ]
}

/** Names of the ground, each below the next: they give way to everything else. */
function placeLabelLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'district-label',
      type: 'symbol',
      source: 'labels',
      minzoom: 6.6,
      layout: { ...text(get('name'), 11), 'text-padding': 6 },
      paint: { 'text-color': paint('map-label'), ...halo(paint) },
    },
    {
      id: 'river-label',
      type: 'symbol',
      source: 'rivers',
      layout: {
        ...text(get('name'), 12),
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-letter-spacing': 0.3,
      },
      paint: { 'text-color': paint('ink-3'), ...halo(paint) },
    },
    {
      id: 'road-shield',
      type: 'symbol',
      source: 'roads',
      minzoom: 7,
      filter: ['!=', get('ref'), ''] as never,
      layout: {
        ...text(get('ref'), 9.5),
        'symbol-placement': 'line-center',
        'icon-image': 'shield',
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [3, 4, 1, 4],
        'text-rotation-alignment': 'viewport',
        'icon-rotation-alignment': 'viewport',
        'text-padding': 60,
        'icon-padding': 4,
      },
      paint: { 'text-color': paint('ink-2') },
    },
    {
      id: 'company-label',
      type: 'symbol',
      source: 'companies',
      minzoom: 10.5,
      filter: ['!', ['has', 'count']] as never,
      layout: {
        ...text(get('label'), 11),
        'text-offset': [0, 0.8],
        'text-anchor': 'top',
        'text-max-width': 10,
      },
      paint: { 'text-color': paint('ink-2'), ...halo(paint) },
    },
    {
      id: 'hub-label',
      type: 'symbol',
      source: 'hubs',
      minzoom: 9,
      layout: { ...text(get('label'), 11), 'text-offset': [0, 1.1], 'text-anchor': 'top' },
      paint: { 'text-color': paint('ink-2'), ...halo(paint) },
    },
    {
      id: 'hub',
      type: 'symbol',
      source: 'hubs',
      minzoom: 6.6,
      layout: {
        'icon-image': ['concat', 'hub-', get('kind')] as never,
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ]
}

function companyLayers(paint: Paint): LayerSpecification[] {
  const clustered = ['has', 'count'] as never
  return [
    {
      id: 'company-cluster',
      type: 'circle',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: clustered,
      paint: {
        'circle-color': paint('bg-3'),
        'circle-opacity': 0.92,
        'circle-radius': ['step', get('count'), 7.5, 8, 9, 25, 11, 100, 13.5, 1000, 16] as never,
        'circle-stroke-color': paint('ink-3'),
        'circle-stroke-width': 0.8,
      },
    },
    {
      id: 'company',
      type: 'circle',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: ['!', clustered] as never,
      paint: {
        'circle-color': get('colour') as never,
        'circle-radius': when('selected', 6.5, 3.6),
        'circle-stroke-color': when('selected', paint('ink'), paint('map-focus')),
        'circle-stroke-width': when('selected', 2, 1),
      },
    },
    {
      id: 'company-count',
      type: 'symbol',
      source: 'companies',
      minzoom: COMPANIES_FROM_ZOOM,
      filter: clustered,
      layout: { ...text(get('short'), 9.5), 'text-allow-overlap': true },
      paint: { 'text-color': paint('ink-2') },
    },
  ]
}

/** A label beside its symbol, on whichever side has room. */
const beside = (offset: unknown) => ({
  'text-variable-anchor': ['left', 'right', 'top', 'bottom'] as never,
  'text-radial-offset': offset as never,
  'text-justify': 'auto' as const,
  'text-max-width': 12,
  'text-padding': 1,
})

function parkLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'leader',
      type: 'line',
      source: 'leaders',
      paint: {
        'line-color': paint('ink-3'),
        'line-width': 0.8,
        'line-opacity': when('dimmed', 0.25, 1),
      },
    },
    {
      id: 'park-label',
      type: 'symbol',
      source: 'parks',
      layout: {
        ...text(get('label'), 12.5),
        'text-font': when('strong', ['literal', HEAD_FONT], ['literal', TEXT_FONT]),
        ...beside(get('labelOffset')),
        'symbol-sort-key': get('order') as never,
      },
      paint: {
        'text-color': paint('ink'),
        ...halo(paint, 2),
        'text-opacity': when('dimmed', 0.3, 1),
      },
    },
    {
      id: 'park-selected',
      type: 'circle',
      source: 'parks',
      filter: is('selected', true),
      paint: {
        'circle-radius': get('selectedRadius') as never,
        'circle-color': paint('map-focus'),
        'circle-stroke-color': paint('ink'),
        'circle-stroke-width': 1.8,
      },
    },
    {
      id: 'park',
      type: 'symbol',
      source: 'parks',
      layout: {
        'icon-image': get('icon') as never,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['-', 0, get('order')] as never,
      },
      paint: { 'icon-opacity': when('dimmed', 0.22, 1) },
    },
  ]
}

function rankLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'partner-label',
      type: 'symbol',
      source: 'partners',
      minzoom: 7,
      layout: { ...text(get('label'), 11.5), ...beside(0.95) },
      paint: { 'text-color': get('colour') as never, ...halo(paint, 2) },
    },
    {
      id: 'partner',
      type: 'symbol',
      source: 'partners',
      layout: {
        'icon-image': [
          'match',
          get('role'),
          'plant',
          'plant',
          ['concat', 'supplier-', get('system')],
        ] as never,
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
    {
      id: 'rank-label',
      type: 'symbol',
      source: 'ranks',
      layout: {
        ...text(get('label'), 12.5),
        'text-font': when('selected', ['literal', HEAD_FONT], ['literal', TEXT_FONT]),
        ...beside(1.1),
        'symbol-sort-key': get('order') as never,
      },
      paint: { 'text-color': paint('ink'), ...halo(paint, 2) },
    },
    {
      id: 'rank',
      type: 'circle',
      source: 'ranks',
      layout: { 'circle-sort-key': ['-', 0, get('order')] as never },
      paint: {
        'circle-radius': when('selected', 12, 9.5),
        'circle-color': when('filled', paint('ink'), paint('bg')),
        'circle-stroke-color': paint('ink'),
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'rank-number',
      type: 'symbol',
      source: 'ranks',
      layout: {
        ...text(get('text'), 11, HEAD_FONT),
        'text-allow-overlap': true,
        'icon-padding': 0,
        'text-padding': 4,
      },
      paint: { 'text-color': when('filled', paint('on-ink'), paint('ink')) },
    },
    {
      id: 'ring-label',
      type: 'symbol',
      source: 'ringLabels',
      layout: {
        ...text(['concat', ['to-string', get('cutoffMinutes')], '′'], 14, HEAD_FONT),
        'text-allow-overlap': true,
      },
      paint: { 'text-color': paint('time-30'), ...halo(paint, 2.5) },
    },
  ]
}
