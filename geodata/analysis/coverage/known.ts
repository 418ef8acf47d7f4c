// What does coverage stand on: who makes what, and the minutes to vehicle plants and vehicle parks?
import type { Named } from '#geodata/analysis/doubt/drawing.ts'
import { type CompanyProductRow, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { endOf, type Ground, type Trip, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { type Choices, keep } from '#geodata/analysis/shown/filters.ts'
import { type Doubted, toldPairs } from '#geodata/analysis/siting/told-pairs.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type {
  CoverageFirm,
  CoverageInputs,
  CoverageKnown,
  CoveragePark,
  Seconds,
} from '#geodata/contract/processes/coverage.ts'
import type { Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'

type Asked = Pick<CoverageInputs, 'vehicleParkIds' | 'plantIds' | 'firmFilters'>
type Outcome =
  | { kind: 'known'; known: CoverageKnown }
  | { kind: 'unknown-id'; pointer: string; id: string }

/**
 * The facts with their minutes, or the first id that nothing in the data answers to. `doubted`: what minutes are
 * drawn from, so that their bounds hold every draw; without it they are those of the radii.
 */
export function coverageKnown(
  ground: Ground,
  facts: RegionFacts,
  asked: Asked,
  doubted: Doubted | null = null,
): Outcome {
  const vehicleParks = facts.parks.filter(({ properties: { id, role } }) =>
    asked.vehicleParkIds ? asked.vehicleParkIds.includes(id) : role === 'vehicle',
  )
  const plants = plantsOf(facts, vehicleParks, asked.plantIds)
  const unknown =
    firstUnknown(
      'vehicleParkIds',
      asked.vehicleParkIds,
      facts.parks.map(({ id }) => id),
    ) ?? firstUnknown('plantIds', asked.plantIds, plants.allIds)
  if (unknown) return unknown

  const ends = [...plants.asked, ...vehicleParks].map(placedAt)
  const firms = firmsAsked(facts, asked)
  const rows = secondsFrom(ground, doubted, [...firms, ...facts.parks], ends)
  const firstVehiclePark = plants.asked.length
  return {
    kind: 'known',
    known: {
      segments: suppliedSegments(facts.taxonomy),
      destinations: [
        ...plants.asked.map(({ properties: { id, nameZh, nameEn } }) => ({
          id,
          kind: 'plant' as const,
          nameZh,
          nameEn,
        })),
        ...vehicleParks.map(({ properties: { id, labelZh, labelEn } }) => ({
          id,
          kind: 'vehicle-park' as const,
          nameZh: labelZh,
          nameEn: labelEn,
        })),
      ],
      plantsLeftOut: plants.leftOut,
      parks: facts.parks.map((park, index) =>
        parkOf(park, vehicleParks, (rows[firms.length + index] ?? []).slice(firstVehiclePark)),
      ),
      firms: firmsOf(facts, firms, rows),
      municipalities: facts.home.municipalities,
    },
  }
}

/** The firms that are looked at. */
export function firmsAsked(
  { companies }: Pick<RegionFacts, 'companies'>,
  { firmFilters }: Pick<CoverageInputs, 'firmFilters'>,
): readonly Company[] {
  return firmFilters ? keep('companies', companies, given(firmFilters)).kept : companies
}

/** Without those that say nothing. */
function given(filters: NonNullable<CoverageInputs['firmFilters']>): Choices {
  return Object.fromEntries(Object.entries(filters).filter(([, chosen]) => chosen !== undefined))
}

/** Segments of parts: not those of vehicles, equipment, standards or platforms. */
function suppliedSegments(taxonomy: readonly TaxonomySegment[]): TaxonomySegment[] {
  return taxonomy.filter(({ system }) => system !== null && system !== 'vehicle')
}

function firstUnknown(field: string, ids: readonly string[] | undefined, known: readonly string[]) {
  const index = ids?.findIndex((id) => !known.includes(id)) ?? -1
  if (index < 0) return null
  return {
    kind: 'unknown-id' as const,
    pointer: `/inputs/${field}/${index}`,
    id: ids?.[index] ?? '',
  }
}

function plantsOf(facts: RegionFacts, vehicleParks: Park[], plantIds: string[] | undefined) {
  const byId = new Map(facts.companies.map((company) => [company.properties.id, company]))
  const provinces = new Set(vehicleParks.map(({ properties }) => provinceOf(properties.adcode)))
  const asked: Company[] = []
  const leftOut: CoverageKnown['plantsLeftOut'] = []
  const allIds: string[] = []
  for (const { rowType, companyId, status } of facts.plants) {
    const company = byId.get(companyId ?? '')
    if (rowType !== 'plant' || !company) continue
    const { id, nameZh, nameEn, adcode } = company.properties
    allIds.push(id)
    if (plantIds ? !plantIds.includes(id) : !provinces.has(provinceOf(adcode))) continue
    const reason = reasonToLeaveOut(company, status, plantIds !== undefined)
    if (reason) leftOut.push({ id, nameZh, nameEn, reason })
    else if (!asked.includes(company)) asked.push(company)
  }
  return { asked, leftOut, allIds }
}

function provinceOf(adcode: string | null): string | null {
  return adcode?.slice(0, 2) ?? null
}

function reasonToLeaveOut(company: Company, status: string | null, isNamed: boolean) {
  const reason: Bilingual | null = !company.geometry
    ? { zh: '位置未知', en: 'Its place is unknown.' }
    : status !== 'running' && !isNamed
      ? { zh: '是否在产未知', en: 'Whether it is running is unknown.' }
      : null
  return reason
}

function placedAt(feature: Company | Park): Named {
  const place = placeOf(feature)
  if (!place) throw new Error(`${feature.id} has no place; only placed features are destinations.`)
  return { id: feature.properties.id, place }
}

/** Seconds from each feature to each end; null where nothing can be measured. */
function secondsFrom(
  ground: Ground,
  doubted: Doubted | null,
  features: readonly (Company | Park)[],
  ends: readonly Named[],
): Seconds[][] {
  const placed = features.flatMap((feature, index) => {
    const place = placeOf(feature)
    return place ? [{ index, id: feature.properties.id, place }] : []
  })
  const endsOf = (some: readonly Named[]) => some.map(({ place }) => endOf(ground, place))
  const drawn = doubted && toldPairs(ground, doubted, ends, placed, 'inward')
  const trips = drawn ? [] : tripsBetween(ground, endsOf(placed), endsOf(ends))
  const rows: Seconds[][] = features.map(() => ends.map(() => null))
  placed.forEach(({ index }, row) => {
    rows[index] = ends.map((_, end) => {
      const trip = trips[row]?.[end]
      return secondsOf(drawn ? drawn[end]?.[row]?.duration : tripDuration(trip))
    })
  })
  return rows
}

function tripDuration(trip: Trip | undefined): SecondsInterval | null {
  return trip?.kind === 'reached' ? trip.duration : null
}

function secondsOf(duration: SecondsInterval | null | undefined): Seconds {
  if (!duration) return null
  return [duration.lowSeconds, duration.centralSeconds, duration.highSeconds]
}

function parkOf(
  { properties }: Park,
  vehicleParks: readonly Park[],
  secondsTo: readonly Seconds[],
): CoveragePark {
  const { id, labelZh, labelEn, role, adcode, districtZh, segmentIds } = properties
  let nearest = -1
  secondsTo.forEach((seconds, index) => {
    if (seconds && seconds[1] < (secondsTo[nearest]?.[1] ?? Infinity)) nearest = index
  })
  const seconds = secondsTo[nearest]
  return {
    id,
    nameZh: labelZh,
    nameEn: labelEn,
    role,
    adcode,
    districtZh,
    segmentIds,
    isVehiclePark: vehicleParks.some((park) => park.properties.id === id),
    duration: seconds
      ? { lowSeconds: seconds[0], centralSeconds: seconds[1], highSeconds: seconds[2] }
      : null,
    vehicleParkId: vehicleParks[nearest]?.properties.id ?? null,
  }
}

function firmsOf(
  facts: RegionFacts,
  firms: readonly Company[],
  rows: readonly Seconds[][],
): CoverageFirm[] {
  const segmentOf = new Map(
    facts.taxonomy.flatMap(({ segmentId, products }) =>
      products.map(({ productId }) => [productId, segmentId] as const),
    ),
  )
  const supplied = suppliedSegments(facts.taxonomy).map(({ segmentId }) => segmentId)
  const recordsOf = Map.groupBy(facts.companyProducts, ({ companyId }) => companyId)
  return firms.map((company, index) => {
    const { id, nameZh, nameEn, kind, parkId, adcode, city, districtZh, confidence, source } =
      company.properties
    const makes = makesOf(company, segmentOf, recordsOf.get(id) ?? [])
    return {
      id,
      nameZh,
      nameEn,
      kind,
      parkId,
      adcode,
      city,
      districtZh,
      confidence,
      source,
      isPlaced: company.geometry !== null,
      isCertified: Boolean(company.properties.certifications),
      makes: makes.filter(({ segmentId }) => supplied.includes(segmentId)),
      secondsTo: rows[index] ?? [],
    }
  })
}

/** Every segment the firm works in: its own list and those of its products. */
function makesOf(
  { properties: { segmentIds, productIds } }: Company,
  segmentOf: ReadonlyMap<string, string>,
  records: readonly CompanyProductRow[],
): CoverageFirm['makes'] {
  const segments = new Set([
    ...segmentIds,
    ...productIds.flatMap((productId) => segmentOf.get(productId) ?? []),
  ])
  return [...segments].map((segmentId) => {
    const its = productIds.filter((productId) => segmentOf.get(productId) === segmentId)
    const statesOther = records.some(
      (row) => row.segmentId === segmentId && row.basis === 'stated' && !row.productId,
    )
    const bases: CoverageFirm['makes'][number]['bases'] = [
      ...(its.length > 0 ? ['product' as const] : []),
      ...(statesOther ? ['other' as const] : []),
    ]
    return { segmentId, bases: bases.length > 0 ? bases : ['segment'], productIds: its }
  })
}
