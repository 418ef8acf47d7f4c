// Ports, rail stations, airports and road hubs that the filters keep.
import type { DrawnThing, Hint } from '#web/map/drawn-thing.ts'
import { get, halo, text } from '#web/map/expressions.ts'
import { collect, point } from '#web/map/geojson.ts'
import { hubPicture, type Paint } from '#web/map/symbols.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { keptHubs } from '#web/state/region/kept.ts'
import { hubs as hubList } from '#web/state/region/lists.ts'

const KINDS = ['port', 'rail', 'airport', 'road']

export const hubs: DrawnThing = {
  switchedBy: 'hubs',
  sources: { hubs: hubFeatures },
  layers: (paint) => ({
    names: [
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
    ],
  }),
  pictures: (paint: Paint) =>
    Object.fromEntries(
      KINDS.map((kind) => [`hub-${kind}`, () => ({ image: hubPicture(kind, paint) })]),
    ),
  letters: () => hubList.value.map(({ properties: { nameZh, nameEn } }) => nameZh + (nameEn ?? '')),
  pointed: [
    {
      layer: 'hub',
      click: { turn: 6, does: { selects: 'hubs', by: 'id' } },
      hint: ({ id }) => hintOf(String(id)),
    },
  ],
}

function hubFeatures() {
  return collect(
    keptHubs.value.kept.map((hub) =>
      point(hub.geometry.coordinates, {
        id: hub.properties.id,
        kind: hub.properties.kind,
        label: nameOf(hub.properties),
      }),
    ),
  )
}

function hintOf(id: string): Hint | null {
  const hub = hubList.value.find(({ properties }) => properties.id === id)?.properties
  return hub ? [nameOf(hub), t(`layout.hub.${hub.kind}`)] : null
}
