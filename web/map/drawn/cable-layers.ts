// The collaboration between cities, as one cable of strands per pair, with what stands at its ends.
import { computed } from '@preact/signals'
import type { LayerSpecification } from 'maplibre-gl'
import { keepDocks } from '#web/map/drawn/docks.ts'
import type { DrawnThing, Hint } from '#web/map/drawn-thing.ts'
import { get, is, when } from '#web/map/expressions.ts'
import { focus, isSwitchedOff } from '#web/map/focus.ts'
import { cableFeatures, cablesOf, openedBy } from '#web/map/shapes/cables.ts'
import type { Paint } from '#web/map/symbols.ts'
import { t } from '#web/messages/index.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { hasPartnersOnMap } from '#web/state/answers/supply-chain.ts'
import { links } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

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

export const cables: DrawnThing = {
  switchedBy: 'links',
  shownFor: ['layout'],
  sources: { cables: () => drawn.value.cables, nodes: () => drawn.value.nodes },
  layers: (paint) => ({
    links: [...casings(paint), ...STRANDS.map((strand) => strandLayer(strand, paint)), node(paint)],
  }),
  pointed: [
    {
      layer: 'cable-arc',
      click: { turn: 8, does: { selects: 'links', by: 'link' } },
      hint: ({ link }) => linkHint(String(link)),
    },
    { layer: 'cable-casing', click: { turn: 9, does: { selects: 'cables', by: 'pair' } } },
  ],
  keep: ({ map }) =>
    keepDocks(
      map,
      () => cablesShown.value,
      () => (view.value.selection?.collection === 'cables' ? view.value.selection.id : null),
      (pair) => changeView({ selection: { collection: 'cables', id: pair }, workspace: 'layout' }),
    ),
}

const drawn = computed(() => {
  const all = cablesOf()
  return cableFeatures(all, {
    opened: openedBy(all, view.value.selection),
    linkId: linkInQuestion(),
    aside: hasPartnersOnMap.value,
  })
})

/** The cables that are visible; none while they are hidden or switched off. */
export const cablesShown = computed(() =>
  isSwitchedOff('links') || focus.value !== 'layout' ? [] : cablesOf(),
)

/** The link pointed at, else the selected one. */
function linkInQuestion(): string | null {
  const one = hovered.value?.collection === 'links' ? hovered.value : view.value.selection
  return one?.collection === 'links' ? one.id : null
}

function casings(paint: Paint): LayerSpecification[] {
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
  ]
}

function strandLayer({ id, kind, aside, width, dash }: Strand, paint: Paint): LayerSpecification {
  return {
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
  }
}

function node(paint: Paint): LayerSpecification {
  return {
    id: 'node',
    type: 'circle',
    source: 'nodes',
    paint: {
      'circle-radius': when('faint', 3.2, 4.6),
      'circle-color': when('home', paint('ink-2'), paint('map-focus')),
      'circle-stroke-color': when('faint', paint('ink-3'), paint('ink-2')),
      'circle-stroke-width': 1.6,
    },
  }
}

function linkHint(id: string): Hint | null {
  const link = links.value.find(({ properties }) => properties.id === id)?.properties
  if (!link) return null
  return [
    `${link.fromNameZh} → ${link.toNameZh}`,
    `${t(`layout.kind.${link.kind}`)} · ${link.year}`,
  ]
}
