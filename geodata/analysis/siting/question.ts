// What is asked: which product, which places may take it, and which plants buy it?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Place } from '#geodata/analysis/ground/trips.ts'
import type { Company, Park, Site } from '#geodata/contract/collections.ts'
import type { Delivery, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { insideArea } from '#geodata/geometry/inside.ts'

export type Candidate = {
  id: string
  kind: 'park' | 'pin' | 'site'
  nameZh: string
  nameEn: string
  place: Place
  park: Park | null
  /** A user's own site. */
  site: Site | null
}

export type Question = {
  segmentId: string
  productId: string | null
  matchedBy: 'product' | 'segment'
  segment: { zh: string; en: string }
  product: { zh: string; en: string } | null
}

/** A vehicle plant to serve; null: unknown. */
export type Plant = {
  company: Company
  place: Place
  capacity: number | null
  annualUnits: number | null
  delivery: Delivery | null
  source: string
  asOf: string | null
}

export type UnknownId = { kind: 'unknown-id'; pointer: string; id: string; expected: string }

export function questionOf(facts: RegionFacts, inputs: SitingInputs): Question | UnknownId {
  for (const segment of facts.taxonomy) {
    if (inputs.segmentId === segment.segmentId) {
      return {
        segmentId: segment.segmentId,
        productId: null,
        matchedBy: 'segment',
        segment: segment.name,
        product: null,
      }
    }
    const product = segment.products.find(({ productId }) => productId === inputs.productId)
    if (!product) continue
    const makers = facts.companies.some(({ properties }) =>
      properties.productIds.includes(product.productId),
    )
    return {
      segmentId: segment.segmentId,
      productId: product.productId,
      matchedBy: makers ? 'product' : 'segment',
      segment: segment.name,
      product: product.name,
    }
  }
  return inputs.productId
    ? {
        kind: 'unknown-id',
        pointer: '/inputs/productId',
        id: inputs.productId,
        expected: 'a productId of /api/taxonomy',
      }
    : {
        kind: 'unknown-id',
        pointer: '/inputs/segmentId',
        id: inputs.segmentId ?? '',
        expected: 'a segmentId of /api/taxonomy',
      }
}

export function candidatesOf(facts: RegionFacts, inputs: SitingInputs): Candidate[] | UnknownId {
  const byId = new Map(facts.parks.map((park) => [park.properties.id, park]))
  const missing = inputs.parkIds?.findIndex((id) => !byId.has(id)) ?? -1
  if (missing >= 0) {
    return {
      kind: 'unknown-id',
      pointer: `/inputs/parkIds/${missing}`,
      id: inputs.parkIds?.[missing] ?? '',
      expected: 'an id of /api/collections/parks/items',
    }
  }
  const parks = inputs.parkIds
    ? inputs.parkIds.flatMap((id) => byId.get(id) ?? [])
    : facts.parks.filter(({ properties }) => properties.stage !== 'partner')
  const fromParks = parks.flatMap((park): Candidate[] => {
    const place = placeOf(park)
    if (!place) return []
    const { id, labelZh, labelEn } = park.properties
    return [{ id, kind: 'park', nameZh: labelZh, nameEn: labelEn, place, park, site: null }]
  })
  const siteById = new Map(facts.sites.map((site) => [site.id, site]))
  const missingSite = inputs.siteIds.findIndex((id) => !siteById.has(id))
  if (missingSite >= 0) {
    return {
      kind: 'unknown-id',
      pointer: `/inputs/siteIds/${missingSite}`,
      id: inputs.siteIds[missingSite] ?? '',
      expected: 'an id of /api/collections/sites/items',
    }
  }
  const fromSites = facts.sites
    .filter(({ id }) => inputs.siteIds.includes(id))
    .map((site): Candidate => {
      const { nameZh, nameEn } = site.properties
      const [lng = 0, lat = 0] = site.geometry.coordinates
      const place = { lngLat: [lng, lat] as const, radiusKilometers: 0 }
      return {
        id: site.id,
        kind: 'site',
        nameZh,
        nameEn: nameEn ?? nameZh,
        place,
        park: null,
        site,
      }
    })
  const pins = inputs.pins.map(
    ({ id, lngLat }): Candidate => ({
      id,
      kind: 'pin',
      nameZh: '我的图钉',
      nameEn: 'My pin',
      place: { lngLat, radiusKilometers: 0 },
      park: null,
      site: null,
    }),
  )
  const outline = inputs.area?.coordinates.map((ring) => ring.map((place) => [...place]))
  const all = [...fromParks, ...fromSites, ...pins]
  return outline ? all.filter(({ place }) => insideArea(place.lngLat, [outline])) : all
}

export function plantsOf(
  facts: RegionFacts,
  inputs: { customers?: SitingInputs['customers'] | undefined },
): Plant[] | UnknownId {
  const byId = new Map(facts.companies.map((company) => [company.properties.id, company]))
  const rows = facts.plants.filter((row) => row.rowType === 'plant')
  const plantIds = new Set(rows.map(({ companyId }) => companyId))
  const { customers } = inputs
  const missing = customers?.findIndex(({ plantId }) => !plantIds.has(plantId)) ?? -1
  if (missing >= 0) {
    return {
      kind: 'unknown-id',
      pointer: `/inputs/customers/${missing}/plantId`,
      id: customers?.[missing]?.plantId ?? '',
      expected: 'a company id of a vehicle plant',
    }
  }
  const chosen = rows.filter(({ companyId, status }) =>
    customers
      ? customers.some(({ plantId }) => plantId === companyId)
      : status === 'running' && byId.get(companyId ?? '')?.properties.city === facts.home.name.zh,
  )
  return chosen.flatMap((row): Plant[] => {
    const company = byId.get(row.companyId ?? '')
    const place = company && placeOf(company)
    if (!company || !place) return []
    const customer = customers?.find(({ plantId }) => plantId === row.companyId)
    return [
      {
        company,
        place,
        capacity: row.designedCapacityVehiclesPerYear,
        annualUnits: customer?.annualUnits ?? null,
        delivery: customer?.delivery ?? null,
        source: row.source,
        asOf: row.asOf,
      },
    ]
  })
}
