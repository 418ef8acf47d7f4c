// What goes into each source of the map, made from the page's data and the view?
import type { Feature, FeatureCollection } from 'geojson'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { outlineOf } from '#web/map/drawn/outline.ts'
import type { Standing } from '#web/map/drawn/park-places.ts'
import { type Paint, parkRadiusPixels, systemColour } from '#web/map/symbols.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { LETTERS, readCompared } from '#web/state/answers/compare.ts'
import { districtFill, FOCUS_PROVINCE, toneOf } from '#web/state/region/district-fill.ts'
import { keptHubs, keptParkIds } from '#web/state/region/kept.ts'
import { basemap, companies, districts, parks, roads } from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'
import { type ParkSize, ringPixels } from '#web/state/view/park-size.ts'
import type { ParkThen } from '#web/state/view/park-then.ts'
import type { View } from '#web/state/view/view.ts'

const EARTH_DEGREE_KILOMETERS = 111.195
/** Discs within a disc: together they fade towards the edge. */
const DISC_STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]
const LABEL_PIXELS = 12.5
const RANKS_DRAWN = 15

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

const isDrawn = ({ level, provinceAdcode }: { level: string; provinceAdcode: string }) =>
  level === 'city' || provinceAdcode === FOCUS_PROVINCE

const inFocus = ({ level, provinceAdcode }: { level: string; provinceAdcode: string }) =>
  level === 'district' && provinceAdcode === FOCUS_PROVINCE

export function districtFeatures() {
  const drawn = districts.value.filter(({ properties }) => isDrawn(properties))
  const fill = districtFill.value
  return collect(
    drawn.map((district) => {
      const { adcode } = district.properties
      const value = fill?.values.get(adcode)
      return {
        ...district,
        properties: {
          adcode,
          inFocus: inFocus(district.properties),
          tone: fill && typeof value === 'number' ? toneOf(value, fill) : 0,
          unknown: value === null,
        },
      }
    }) as unknown as Feature[],
  )
}

/** The border around the districts in focus. */
export function outlineFeatures() {
  const areas = districts.value
    .filter(({ properties }) => inFocus(properties))
    .map(({ geometry }) => geometry)
  const coordinates = outlineOf(areas as never)
  return collect([
    { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: {} },
  ])
}

/** Names of districts and cities, but for those that a cable names already. */
export function districtLabels(named: ReadonlySet<string>) {
  return collect(
    districts.value
      .filter(({ properties }) => isDrawn(properties) && !named.has(properties.adcode))
      .map(({ properties }) =>
        point([properties.labelLng, properties.labelLat], { name: nameOf(properties) }),
      ),
  )
}

/** A number as it stands on a shield: G65, S28. Roads without one carry no shield. */
const SHIELD_REF = /^[GS]\d+$/

export function roadFeatures() {
  return collect(
    roads.value
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

/** Parks where they stand, with a leader to the true place where that is elsewhere. */
export function parkFeatures(view: View, standings: ReadonlyMap<string, Standing>) {
  const leaders: Feature[] = []
  const placed = parksThen.value.map((park) => {
    const { id, role, stage, companyCount, labelZh, labelEn } = park.properties
    const standing = standings.get(id)
    const dimmed = !keptParkIds.value.has(id)
    const selected = view.selection?.collection === 'parks' && view.selection.id === id
    if (standing?.leader) leaders.push(line(standing.leader, { dimmed }))
    const radius = parkRadiusPixels(park, view.parkSize)
    return point(standing?.lngLat ?? park.geometry.coordinates, {
      id,
      icon: parkIcon(park, view.parkSize),
      label: labelOf(language.value === 'en' ? labelEn : labelZh, view.designatedParkId === id),
      order: selected ? -1 : parkOrder(role, stage, companyCount),
      strong: selected || role === 'vehicle',
      labelOffset: (radius + 4) / LABEL_PIXELS,
      selectedRadius: radius + 4,
      dimmed,
      selected,
    })
  })
  return { parks: collect(placed), leaders: collect(leaders) }
}

/** A park the planner set as the "1" says so wherever it is named: it is a scenario, not a fact. */
function labelOf(label: string, isSet: boolean): string {
  return isSet ? `${label} · ${t('vehiclePark.scenario')}` : label
}

/** The name of a park's picture: what is drawn alike has one name. */
export function parkIcon({ properties }: ParkThen, by: ParkSize): string {
  const { role, stage, systems } = properties
  const ring = role === 'parts' ? `${ringPixels(properties, by)?.toFixed(1)}-${stage}` : ''
  return `park-${role}-${systems.join('')}-${ring}`
}

/** Whose label comes first: vehicle parks, joint ones, recognised ones, then by known firms. */
function parkOrder(role: string, stage: string, companyCount: number): number {
  if (role === 'vehicle') return 0
  if (role === 'joint') return 1
  return (stage === 'recognised' ? 2 : 50) - Math.min(companyCount, 40) / 50
}

/** Soft discs in ground units for places known only to a town or a district. */
export function discFeatures(paint: Paint) {
  return collect(
    parks.value
      .filter(({ properties }) => ['town', 'district'].includes(properties.coordPrecision))
      .flatMap((park) => {
        const [lng = 0, lat = 0] = park.geometry.coordinates
        const radius = park.properties.precisionRadiusKilometers ?? 0
        const colour = systemColour(park.properties.systems[0] ?? 'traditional', paint)
        return DISC_STEPS.map((share) => disc(lng, lat, radius * share, { colour }))
      }),
  )
}

export function hubFeatures() {
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

/** One label per ring, on its line, where the line goes farthest north. */
export function ringLabelFeatures(result: IsochroneResult | null) {
  const places = (result?.features ?? []).flatMap(({ geometry, properties }) => {
    const outline = largestRing(geometry)
    const top = outline.reduce(
      (best, place) => ((place[1] ?? 0) > (best[1] ?? 0) ? place : best),
      [0, -90],
    )
    return outline.length > 0 ? [point(top, { cutoffMinutes: properties.cutoffMinutes })] : []
  })
  return collect(places)
}

/** The outer ring that spans the most ground: a winding hole may have more corners than any. */
function largestRing({ coordinates }: IsochroneResult['features'][number]['geometry']): number[][] {
  const shells = (coordinates as number[][][][]).map(([shell]) => shell ?? [])
  const spans = new Map(shells.map((shell) => [shell, spanOf(shell)]))
  return shells.sort((a, b) => (spans.get(b) ?? 0) - (spans.get(a) ?? 0))[0] ?? []
}

/** The area of the box around a ring, in square degrees. */
function spanOf(ring: number[][]): number {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of ring) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return (east - west) * (north - south)
}

/** What no ring reaches: the world without the outermost ring; its holes stay out of reach. */
export function veilFeatures(result: IsochroneResult | null) {
  const [outermost] = result?.features ?? []
  if (!outermost) return collect([])
  const polygons = outermost.geometry.coordinates as number[][][][]
  const world = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  return collect([
    area([world, ...polygons.flatMap(([shell]) => (shell ? [shell] : []))]),
    ...polygons.flatMap(([, ...holes]) => holes.map((hole) => area([hole]))),
  ])
}

function area(coordinates: number[][][]): Feature {
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: {} }
}

/** The ranked places as numbered discs: the first fifteen, and the chosen one wherever it is. */
export function rankFeatures(
  result: SitingResult | null,
  view: View,
  standings: ReadonlyMap<string, Standing>,
) {
  const chosen = view.selection?.id
  return collect(
    (result?.ranking ?? [])
      .filter(({ kind, rank, id }) => kind !== 'pin' && (rank <= RANKS_DRAWN || id === chosen))
      .map(({ id, rank, lngLat, nameZh, nameEn }) => {
        const park = parks.value.find(({ properties }) => properties.id === id)?.properties
        const label = language.value === 'en' ? park?.labelEn : park?.labelZh
        return point([...(standings.get(id)?.lngLat ?? lngLat)], {
          id,
          text: String(rank),
          filled: rank <= 3 || id === chosen,
          label: label ?? nameOf({ nameZh, nameEn }),
          selected: id === chosen,
          order: id === chosen ? 0 : rank,
        })
      }),
  )
}

/** The compared places under their letters; the one whose rings are shown is filled. */
export function comparedFeatures({ compared, comparedShown }: View) {
  return collect(
    compared.flatMap((id, index) => {
      const read = readCompared(id)
      const park = parks.value.find(({ properties }) => properties.id === id)
      const at = read.kind === 'pin' ? [...read.lngLat] : park?.geometry.coordinates
      if (!at) return []
      const { labelZh, labelEn } = park?.properties ?? { labelZh: '', labelEn: '' }
      return [
        point(at, {
          id,
          text: LETTERS[index] ?? '',
          filled: index === comparedShown,
          label: language.value === 'en' ? labelEn : labelZh,
          selected: index === comparedShown,
          order: index === comparedShown ? -1 : index,
        }),
      ]
    }),
  )
}

/** Plants and suppliers of the candidate in focus: the chosen one, else the pin, else the first. */
export function partnerFeatures(result: SitingResult | null, view: View, paint: Paint) {
  const ranking = result?.ranking ?? []
  const focus =
    ranking.find(({ id }) => id === view.selection?.id) ??
    ranking.find(({ kind }) => kind === 'pin') ??
    ranking[0]
  if (!focus) return collect([])
  const systemsOf = new Map(companies.value.map(({ properties }) => [properties.id, properties]))
  const draw = (role: 'plant' | 'supplier') => (one: (typeof focus.plants)[number]) => {
    const minutes = one.duration === null ? '' : ` ${minutesText(one.duration)}′`
    const system = systemsOf.get(one.id)?.systems[0] ?? 'traditional'
    return point([...one.lngLat], {
      id: one.id,
      role,
      system,
      colour: role === 'plant' ? paint('ink') : systemColour(system, paint),
      label: `${nameOf(one)}${minutes}`,
    })
  }
  return collect([...focus.plants.map(draw('plant')), ...focus.suppliers.map(draw('supplier'))])
}

function point(coordinates: number[], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

function line(coordinates: number[][], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }
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
