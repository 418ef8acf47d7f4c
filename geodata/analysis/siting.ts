// Where does the next supplier of a product belong, and why?
//
// Constraints → criteria in natural units → linear value functions → weights → score (weighted sum,
// 0 … 100). A criterion whose input is unknown takes the whole interval 0 … 1 and is drawn at its
// middle: it widens the score and the rank and never counts as zero. The rank interval is sound when
// doubts are independent: nobody can be ahead of you whose best is below your worst.
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { assumptionsOf } from '#geodata/analysis/siting-assumptions.ts'
import { excludeByConstraints } from '#geodata/analysis/siting-constraints.ts'
import { SITING_CRITERIA, scaledWeights } from '#geodata/analysis/siting-criteria.ts'
import { measureCandidate } from '#geodata/analysis/siting-measures.ts'
import type { Ground, Place } from '#geodata/analysis/trips.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'

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

export type UnknownId = { kind: 'unknown-id'; pointer: string; id: string; expected: string }

/** The ranking, or the first id that nothing in the data answers to. */
export function siting(
  ground: Ground,
  facts: RegionFacts,
  inputs: SitingInputs,
): { kind: 'ranked'; result: Omit<SitingResult, 'basis'> } | UnknownId {
  const question = questionOf(facts, inputs)
  if ('kind' in question) return question
  const candidates = candidatesOf(facts, inputs)
  if ('kind' in candidates) return candidates
  const plants = plantsOf(facts, inputs)
  if ('kind' in plants) return plants

  const weights = scaledWeights(inputs.weights)
  const context = { ground, facts, inputs, question, plants, weights }
  const measured = candidates.map((candidate) => measureCandidate(context, candidate))
  const { kept, excluded } = excludeByConstraints(inputs, question, measured)
  const ranked = kept
    .map((entry) => ({ ...entry, ...scoreOf(entry.terms) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return {
    kind: 'ranked',
    result: {
      question: {
        segmentId: question.segmentId,
        segment: question.segment,
        product: question.product,
        matchedBy: question.matchedBy,
      },
      criteria: SITING_CRITERIA.map(({ defaultWeight, ...criterion }) => ({
        ...criterion,
        best: criterion.id === 'plantsWithin' ? Math.max(1, plants.length) : criterion.best,
        weight: weights[criterion.id],
      })),
      ranking: ranked.map(({ park, ...entry }, index) => ({
        ...entry,
        rank: index + 1,
        rankLow: 1 + ranked.filter((other) => other.scoreLow > entry.scoreHigh).length,
        rankHigh: ranked.length - ranked.filter((other) => other.scoreHigh < entry.scoreLow).length,
      })),
      excluded,
      assumptions: assumptionsOf(inputs, plants),
    },
  }
}

function scoreOf(terms: SitingResult['ranking'][number]['terms']) {
  const sum = (key: 'contribution' | 'contributionLow' | 'contributionHigh') =>
    terms.reduce((total, term) => total + term[key], 0)
  return {
    score: sum('contribution'),
    scoreLow: sum('contributionLow'),
    scoreHigh: sum('contributionHigh'),
  }
}

function questionOf(facts: RegionFacts, inputs: SitingInputs): Question | UnknownId {
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

function candidatesOf(facts: RegionFacts, inputs: SitingInputs): Candidate[] | UnknownId {
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

export type Plant = { company: Company; place: Place; capacity: number | null; source: string }

function plantsOf(facts: RegionFacts, inputs: SitingInputs): Plant[] | UnknownId {
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
