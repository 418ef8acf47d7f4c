// Which suppliers and customers of the selected firm or park light up, and how are they tied to it?
//
// Recorded partners hang on a solid line. Possible ones are drawn where they are asked for, on a dashed
// line; where only a segment is known for it the partner is marked without a line. Firms that stand
// close together share a mark and a line, so that a hundred of them stay a handful.
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Company } from '#geodata/contract/collections.ts'
import type { PossiblePartner } from '#geodata/contract/processes/supply-chain.ts'
import { SYSTEMS, type System } from '#geodata/model/system.ts'
import { groupHint } from '#web/map/drawn/companies.ts'
import type { DrawnThing } from '#web/map/drawn-thing.ts'
import { beside, get, halo, text } from '#web/map/expressions.ts'
import { collect } from '#web/map/geojson.ts'
import { bundled } from '#web/map/shapes/bundles.ts'
import { standingZoom } from '#web/map/shapes/park-places.ts'
import { customerPicture, type Paint, parkRadiusPixels } from '#web/map/symbols.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { hovered } from '#web/state/answers/hover.ts'
import {
  keepSupplyChain,
  knownLinks,
  ownIds,
  possibleOnMap,
} from '#web/state/answers/supply-chain.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { parks } from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

type Role = 'supplier' | 'customer' | 'known'
type Standing = 'known' | 'product' | 'segment'
type Marked = { id: string; role: Role; standing: Standing }
type Placed = Marked & { company: Company; at: number[] }
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

export const supplyLines: DrawnThing = {
  sources: { supply: () => collect(supplyFeatures()) },
  layers: (paint) => ({
    marks: [
      lineLayer(paint, 'product', 0.8, [5, 4]),
      lineLayer(paint, 'known', 1.6),
      labelLayer(paint),
    ],
    top: [MARK_LAYER],
  }),
  // Suppliers have the pictures of the partners of a ranking.
  pictures: (paint) =>
    Object.fromEntries(
      SYSTEMS.map((system) => [
        `customer-${system}`,
        () => ({ image: customerPicture(system, paint) }),
      ]),
    ),
  pointed: [
    {
      layer: 'supply-mark',
      click: { turn: 5, does: { selects: 'companies', by: 'id' } },
      hint: groupHint,
    },
  ],
  keep: () => keepSupplyChain(),
}

function supplyFeatures(): Feature[] {
  const { selection } = view.value
  const chosen =
    selection?.collection === 'parks'
      ? parks.value.find(({ properties }) => properties.id === selection.id)
      : firmOf(selection?.id)
  const from = chosen?.geometry?.coordinates
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

/** One mark per role for those who stand together, the firmest of them first. */
function marksOf(): Mark[] {
  const known = knownLinks.value
    .flatMap(({ properties: { fromIds, toIds } }) => [...fromIds, ...toIds])
    .filter((id) => !ownIds.value.has(id))
    .map((id): Marked => ({ id, role: 'known', standing: 'known' }))
  const possible = (partners: readonly PossiblePartner[], role: Role) =>
    partners.map(
      ({ companyId, goods }): Marked => ({
        id: companyId,
        role,
        standing: goods[0]?.match ?? 'segment',
      }),
    )
  const { suppliers, customers } = possibleOnMap.value
  const all = [...known, ...possible(suppliers, 'supplier'), ...possible(customers, 'customer')]
  const placed = all.flatMap((marked): Placed[] => {
    const company = firmOf(marked.id)
    return company?.geometry ? [{ ...marked, company, at: company.geometry.coordinates }] : []
  })
  const byRole = [...Map.groupBy(placed, ({ role }) => role).values()]
  return byRole.flatMap((alike) =>
    bundled(alike, standingZoom.value).flatMap(({ members, at }) => {
      const [first] = members
      return first ? [markOf(first, members.length, at)] : []
    }),
  )
}

function markOf({ company, ...mark }: Placed, count: number, at: number[]): Mark {
  const name = nameOf(company.properties)
  const label = count > 1 ? t('map.supply.andMore', { name, count: count - 1 }) : name
  const system = company.properties.systems[0] ?? 'vehicle'
  return { ...mark, at, count, label, system, offset: besidePark(at, mark.role) }
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

const isPoint = ['==', ['geometry-type'], 'Point'] as never
const strong = (yes: number, no: number) => ['case', ['get', 'strong'], yes, no] as never

function lineLayer(paint: Paint, id: Standing, width: number, dash?: number[]): LayerSpecification {
  const standing = ['==', ['get', 'standing'], id]
  return {
    id: `supply-${id}`,
    type: 'line',
    source: SOURCE,
    filter: ['all', ['==', ['geometry-type'], 'LineString'], standing] as never,
    paint: {
      'line-color': paint('ink'),
      'line-width': strong(width + 1.2, width),
      'line-opacity': strong(1, id === 'known' ? 0.9 : 0.5),
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  }
}

function labelLayer(paint: Paint): LayerSpecification {
  return {
    id: 'supply-label',
    type: 'symbol',
    source: SOURCE,
    minzoom: 8,
    filter: isPoint,
    layout: { ...text(get('label'), 11.5), ...beside(0.95) },
    paint: { 'text-color': paint('ink-2'), ...halo(paint, 2) },
  }
}

const MARK_LAYER: LayerSpecification = {
  id: 'supply-mark',
  type: 'symbol',
  source: SOURCE,
  filter: isPoint,
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
}
