// The ranked places as numbered discs, or the compared ones under their letters.
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { LetteredPlace } from '#geodata/analysis/stories/ranked-in-scene.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { letterMark } from '#geodata/drawing/letters.ts'
import { parkHint } from '#web/map/drawn/parks.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { beside, get, halo, text, when } from '#web/map/expressions.ts'
import { shownRanking } from '#web/map/focus.ts'
import { HEAD_FONT, TEXT_FONT } from '#web/map/fonts.ts'
import { collect, point } from '#web/map/geojson.ts'
import { type Standing, standings } from '#web/map/shapes/park-places.ts'
import type { Paint } from '#web/map/symbols.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { letterOf, shownIndex, takenOf } from '#web/state/answers/compare.ts'
import { placeOfCompared } from '#web/state/answers/compared-place.ts'
import { sceneShown } from '#web/state/answers/scene-shown.ts'
import type { RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

/** The first fifteen are drawn, and the chosen one wherever it is. */
const RANKS_DRAWN = 15

export const ranks: DrawnThing = {
  sources: { ranks: () => collect(features()) },
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

/** Of what is compared, of the ranking that is looked at, or of what a scene ranks or compares. */
function features(): Feature[] {
  if (view.value.workspace === 'compare') return comparedFeatures(view.value)
  const { rows, isTied, compared } = sceneShown.value.ranking
  if (compared.length > 0) return compared.map((one) => letteredFeature(one, view.value))
  if (rows.length > 0) {
    const named = rows.map((row) => ({ ...row, nameZh: row.name.zh, nameEn: row.name.en }))
    return rankFeatures(named, { isSettled: true, isTied }, view.value, standings.value)
  }
  const { ranking = [], isSettled = false } = shownRanking.value ?? {}
  const first = ranking.filter(({ group }) => group === 1)
  // The pin is on the map already.
  const listed = ranking.filter(({ kind }) => kind !== 'pin')
  const known = { isSettled, isTied: isSettled && first.length > 1 }
  return rankFeatures(listed, known, view.value, standings.value)
}

type Ranked = Pick<
  RankedAnswer['ranking'][number],
  'id' | 'rank' | 'group' | 'chanceFirst' | 'lngLat' | 'nameZh' | 'nameEn'
>

/** `isSettled`: who cannot be told apart is known; `isTied`: several cannot be from the first. */
export function rankFeatures(
  ranking: readonly Ranked[],
  { isSettled, isTied }: { isSettled: boolean; isTied: boolean },
  { selection }: Pick<View, 'selection'>,
  standing: ReadonlyMap<string, Standing>,
): Feature[] {
  const chosen = selection?.id
  return ranking
    .filter(({ rank, id }) => rank <= RANKS_DRAWN || id === chosen)
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
    })
}

/** Filled as the mark of its column is. */
function letteredFeature(
  { id, name, lngLat, index, letter }: LetteredPlace,
  { selection }: Pick<View, 'selection'>,
): Feature {
  const isChosen = selection?.id === id
  return point([...(standings.value.get(id)?.lngLat ?? lngLat)], {
    id,
    text: letter,
    filled: letterMark(index, 1).isFilled || isChosen,
    label: say(name),
    selected: isChosen,
    order: isChosen ? -1 : index,
  })
}

/** The one whose rings are shown is filled. */
function comparedFeatures(of: View): Feature[] {
  const shown = shownIndex(of)
  return takenOf(of.compared).taken.flatMap((id, index) => {
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
  })
}
