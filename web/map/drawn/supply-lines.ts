// Which suppliers and customers of the selected firm or park light up, and how are they tied to it?
//
// Recorded partners hang on a solid line, possible ones on a dashed line; where only a segment speaks
// for it the partner is marked without a line. Firms of one place share a mark.
import { effect } from '@preact/signals'
import type { Feature } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { PossiblePartner } from '#geodata/contract/processes/supply-chain.ts'
import type { System } from '#geodata/model/system.ts'
import { halo, SUPPLY_MARK, text } from '#web/map/drawn/layers.ts'
import { customerPicture, type Paint, parkRadiusPixels } from '#web/map/symbols.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { hovered } from '#web/state/answers/hover.ts'
import {
  keepSupplyChain,
  knownLinks,
  ownIds,
  supplyChain,
} from '#web/state/answers/supply-chain.ts'
import { companies, parks } from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

type Role = 'supplier' | 'customer' | 'known'
type Standing = 'known' | 'product' | 'segment'
type Marked = { id: string; role: Role; standing: Standing }
type Mark = Marked & {
  at: number[]
  system: System
  count: number
  label: string
  offset: [number, number]
}

const SOURCE = 'supply'
/** Room for half a mark and a gap. */
const MARK_PIXELS = 6

/** Adds source and layers below the parks, and keeps them; returns what stops it. */
export function keepSupplyLines(map: MapLibre, paint: Paint): () => void {
  addLayers(map, paint)
  const stopAsking = keepSupplyChain()
  const stop = effect(() => {
    const features = supplyFeatures()
    map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features })
  })
  return () => {
    stop()
    stopAsking()
  }
}

function supplyFeatures(): Feature[] {
  const { selection } = view.value
  const list = selection?.collection === 'parks' ? parks.value : companies.value
  const from = list.find(({ properties }) => properties.id === selection?.id)?.geometry?.coordinates
  const marks = marksOf()
  const lines = marks
    .filter(({ standing }) => standing !== 'segment')
    .flatMap(({ at, standing, id }): Feature[] =>
      from
        ? [
            feature(
              { type: 'LineString', coordinates: [from, at] },
              { standing, id, strong: hovered.value?.id === id },
            ),
          ]
        : [],
    )
  const points = marks.map(({ at, ...properties }) =>
    feature(
      { type: 'Point', coordinates: at },
      { ...properties, strong: hovered.value?.id === properties.id },
    ),
  )
  return [...lines, ...points]
}

/** One mark per place and role, the firmest of its firms first. */
function marksOf(): Mark[] {
  const known = knownLinks.value
    .flatMap(({ properties: { fromIds, toIds } }) => [...fromIds, ...toIds])
    .filter((id) => !ownIds.value.has(id))
    .map((id): Marked => ({ id, role: 'known', standing: 'known' }))
  const answer = supplyChain.value
  const possible = (partners: readonly PossiblePartner[], role: Role) =>
    partners.map(
      ({ companyId, goods }): Marked => ({
        id: companyId,
        role,
        standing: goods[0]?.match ?? 'segment',
      }),
    )
  const all = [
    ...known,
    ...(answer.kind === 'answered'
      ? [
          ...possible(answer.result.suppliers, 'supplier'),
          ...possible(answer.result.customers, 'customer'),
        ]
      : []),
  ]
  const byId = new Map(companies.value.map((company) => [company.properties.id, company]))
  const placed = all.flatMap((marked) => {
    const company = byId.get(marked.id)
    return company?.geometry ? [{ ...marked, company, at: company.geometry.coordinates }] : []
  })
  const byPlace = Map.groupBy(placed, ({ at, role }) => `${role}/${at.join(',')}`)
  return [...byPlace.values()].flatMap((together) => {
    const [first] = together
    if (!first) return []
    const { company, ...mark } = first
    const name = nameOf(company.properties)
    const count = together.length
    const label = count > 1 ? t('map.supply.andMore', { name, count: count - 1 }) : name
    const system = company.properties.systems[0] ?? 'vehicle'
    return [{ ...mark, count, label, system, offset: besidePark(mark.at, mark.role) }]
  })
}

/** Where a park has the same place its symbol stays whole: suppliers stand left of it, customers right. */
function besidePark(at: readonly number[], role: Role): [number, number] {
  const park = parksThen.value.find(({ geometry }) => geometry.coordinates.join() === at.join())
  if (!park) return [0, 0]
  const away = parkRadiusPixels(park, view.value.parkSize) + MARK_PIXELS
  return [role === 'supplier' ? -away : away, 0]
}

function feature(geometry: Feature['geometry'], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties }
}

function addLayers(map: MapLibre, paint: Paint): void {
  for (const system of [
    'power',
    'driving',
    'cockpit',
    'v2x',
    'material',
    'traditional',
    'vehicle',
  ] as const) {
    map.addImage(`customer-${system}`, customerPicture(system, paint), { pixelRatio: 2 })
  }
  map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  const standing = (one: Standing) => ['==', ['get', 'standing'], one] as never
  const strong = (yes: number, no: number) => ['case', ['get', 'strong'], yes, no] as never
  const line = (id: Standing, width: number, dash?: number[]) =>
    map.addLayer(
      {
        id: `supply-${id}`,
        type: 'line',
        source: SOURCE,
        filter: ['all', ['==', ['geometry-type'], 'LineString'], standing(id)] as never,
        paint: {
          'line-color': paint('ink'),
          'line-width': strong(width + 1.2, width),
          'line-opacity': strong(1, id === 'known' ? 0.9 : 0.5),
          ...(dash ? { 'line-dasharray': dash } : {}),
        },
      },
      'leader',
    )
  line('product', 0.8, [5, 4])
  line('known', 1.6)
  map.addLayer(
    {
      id: 'supply-label',
      type: 'symbol',
      source: SOURCE,
      minzoom: 8,
      filter: ['==', ['geometry-type'], 'Point'] as never,
      layout: {
        ...text(['get', 'label'], 11.5),
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'] as never,
        'text-radial-offset': 0.95,
        'text-justify': 'auto',
        'text-max-width': 12,
      },
      paint: { 'text-color': paint('ink-2'), ...halo(paint, 2) },
    },
    'leader',
  )
  map.addLayer({
    id: SUPPLY_MARK,
    type: 'symbol',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Point'] as never,
    layout: {
      'icon-image': [
        'concat',
        ['match', ['get', 'role'], 'supplier', 'supplier-', 'customer-'],
        ['get', 'system'],
      ] as never,
      'icon-size': ['match', ['get', 'standing'], 'segment', 0.7, 1] as never,
      'icon-offset': ['get', 'offset'] as never,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
  })
}
