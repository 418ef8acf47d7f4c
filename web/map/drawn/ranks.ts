// The ranked places as numbered discs, or the compared ones under their letters.
import type { LayerSpecification } from 'maplibre-gl'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { parkHint } from '#web/map/drawn/parks.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { beside, get, halo, text, when } from '#web/map/expressions.ts'
import { shownRanking } from '#web/map/focus.ts'
import { HEAD_FONT, TEXT_FONT } from '#web/map/fonts.ts'
import { collect, point } from '#web/map/geojson.ts'
import { type Standing, standings } from '#web/map/shapes/park-places.ts'
import type { Paint } from '#web/map/symbols.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { letterOf, shownIndex, takenOf } from '#web/state/answers/compare.ts'
import { placeOfCompared } from '#web/state/answers/compared-place.ts'
import type { RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

/** The first fifteen are drawn, and the chosen one wherever it is. */
const RANKS_DRAWN = 15

export const ranks: DrawnThing = {
  shownFor: ['ranking'],
  sources: {
    ranks: () =>
      view.value.workspace === 'compare'
        ? comparedFeatures(view.value)
        : rankFeatures(shownRanking.value, view.value, standings.value),
  },
  layers: (paint) => ({
    marks: rankLayers(paint),
    answers: [
      {
        // The chosen one keeps its name beside those of its plants: the topmost labels come first.
        id: 'site-route-name',
        type: 'symbol',
        source: 'ranks',
        filter: ['==', ['get', 'selected'], true],
        layout: { ...text(get('label'), 12.5, HEAD_FONT), ...beside(1.1) },
        paint: { 'text-color': paint('ink'), ...halo(paint, 2) },
      },
    ],
  }),
  pointed: [
    {
      layer: 'rank',
      click: { turn: 1, does: { selects: 'parks', by: 'id' } },
      hint: ({ id }) => parkHint(String(id)),
    },
  ],
}

function rankLayers(paint: Paint): LayerSpecification[] {
  return [
    {
      id: 'rank-label',
      type: 'symbol',
      source: 'ranks',
      // The chosen one has a label of its own, above.
      filter: ['!=', ['get', 'selected'], true],
      layout: {
        ...text(get('label'), 12.5),
        'text-font': when('selected', ['literal', HEAD_FONT], ['literal', TEXT_FONT]),
        ...beside(1.1),
        'text-padding': 1,
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
  ]
}

function rankFeatures(
  result: RankedAnswer | null,
  { selection }: View,
  standing: ReadonlyMap<string, Standing>,
) {
  const chosen = selection?.id
  const isSettled = result?.isSettled ?? false
  const isTied = isSettled && (result?.ranking ?? []).filter(({ group }) => group === 1).length > 1
  return collect(
    (result?.ranking ?? [])
      .filter(({ kind, rank, id }) => kind !== 'pin' && (rank <= RANKS_DRAWN || id === chosen))
      .map(({ id, rank, group, chanceFirst, lngLat, nameZh, nameEn }) => {
        const park = parks.value.find(({ properties }) => properties.id === id)?.properties
        const label = language.value === 'en' ? park?.labelEn : park?.labelZh
        return point([...(standing.get(id)?.lngLat ?? lngLat)], {
          id,
          text: String(rank),
          // Those whom nobody can tell apart from the first are filled like it, each with its chance.
          filled: (isSettled ? group === 1 : rank === 1) || id === chosen,
          label: [
            label ?? nameOf({ nameZh, nameEn }),
            ...(group === 1 && isTied
              ? [t('site.chanceOnMap', { chance: chanceText(chanceFirst) })]
              : []),
          ].join('\n'),
          selected: id === chosen,
          order: id === chosen ? 0 : rank,
        })
      }),
  )
}

/** The one whose rings are shown is filled. */
function comparedFeatures(of: View) {
  const shown = shownIndex(of)
  return collect(
    takenOf(of.compared).taken.flatMap((id, index) => {
      const park = parks.value.find(({ properties }) => properties.id === id)
      const at = placeOfCompared(id)
      if (!at) return []
      const { labelZh, labelEn } = park?.properties ?? { labelZh: '', labelEn: '' }
      return [
        point([...at], {
          id,
          text: letterOf(index),
          filled: index === shown,
          label: language.value === 'en' ? labelEn : labelZh,
          selected: index === shown,
          order: index === shown ? -1 : index,
        }),
      ]
    }),
  )
}
