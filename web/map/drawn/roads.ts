// The schematic roads and their numbers.
import type { Feature } from 'geojson'
import { drawnNetworkId } from '#web/map/drawn/network-roads.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { get, onShield, text } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { shieldPicture } from '#web/map/symbols.ts'
import { roads as roadList } from '#web/state/region/lists.ts'

/** A number as it stands on a shield: G65, S28. Roads without one carry no shield. */
const SHIELD_REF = /^[GS]\d+$/

export const roads: DrawnThing = {
  switchedBy: 'roads',
  givesWayAs: 'roads',
  isHidden: () => drawnNetworkId.value !== null,
  sources: { roads: roadFeatures },
  layers: (paint) => ({
    roads: [
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
    ],
    names: [
      {
        id: 'road-shield',
        type: 'symbol',
        source: 'roads',
        minzoom: 7,
        filter: ['!=', get('ref'), ''] as never,
        layout: {
          ...text(get('ref'), 9.5),
          'symbol-placement': 'line-center',
          ...onShield,
        },
        paint: { 'text-color': paint('ink-2') },
      },
    ],
  }),
  pictures: (paint) => ({
    shield: () => ({
      image: shieldPicture(paint),
      options: { stretchX: [[12, 44]], stretchY: [[10, 24]], content: [6, 8, 50, 28] },
    }),
  }),
  letters: () => roadList.value.map(({ properties }) => properties.ref),
}

function roadFeatures() {
  return collect(
    roadList.value
      .filter((road) => road.properties.status === 'open')
      .map((road) => ({
        ...road,
        properties: {
          roadClass: road.properties.roadClass,
          ref: SHIELD_REF.test(road.properties.ref) ? road.properties.ref : '',
        },
      })) as unknown as Feature[],
  )
}
