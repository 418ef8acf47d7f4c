// Plants and suppliers of the candidate in focus, each with its minutes.
import { effect } from '@preact/signals'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { SYSTEM_CHARACTER, SYSTEM_LETTER, SYSTEMS } from '#geodata/model/system.ts'
import { firmHint } from '#web/map/drawn/companies.ts'
import { routeFeatures } from '#web/map/drawn/site-routes.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { beside, get, halo, text } from '#web/map/expressions.ts'
import { shownRanking } from '#web/map/focus.ts'
import { collect, point } from '#web/map/geojson.ts'
import { type Paint, plantPicture, supplierPicture, systemColour } from '#web/map/symbols.ts'
import { language, nameOf } from '#web/messages/index.ts'
import { minutesText, shownDuration } from '#web/messages/minutes-text.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

export const partners: DrawnThing = {
  shownFor: ['ranking'],
  sources: {
    partners: ({ paint }) => partnerFeatures(shownRanking.value, view.value, paint),
  },
  layers: (paint) => ({
    marks: [
      {
        id: 'partner-label',
        type: 'symbol',
        source: 'partners',
        minzoom: 7,
        layout: { ...text(get('label'), 11.5), ...beside(0.95), 'text-padding': 1 },
        paint: { 'text-color': get('colour') as never, ...halo(paint, 2) },
      },
      {
        id: 'partner',
        type: 'symbol',
        source: 'partners',
        layout: {
          'icon-image': get('picture') as never,
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
      },
    ],
  }),
  pictures: (paint) => ({
    'plant-zh-CN': () => ({ image: plantPicture(SYSTEM_CHARACTER.vehicle, paint) }),
    'plant-en': () => ({ image: plantPicture(SYSTEM_LETTER.vehicle, paint) }),
    ...Object.fromEntries(
      SYSTEMS.map((system) => [
        `supplier-${system}`,
        () => ({ image: supplierPicture(system, paint) }),
      ]),
    ),
  }),
  letters: () => ['′…–'],
  pointed: [
    {
      layer: 'partner',
      click: { turn: 4, does: { selects: 'companies', by: 'id' } },
      hint: ({ id }) => firmHint(String(id)),
    },
  ],
  // With routes on the map the minutes at the plants are what is asked for: they are placed before
  // the names of the ranked places.
  keep: ({ map }) =>
    effect(() => {
      const hasRoutes = routeFeatures().length > 0
      map.moveLayer('partner-label', hasRoutes ? 'rank-number' : 'partner')
    }),
}

/** The candidate in focus is the chosen one, else the pin, else the first. */
function partnerFeatures(result: SitingResult | null, { selection }: View, paint: Paint) {
  const ranking = result?.ranking ?? []
  const focus =
    ranking.find(({ id }) => id === selection?.id) ??
    ranking.find(({ kind }) => kind === 'pin') ??
    ranking[0]
  if (!focus) return collect([])
  const draw = (role: 'plant' | 'supplier') => (one: (typeof focus.plants)[number]) => {
    const duration = shownDuration(one)
    const minutes = duration === null ? '' : ` ${minutesText(duration)}′`
    const system = firmOf(one.id)?.properties.systems[0] ?? 'traditional'
    return point([...one.lngLat], {
      id: one.id,
      picture: role === 'plant' ? `plant-${language.value}` : `supplier-${system}`,
      colour: role === 'plant' ? paint('ink') : systemColour(system, paint),
      label: `${nameOf(one)}${minutes}`,
    })
  }
  return collect([...focus.plants.map(draw('plant')), ...focus.suppliers.map(draw('supplier'))])
}
