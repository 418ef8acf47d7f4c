// What goes into each source of the map, made from the page's data and the view?
import type { Feature, FeatureCollection } from 'geojson'
import type { Link, Park } from '#geodata/contract/collections.ts'
import type { IsochroneResult, SitingResult } from '#geodata/contract/processes.ts'
import { basemap, companies, districts, hubs, links, parks, roads } from '#web/api/data.ts'
import type { Paint } from '#web/map/symbols.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import type { View } from '#web/state/view.ts'

const EARTH_DEGREE_KILOMETERS = 111.195

export function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

export function landFeatures() {
  return collect(basemap.value.filter((f) => f.properties.kind === 'land') as Feature[])
}

export function riverFeatures() {
  return collect(
    basemap.value
      .filter((f) => f.properties.kind === 'river')
      .map((f) => ({
        ...f,
        properties: {
          name: language.value === 'en' ? (f.properties.nameEn ?? '') : (f.properties.nameZh ?? ''),
        },
      })) as Feature[],
  )
}

export function districtFeatures() {
  const drawn = districts.value.filter(
    ({ properties }) => properties.level === 'city' || properties.provinceAdcode === '500000',
  )
  return collect(drawn as unknown as Feature[])
}

export function districtLabels() {
  return collect(
    districts.value
      .filter(
        ({ properties }) => properties.level === 'city' || properties.provinceAdcode === '500000',
      )
      .map(({ properties }) =>
        point([properties.labelLng, properties.labelLat], { name: properties.nameZh }),
      ),
  )
}

export function roadFeatures() {
  return collect(
    roads.value.filter((road) => road.properties.status === 'open') as unknown as Feature[],
  )
}

/** Does a park pass the filters of the view? */
export function passes(park: Park, view: View): boolean {
  const { systems, stage, level } = park.properties
  return (
    (view.systems.length === 0 || systems.some((system) => view.systems.includes(system))) &&
    (view.stages.length === 0 || view.stages.includes(stage)) &&
    (view.levels.length === 0 || view.levels.includes(level))
  )
}

/** Parks at their points; those at one place stand in a small circle around it, tied by a leader. */
export function parkFeatures(view: View): { parks: FeatureCollection; leaders: FeatureCollection } {
  const byPlace = Map.groupBy(parks.value, (park) => park.geometry.coordinates.join(','))
  const leaders: Feature[] = []
  const placed = parks.value.map((park) => {
    const [lng = 0, lat = 0] = park.geometry.coordinates
    const group = byPlace.get(park.geometry.coordinates.join(',')) ?? []
    let at = [lng, lat]
    if (group.length > 1) {
      const angle = (2 * Math.PI * group.indexOf(park)) / group.length
      at = [lng + 0.03 * Math.cos(angle), lat + 0.026 * Math.sin(angle)]
      leaders.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [[lng, lat], at] },
        properties: {},
      })
    }
    const { id, role, companyCount, labelZh, labelEn } = park.properties
    return point(at, {
      id,
      label: language.value === 'en' ? labelEn : labelZh,
      order: role === 'vehicle' ? 0 : role === 'joint' ? 1 : 50 - companyCount,
      dimmed: !passes(park, view),
      selected: view.selection?.collection === 'parks' && view.selection.id === id,
    })
  })
  return { parks: collect(placed), leaders: collect(leaders) }
}

/** Soft discs in ground units for places known only to a town or a district. */
export function discFeatures(paint: Paint) {
  return collect(
    parks.value
      .filter(({ properties }) => ['town', 'district'].includes(properties.coordPrecision))
      .flatMap((park) => {
        const [lng = 0, lat = 0] = park.geometry.coordinates
        const radius = park.properties.precisionRadiusKilometers ?? 0
        const colour = paint(`seg-${park.properties.systems[0] ?? 'traditional'}`) || paint('ink-3')
        return [1, 0.75, 0.5].map((share) => disc(lng, lat, radius * share, { colour }))
      }),
  )
}

export function companyFeatures(view: View, paint: Paint) {
  return collect(
    companies.value
      .filter(
        ({ properties }) =>
          view.systems.length === 0 || properties.systems.some((s) => view.systems.includes(s)),
      )
      .flatMap((company) => {
        if (!company.geometry) return []
        const system = company.properties.systems[0] ?? 'traditional'
        const colour = paint(`seg-${system === 'traditional' ? 'trad' : system}`)
        return [
          point(company.geometry.coordinates, {
            id: company.properties.id,
            label: nameOf(company.properties),
            colour,
          }),
        ]
      }),
  )
}

export function hubFeatures() {
  return collect(
    hubs.value.map((hub) =>
      point(hub.geometry.coordinates, {
        id: hub.properties.id,
        kind: hub.properties.kind,
        label: nameOf(hub.properties),
      }),
    ),
  )
}

/** Links of the view's kinds by pair of cities; each pair is one cable. */
export function cablePairs(view: View): Map<string, Link[]> {
  const pairs = new Map<string, Link[]>()
  for (const link of links.value) {
    if (view.linkKinds.length > 0 && !view.linkKinds.includes(link.properties.kind)) continue
    for (const pair of link.properties.cityPairs)
      pairs.set(pair, [...(pairs.get(pair) ?? []), link])
  }
  return pairs
}

export function cableFeatures(view: View): { cables: FeatureCollection; docks: FeatureCollection } {
  const cables: Feature[] = []
  const docks: Feature[] = []
  for (const [pair, members] of cablePairs(view)) {
    const line = lineOfPair(pair, members)
    if (!line) continue
    const [from, to] = line
    for (const kind of new Set(members.map((link) => link.properties.kind))) {
      cables.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: bow(from, to) },
        properties: { kind, pair },
      })
    }
    const city = districts.value.find(({ properties }) => properties.adcode === pair.split('-')[1])
    docks.push(
      point(to, {
        pair,
        label: `${city?.properties.nameZh.replace(/市$/, '') ?? pair} ${t('layout.dock', { count: members.length })}`,
      }),
    )
  }
  return { cables: collect(cables), docks: collect(docks) }
}

function lineOfPair(pair: string, members: Link[]): [number[], number[]] | null {
  for (const link of members) {
    const index = link.properties.cityPairs.indexOf(pair)
    const lines = link.geometry?.coordinates as number[][][] | undefined
    const line = lines?.[index]
    if (line?.[0] && line[1]) return [line[0], line[1]]
  }
  return null
}

/** A slightly bowed line, so that cables along one road stay apart. */
function bow(from: number[], to: number[]): number[][] {
  const [x1 = 0, y1 = 0] = from
  const [x2 = 0, y2 = 0] = to
  const controlX = (x1 + x2) / 2 - (y2 - y1) * 0.06
  const controlY = (y1 + y2) / 2 + (x2 - x1) * 0.06
  return Array.from({ length: 25 }, (_, step) => {
    const s = step / 24
    return [
      (1 - s) ** 2 * x1 + 2 * s * (1 - s) * controlX + s * s * x2,
      (1 - s) ** 2 * y1 + 2 * s * (1 - s) * controlY + s * s * y2,
    ]
  })
}

export function ringLabelFeatures(rings: IsochroneResult | null) {
  const places = (rings?.features ?? []).flatMap(({ geometry, properties }) => {
    const outline = (geometry.coordinates as number[][][][])
      .map((polygon) => polygon[0] ?? [])
      .sort((a, b) => b.length - a.length)[0]
    const top = outline?.reduce(
      (best, place) => ((place[1] ?? 0) > (best[1] ?? 0) ? place : best),
      [0, -90],
    )
    return top && outline && outline.length > 0
      ? [point(top, { cutoffMinutes: properties.cutoffMinutes })]
      : []
  })
  return collect(places)
}

export function rankFeatures(result: SitingResult | null) {
  return collect(
    (result?.ranking ?? [])
      .slice(0, 15)
      .map(({ id, rank, lngLat }) => point([...lngLat], { id, rank })),
  )
}

function point(coordinates: number[], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

function disc(
  lng: number,
  lat: number,
  radiusKilometers: number,
  properties: Record<string, unknown>,
): Feature {
  const ring = Array.from({ length: 41 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI
    const north = (radiusKilometers / EARTH_DEGREE_KILOMETERS) * Math.sin(angle)
    const east =
      ((radiusKilometers / EARTH_DEGREE_KILOMETERS) * Math.cos(angle)) /
      Math.cos((lat * Math.PI) / 180)
    return [lng + east, lat + north]
  })
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties }
}
