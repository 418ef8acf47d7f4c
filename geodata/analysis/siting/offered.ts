// What could the user name: which plants are there, and what is the product recorded to be made from?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { makersOf } from '#geodata/analysis/siting/makers.ts'
import type { Plant, Question } from '#geodata/analysis/siting/question.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'

export function offeredOf(
  facts: RegionFacts,
  { productId }: Question,
  customers: readonly Plant[],
): SitingResult['offered'] {
  const byId = new Map(facts.companies.map((company) => [company.properties.id, company]))
  const chosen = new Set(customers.map(({ company }) => company.properties.id))
  return {
    plants: facts.plants.flatMap((row) => {
      const company = byId.get(row.companyId ?? '')
      if (row.rowType !== 'plant' || !company) return []
      const { id, nameZh, nameEn } = company.properties
      return [
        {
          id,
          nameZh,
          nameEn,
          capacity: row.designedCapacityVehiclesPerYear,
          isRunning: row.status === 'running',
          isCustomer: chosen.has(id),
        },
      ]
    }),
    inputs: facts.productInputs
      .filter((row) => productId !== null && row.productId === productId)
      .map((row) => ({
        id: row.id,
        productId: row.inputProductId || null,
        segmentId: row.inputSegmentId || null,
        title: { zh: row.inputZh, en: row.inputEn },
        ...makerCounts(facts, row),
        source: row.source,
        kind: row.sourceClass === 'none' ? 'assumption' : 'documented',
        confidence: row.confidence,
      })),
  }
}

function makerCounts(
  facts: RegionFacts,
  { inputProductId, inputSegmentId, inputZh, inputEn }: RegionFacts['productInputs'][number],
) {
  const makers = makersOf(facts, {
    productId: inputProductId,
    segmentId: inputSegmentId,
    title: { zh: inputZh, en: inputEn },
  })
  const makerCount = makers.filter(({ basis }) => basis === 'product').length
  return { makerCount, possibleMakerCount: makers.length - makerCount }
}
