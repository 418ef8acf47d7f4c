// The firms of a region that has more of them than the page holds: as vector tiles, in which those that would
// cover one another are one feature with their count.
import { computed, effect } from '@preact/signals'
import type { LayerSpecification, Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import { SYSTEMS } from '#geodata/model/system.ts'
import { firmTiles } from '#web/api/firms.ts'
import {
  companyHint,
  companyLayers,
  companyNameLayer,
  groupHint,
  openGroup,
  RADII,
} from '#web/map/drawn/companies.ts'
import type { Banded, Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { get } from '#web/map/expressions.ts'
import { type Paint, systemColour } from '#web/map/symbols.ts'
import { language, t } from '#web/messages/index.ts'
import { choiceSearch } from '#web/state/region/firm-search.ts'
import { manyFirms } from '#web/state/region/firms.ts'
import { choices } from '#web/state/region/kept.ts'
import { dataset } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

const SOURCE = 'many-companies'
/** Beyond it tiles are enlarged, as the server makes none. */
const MOST_ZOOM = 18

export const manyCompanies: DrawnThing = {
  switchedBy: 'companies',
  shownFor: ['layout'],
  lateLayers: layers,
  pointed: [
    {
      layer: 'many-company-cluster',
      click: { turn: 4, does: { opens: openGroup } },
      hint: groupHint,
    },
    {
      layer: 'many-company',
      click: { turn: 9, does: { selects: 'companies', by: 'id' } },
      hint: companyHint,
    },
  ],
  keep: keepTiles,
}

/** Where the tiles of the kept firms lie; null: the page holds every firm, or knows of none yet. */
const wanted = computed(() =>
  manyFirms.value === null || !dataset.value
    ? null
    : firmTiles(choiceSearch(choices.value), dataset.value.hash),
)

function keepTiles(canvas: Canvas): () => void {
  const { map } = canvas
  const stopTiles = effect(() => {
    const tiles = wanted.value
    // Labels are written in the language of the page.
    const spoken = language.value
    if (!tiles) return take(map)
    document.documentElement.dataset.mapIdle = 'false'
    const there = map.getSource<VectorTileSource>(SOURCE)
    if (there) there.setTiles([tiles])
    else put(canvas, tiles)
    if (there) sayIn(canvas, spoken)
  })
  const stopChosen = effect(() => {
    const { selection } = view.value
    const id = selection?.collection === 'companies' ? selection.id : ''
    if (!wanted.value || !map.getLayer('many-company')) return
    for (const [name, value] of Object.entries(marked(id, canvas.paint))) {
      map.setPaintProperty('many-company', name as 'circle-radius', value)
    }
  })
  return () => {
    stopTiles()
    stopChosen()
  }
}

function put({ map, paint, above }: Canvas, tiles: string): void {
  map.addSource(SOURCE, { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: MOST_ZOOM })
  for (const layer of Object.values(layers(paint)).flat()) map.addLayer(layer, above(layer.id))
}

function take(map: MapLibre): void {
  for (const id of [
    'many-company-label',
    'many-company',
    'many-company-cluster',
    'many-company-count',
  ]) {
    if (map.getLayer(id)) map.removeLayer(id)
  }
  if (map.getSource(SOURCE)) map.removeSource(SOURCE)
}

function sayIn({ map }: Canvas, spoken: string): void {
  map.setLayoutProperty('many-company-label', 'text-field', nameIn(spoken))
  map.setLayoutProperty('many-company-count', 'text-field', shortIn(spoken))
}

const nameIn = (spoken: string) =>
  (spoken === 'en'
    ? ['case', ['!=', get('nameEn'), ''], get('nameEn'), get('nameZh')]
    : get('nameZh')) as never

/** A count as a label has room for it: 950, 1.2K; in Chinese counted by ten thousands. */
function shortIn(spoken: string) {
  const from = spoken === 'en' ? 1000 : 10_000
  const unit = t('layout.compactUnit')
  const tenths = ['/', ['round', ['*', 10, ['/', get('count'), from]]], 10]
  return [
    'case',
    ['<', get('count'), from],
    ['to-string', get('count')],
    ['concat', ['to-string', tenths], unit],
  ] as never
}

/** The chosen firm stands out; which one it is changes more often than the tiles. */
function marked(id: string, paint: Paint) {
  const when = (yes: unknown, no: unknown) => ['case', ['==', ['get', 'id'], id], yes, no] as never
  return {
    'circle-radius': when(6.5, 3.6),
    'circle-stroke-color': when(paint('ink'), paint('map-focus')),
    'circle-stroke-width': when(2, 1),
  }
}

function layers(paint: Paint): Banded<LayerSpecification> {
  const inTiles = (layer: LayerSpecification): LayerSpecification =>
    ({ ...layer, id: `many-${layer.id}`, source: SOURCE, 'source-layer': 'companies' }) as never
  const radius = ['step', get('count')] as unknown[]
  for (const [from, pixels] of [...RADII].reverse()) {
    if (radius.length === 2) radius.push(pixels)
    else radius.push(from, pixels)
  }
  const colour = [
    'match',
    ['get', 'system'],
    ...SYSTEMS.flatMap((system) => [system, systemColour(system, paint)]),
    systemColour('traditional', paint),
  ]
  const chosen = view.peek().selection
  const id = chosen?.collection === 'companies' ? chosen.id : ''
  const looks: Record<string, object> = {
    'company-cluster': { 'circle-radius': radius },
    company: { 'circle-color': colour, ...marked(id, paint) },
  }
  const spoken = language.peek()
  const says: Record<string, unknown> = {
    'company-label': nameIn(spoken),
    'company-count': shortIn(spoken),
  }
  const ours = (layer: LayerSpecification) => {
    const { paint: given, layout } = layer as { paint?: object; layout?: object }
    return inTiles({
      ...layer,
      paint: { ...given, ...looks[layer.id] },
      ...(layout ? { layout: { ...layout, 'text-field': says[layer.id] } } : {}),
    } as never)
  }
  return {
    names: [ours(companyNameLayer(paint))],
    marks: companyLayers(paint).map(ours),
  }
}
