// Which parts of a question mean nothing over these data? All of them, so that they are mended at once.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { criteriaFor, SITING_CRITERIA } from '#geodata/analysis/siting/criteria.ts'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import { plantsOf, questionOf, type UnknownId } from '#geodata/analysis/siting/question.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { areaFault, areaFaultWords } from '#geodata/geometry/area-fault.ts'

export type Refused =
  | Pick<UnknownId, 'kind' | 'pointer' | 'id'>
  | { kind: 'meaningless'; pointer: string; words: Bilingual }

export function refusedOf(ground: Ground, facts: RegionFacts, inputs: SitingInputs): Refused[] {
  return [
    ...unknownIds(facts, inputs).map(
      ({ pointer, id }): Refused => ({ kind: 'unknown-id', pointer, id }),
    ),
    ...twins(facts, inputs),
    ...badArea(inputs),
    ...noWeight(ground, facts, inputs),
  ]
}

type Named = { pointer: string; id: string }

/** Every id that nothing in the data answers to. */
function unknownIds(facts: RegionFacts, inputs: SitingInputs): Named[] {
  const segments = new Set(facts.taxonomy.map(({ segmentId }) => segmentId))
  const products = new Set(
    facts.taxonomy.flatMap((segment) => segment.products.map(({ productId }) => productId)),
  )
  const plants = new Set(
    facts.plants.flatMap(({ rowType, companyId }) => (rowType === 'plant' ? [companyId] : [])),
  )
  const parks = new Set(facts.parks.map(({ properties }) => properties.id))
  const sites = new Set(facts.sites.map(({ id }) => id))
  const needs = new Set(NEEDS.map(({ id }) => id))
  const criteria = new Set(SITING_CRITERIA.map(({ id }) => id))
  const { productId, segmentId, parkIds = [], siteIds, customers = [], upstream = [] } = inputs
  const asked: (readonly [
    pointer: string,
    id: string | undefined,
    known: ReadonlySet<string | null>,
  ])[] = [
    ['productId', productId, products],
    ['segmentId', segmentId, segments],
    ...parkIds.map((id, at) => [`parkIds/${at}`, id, parks] as const),
    ...siteIds.map((id, at) => [`siteIds/${at}`, id, sites] as const),
    ...customers.map(({ plantId }, at) => [`customers/${at}/plantId`, plantId, plants] as const),
    ...upstream.map((one, at) => [`upstream/${at}/productId`, one.productId, products] as const),
    ...upstream.map((one, at) => [`upstream/${at}/segmentId`, one.segmentId, segments] as const),
    ...inputs.needs.map(({ id }, at) => [`needs/${at}/id`, id, needs] as const),
    ...Object.keys(inputs.weights ?? {}).map((id) => [`weights/${id}`, id, criteria] as const),
  ]
  return asked.flatMap(([pointer, id, known]) =>
    id === undefined || known.has(id) ? [] : [{ pointer: `/inputs/${pointer}`, id }],
  )
}

/** A pin under the id of a park or site: two candidates nobody could tell apart. */
function twins({ parks, sites }: RegionFacts, { pins }: SitingInputs): Refused[] {
  const taken = new Set([
    ...parks.map(({ properties }) => properties.id),
    ...sites.map(({ id }) => id),
  ])
  return pins.flatMap(({ id }, at): Refused[] => {
    if (!taken.has(id)) return []
    const words = {
      zh: `“${id}”已是一处园区或地块的编号，图钉请另取编号`,
      en: `“${id}” is the code of a park or site; give the pin another.`,
    }
    return [{ kind: 'meaningless', pointer: `/inputs/pins/${at}/id`, words }]
  })
}

function badArea({ area }: SitingInputs): Refused[] {
  if (!area) return []
  const rings = area.coordinates.map((ring) => ring.map((corner) => [...corner]))
  const fault = areaFault([rings])
  if (!fault) return []
  const at = fault.kind === 'crossing' ? '' : `/${fault.ring}`
  const pointer = `/inputs/area/coordinates${at}`
  return [{ kind: 'meaningless', pointer, words: areaFaultWords(fault) }]
}

/** Weights of which none is above zero rank nothing. */
function noWeight(ground: Ground, facts: RegionFacts, inputs: SitingInputs): Refused[] {
  const { weights } = inputs
  const question = questionOf(facts, inputs)
  const plants = plantsOf(facts, inputs)
  if (!weights || 'kind' in question || 'kind' in plants) return []
  const criteria = criteriaFor({ ground, facts, inputs, question, plants })
  if (criteria.some(({ id, defaultWeight }) => (weights[id] ?? defaultWeight) > 0)) return []
  const words = {
    zh: '所有权重都是 0，无法排名：请至少给一个条件大于 0 的权重',
    en: 'All weights are zero, which ranks nothing: give at least one criterion a weight above zero.',
  }
  return [{ kind: 'meaningless', pointer: '/inputs/weights', words }]
}
