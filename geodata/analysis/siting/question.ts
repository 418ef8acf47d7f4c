// What is asked: which product, which places may take it, and which plants buy it?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import type { Place } from '#geodata/analysis/trips.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'

export type Candidate = {
  id: string
  kind: 'park' | 'pin'
  nameZh: string
  nameEn: string
  place: Place
  park: Park | null
}

export type Question = {
  segmentId: string
  productId: string | null
  matchedBy: 'product' | 'segment'
  segment: { zh: string; en: string }
  product: { zh: string; en: string } | null
}

export type Plant = { company: Company; place: Place; capacity: number | null; source: string }

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
    return [{ id, kind: 'park', nameZh: labelZh, nameEn: labelEn, place, park }]
  })
  const pins = inputs.pins.map(
    ({ id, lngLat }): Candidate => ({
      id,
      kind: 'pin',
      nameZh: '我的图钉',
      nameEn: 'My pin',
      place: { lngLat, radiusKilometers: 0 },
      park: null,
    }),
  )
  return [...fromParks, ...pins]
}

export function plantsOf(facts: RegionFacts, inputs: SitingInputs): Plant[] | UnknownId {
  const byId = new Map(facts.companies.map((company) => [company.properties.id, company]))
  const rows = facts.plants.filter((row) => row.rowType === 'plant')
  const plantIds = new Set(rows.map(({ companyId }) => companyId))
  const missing = inputs.plantIds?.findIndex((id) => !plantIds.has(id)) ?? -1
  if (missing >= 0) {
    return {
      kind: 'unknown-id',
      pointer: `/inputs/plantIds/${missing}`,
      id: inputs.plantIds?.[missing] ?? '',
      expected: 'a company id of a vehicle plant',
    }
  }
  const chosen = rows.filter(({ companyId, status }) =>
    inputs.plantIds
      ? inputs.plantIds.includes(companyId ?? '')
      : status === 'running' && byId.get(companyId ?? '')?.properties.city === '重庆',
  )
  return chosen.flatMap((row): Plant[] => {
    const company = byId.get(row.companyId ?? '')
    const place = company && placeOf(company)
    if (!company || !place) return []
    return [{ company, place, capacity: row.designedCapacityVehiclesPerYear, source: row.source }]
  })
}
