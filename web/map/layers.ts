// Which sources and layers make the map, bottom to top?
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { LayerId } from '#geodata/contract/documents.ts'
import type { Paint } from '#web/map/symbols.ts'

export const SOURCES = [
  'land',
  'districts',
  'rivers',
  'roads',
  'discs',
  'rings',
  'ringLabels',
  'cables',
  'docks',
  'companies',
  'hubs',
  'parks',
  'leaders',
  'labels',
  'ranks',
  'pin',
] as const
export type SourceId = (typeof SOURCES)[number]

const FONT = ['Noto Sans SC Variable']

/** Layers that one switch of the legend shows and hides. */
export const SWITCHED: Record<LayerId, string[]> = {
  districts: ['district-line', 'province-line', 'district-label'],
  rivers: ['river', 'river-label'],
  roads: ['road', 'road-shield'],
  parks: ['park', 'leader'],
  companies: ['company', 'company-cluster', 'company-count', 'company-label'],
  hubs: ['hub', 'hub-label'],
  links: [
    'cable-industry',
    'cable-park',
    'cable-park-2',
    'cable-technology',
    'cable-talent',
    'cable-market',
    'dock',
    'dock-label',
  ],
  precision: ['disc'],
}

const STRANDS: [kind: string, id: string, offset: number, dash: number[] | null][] = [
  ['industry', 'cable-industry', 0, null],
  ['park', 'cable-park', 3, null],
  ['park', 'cable-park-2', 5.2, null],
  ['technology', 'cable-technology', -3.4, [6, 2, 1, 2]],
  ['talent', 'cable-talent', -6.4, [0.6, 1.8]],
  ['market', 'cable-market', 8.4, [5, 3]],
]

export function styleOf(paint: Paint): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] }
  const sources = Object.fromEntries(
    SOURCES.map((id) => [
      id,
      id === 'companies'
        ? {
            type: 'geojson' as const,
            data: empty,
            cluster: true,
            clusterRadius: 34,
            clusterMaxZoom: 11,
          }
        : { type: 'geojson' as const, data: empty },
    ]),
  )
  return { version: 8, sources, layers: layersOf(paint) }
}

function layersOf(paint: Paint): LayerSpecification[] {
  const halo = { 'text-halo-color': paint('map-focus'), 'text-halo-width': 1.6 }
  const text = (field: unknown, size: number) => ({
    'text-field': field as string,
    'text-font': FONT,
    'text-size': size,
  })
  const isChongqing = ['==', ['get', 'provinceAdcode'], '500000']
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': paint('map-sea') } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paint('map-land') } },
    {
      id: 'district',
      type: 'fill',
      source: 'districts',
      paint: {
        'fill-color': ['case', isChongqing, paint('map-focus'), paint('map-land')] as never,
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
      id: 'province-line',
      type: 'line',
      source: 'districts',
      filter: isChongqing as never,
      paint: {
        'line-color': paint('map-border'),
        'line-width': 0.4,
        'line-opacity': 0.5,
        'line-dasharray': [4, 2, 1, 2],
      },
    },
    {
      id: 'ring',
      type: 'fill',
      source: 'rings',
      paint: {
        'fill-color': paint('time-60'),
        'fill-opacity': [
          'match',
          ['get', 'cutoffMinutes'],
          30,
          0.2,
          60,
          0.14,
          90,
          0.1,
          0.06,
        ] as never,
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
          ['get', 'roadClass'],
          'motorway',
          paint('map-motorway'),
          paint('map-trunk'),
        ] as never,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 9, 1.8, 12, 3],
      },
    },
    {
      id: 'ring-line',
      type: 'line',
      source: 'rings',
      filter: ['!=', ['get', 'cutoffMinutes'], 120] as never,
      paint: {
        'line-color': [
          'match',
          ['get', 'cutoffMinutes'],
          30,
          paint('time-30'),
          60,
          paint('time-60'),
          paint('time-90'),
        ] as never,
        'line-width': 1.4,
      },
    },
    {
      id: 'ring-line-last',
      type: 'line',
      source: 'rings',
      filter: ['==', ['get', 'cutoffMinutes'], 120] as never,
      paint: { 'line-color': paint('time-90'), 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
    {
      id: 'disc',
      type: 'fill',
      source: 'discs',
      paint: { 'fill-color': ['get', 'colour'] as never, 'fill-opacity': 0.09 },
    },
    ...STRANDS.map(
      ([kind, id, offset, dash]): LayerSpecification => ({
        id,
        type: 'line',
        source: 'cables',
        filter: ['==', ['get', 'kind'], kind] as never,
        layout: { 'line-cap': dash && kind === 'talent' ? 'round' : 'butt' },
        paint: {
          'line-color': paint('ink-2'),
          'line-width': id.startsWith('cable-park') ? 0.9 : 1.7,
          'line-offset': offset,
          ...(dash ? { 'line-dasharray': dash } : {}),
        },
      }),
    ),
    {
      id: 'district-label',
      type: 'symbol',
      source: 'labels',
      minzoom: 6.6,
      layout: { ...text(['get', 'name'], 11), 'symbol-sort-key': 9 },
      paint: { 'text-color': paint('map-label'), ...halo },
    },
    {
      id: 'river-label',
      type: 'symbol',
      source: 'rivers',
      layout: {
        ...text(['get', 'name'], 12),
        'symbol-placement': 'line',
        'text-letter-spacing': 0.3,
      },
      paint: { 'text-color': paint('ink-3'), ...halo },
    },
    {
      id: 'road-shield',
      type: 'symbol',
      source: 'roads',
      minzoom: 7,
      filter: ['!=', ['get', 'ref'], ''] as never,
      layout: {
        ...text(['get', 'ref'], 9.5),
        'symbol-placement': 'line-center',
        'icon-image': 'shield',
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [3, 4, 1, 4],
        'text-rotation-alignment': 'viewport',
        'icon-rotation-alignment': 'viewport',
        'text-padding': 60,
      },
      paint: { 'text-color': paint('ink-2') },
    },
    {
      id: 'company-cluster',
      type: 'circle',
      source: 'companies',
      minzoom: 7.4,
      filter: ['has', 'point_count'] as never,
      paint: {
        'circle-color': paint('ink-3'),
        'circle-opacity': 0.85,
        'circle-radius': ['step', ['get', 'point_count'], 8, 8, 10, 25, 13] as never,
        'circle-stroke-color': paint('map-focus'),
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'company',
      type: 'circle',
      source: 'companies',
      minzoom: 7.4,
      filter: ['!', ['has', 'point_count']] as never,
      paint: {
        'circle-color': ['get', 'colour'] as never,
        'circle-radius': 4,
        'circle-stroke-color': paint('map-focus'),
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'company-count',
      type: 'symbol',
      source: 'companies',
      minzoom: 7.4,
      filter: ['has', 'point_count'] as never,
      layout: { ...text(['get', 'point_count_abbreviated'], 10.5), 'text-allow-overlap': true },
      paint: { 'text-color': paint('on-ink') },
    },
    {
      id: 'hub',
      type: 'symbol',
      source: 'hubs',
      minzoom: 6.6,
      layout: {
        'icon-image': ['concat', 'hub-', ['get', 'kind']] as never,
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'leader',
      type: 'line',
      source: 'leaders',
      paint: { 'line-color': paint('ink-3'), 'line-width': 0.7 },
    },
    {
      id: 'park',
      type: 'symbol',
      source: 'parks',
      layout: {
        'icon-image': ['concat', 'park-', ['get', 'id']] as never,
        'icon-allow-overlap': true,
        'icon-ignore-placement': false,
        'symbol-sort-key': ['get', 'order'] as never,
        ...text(['get', 'label'], 12.5),
        'text-variable-anchor-offset': [
          'left',
          [1.35, 0],
          'right',
          [-1.35, 0],
          'top',
          [0, 1.25],
          'bottom',
          [0, -1.25],
        ] as never,
        'text-justify': 'auto',
        'text-optional': true,
        'text-max-width': 12,
      },
      paint: {
        'text-color': paint('ink'),
        ...halo,
        'icon-opacity': ['case', ['get', 'dimmed'], 0.22, 1] as never,
        'text-opacity': ['case', ['get', 'dimmed'], 0.3, 1] as never,
      },
    },
    {
      id: 'park-selected',
      type: 'circle',
      source: 'parks',
      filter: ['==', ['get', 'selected'], true] as never,
      paint: {
        'circle-radius': 19,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': paint('ink'),
        'circle-stroke-width': 1.8,
      },
    },
    {
      id: 'hub-label',
      type: 'symbol',
      source: 'hubs',
      minzoom: 9,
      layout: {
        ...text(['get', 'label'], 11),
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: { 'text-color': paint('ink-2'), ...halo },
    },
    {
      id: 'company-label',
      type: 'symbol',
      source: 'companies',
      minzoom: 10.5,
      filter: ['!', ['has', 'point_count']] as never,
      layout: {
        ...text(['get', 'label'], 11),
        'text-offset': [0, 0.8],
        'text-anchor': 'top',
        'text-optional': true,
        'text-max-width': 10,
      },
      paint: { 'text-color': paint('ink-2'), ...halo },
    },
    {
      id: 'dock',
      type: 'circle',
      source: 'docks',
      paint: {
        'circle-radius': 5,
        'circle-color': paint('bg'),
        'circle-stroke-color': paint('ink'),
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'dock-label',
      type: 'symbol',
      source: 'docks',
      layout: {
        ...text(['get', 'label'], 13),
        'text-offset': [0, -1.1],
        'text-anchor': 'bottom',
        'text-allow-overlap': true,
      },
      paint: { 'text-color': paint('ink'), ...halo, 'text-halo-width': 3 },
    },
    {
      id: 'ring-label',
      type: 'symbol',
      source: 'ringLabels',
      layout: {
        ...text(['concat', ['to-string', ['get', 'cutoffMinutes']], '′'], 14),
        'text-allow-overlap': true,
      },
      paint: { 'text-color': paint('time-30'), ...halo, 'text-halo-width': 2.5 },
    },
    {
      id: 'rank',
      type: 'circle',
      source: 'ranks',
      paint: {
        'circle-radius': 10,
        'circle-color': ['case', ['<=', ['get', 'rank'], 3], paint('ink'), paint('bg')] as never,
        'circle-stroke-color': paint('ink'),
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'rank-label',
      type: 'symbol',
      source: 'ranks',
      layout: {
        ...text(['to-string', ['get', 'rank']], 11),
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': ['case', ['<=', ['get', 'rank'], 3], paint('on-ink'), paint('ink')] as never,
      },
    },
  ]
}
