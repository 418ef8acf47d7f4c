// What was asked for, looked up in what is known: networks, ids, places, conditions; and the basis of every answer.
//
// What is not there is refused by a ProblemError that points to the field.
import {
  allNetworks,
  firstNetwork,
  type KnownRegion,
} from '#geodata/analysis/answering/known-region.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { conditionsOf } from '#geodata/analysis/ground/road-conditions.ts'
import { conditionedRoads } from '#geodata/analysis/ground/street-roads.ts'
import { endOf, type TooFar } from '#geodata/analysis/ground/trips.ts'
import { tooFarReason } from '#geodata/analysis/nearest/nearest.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import { ProblemError, refusal } from '#geodata/contract/problem-error.ts'
import type { RoadConditions } from '#geodata/contract/processes/roads.ts'
import type { Basis, Bilingual } from '#geodata/contract/shared.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'

/** The result with what it stands on. */
export function answer<R extends object>(
  region: KnownRegion,
  { summary }: LoadedNetwork,
  inputs: unknown,
  result: R,
): R & { basis: Basis } {
  const { name, kind, date, hash } = summary
  const basis: Basis = {
    network: { name, kind, date, hash },
    dataset: region.dataset,
    parametersHash: hashOf(inputs),
    profile: 'truck',
  }
  return { ...result, basis }
}

/** What each field that holds ids refers to. */
const REFERENCES: Record<string, Bilingual> = {
  network: { zh: '现有路网的编号', en: 'the code of a road network' },
  productId: { zh: '产业链分类中产品的编号', en: 'the code of a product of the taxonomy' },
  segmentId: { zh: '产业链分类中环节的编号', en: 'the code of a segment of the taxonomy' },
  companyId: {
    zh: '名录中企业的编号',
    en: 'the code of a listed company',
  },
  parkId: {
    zh: '名录中园区的编号',
    en: 'the code of a listed park',
  },
  parkIds: {
    zh: '名录中园区的编号',
    en: 'the code of a listed park',
  },
  vehicleParkIds: {
    zh: '名录中园区的编号',
    en: 'the code of a listed park',
  },
  destinationIds: {
    zh: '本次测算的整车厂或整车园的编号',
    en: 'the code of a vehicle plant or vehicle park that is asked',
  },
  designatedParkId: {
    zh: '名录中园区的编号',
    en: 'the code of a listed park',
  },
  weights: { zh: '结果所列条件的编号', en: 'the code of a criterion of the result' },
  plantId: { zh: '有整车厂的企业的编号', en: 'the code of a company with a vehicle plant' },
  siteId: {
    zh: '已登记的候选地块的编号',
    en: 'the code of a recorded site',
  },
  productIds: { zh: '产业链分类中产品的编号', en: 'the code of a product of the taxonomy' },
  siteIds: {
    zh: '已登记的候选地块的编号',
    en: 'the code of a recorded site',
  },
  candidateId: { zh: '本次选址一处候选的编号', en: 'the code of a candidate of the question' },
  referenceId: { zh: '比选中一处候选的编号', en: 'the code of one of the compared' },
  winnerId: { zh: '比选中一处候选的编号', en: 'the code of one of the compared' },
  combined: { zh: '所列情景的编号', en: 'the code of one of the scenarios' },
  triangle: { zh: '结果所列条件的编号', en: 'the code of a criterion of the result' },
  needs: { zh: '一项要求的编号', en: 'the code of a need' },
  plantIds: { zh: '有整车厂的企业的编号', en: 'the code of a company with a vehicle plant' },
}

export function unknownId(id: string, pointer: string): ProblemError {
  const expected = pointer
    .split('/')
    .map((part) => REFERENCES[part])
    .find(Boolean)
  const detail = `“${id}” is unknown; expected ${expected?.en ?? 'a known code'}.`
  const detailZh = `没有“${id}”；应为${expected?.zh ?? '已有的编号'}。`
  return new ProblemError(404, detail, detailZh, [{ pointer, detail, detailZh }])
}

export function requireSegment({ facts }: KnownRegion, id: string | undefined): void {
  if (id === undefined || facts.taxonomy.some(({ segmentId }) => segmentId === id)) return
  throw unknownId(id, '/inputs/segmentId')
}

export function requireProduct({ facts }: KnownRegion, id: string | undefined): void {
  const products = facts.taxonomy.flatMap((segment) => segment.products)
  if (id === undefined || products.some(({ productId }) => productId === id)) return
  throw unknownId(id, '/inputs/productId')
}

export function requireNetwork(
  region: KnownRegion,
  { network: id }: { network?: string | undefined },
  root = '/inputs',
) {
  if (id === undefined) return firstNetwork(region)
  const network = allNetworks(region).find(({ summary }) => summary.id === id)
  if (network) return network
  throw unknownId(id, `${root}/network`)
}

/** Areas as a GeoJSON collection. */
export function collected<Area extends { geometry: object }>(areas: readonly Area[]) {
  return {
    type: 'FeatureCollection' as const,
    features: areas.map(({ geometry, ...properties }) => ({
      type: 'Feature' as const,
      geometry: geometry as Area['geometry'],
      properties,
    })),
  }
}

/** The network as it is, or under the conditions asked for. */
export function groundFor(
  network: LoadedNetwork,
  asking: { conditions?: RoadConditions | undefined },
) {
  const conditions = streetConditions(network, asking)
  if (!conditions || !network.streets) return network.ground
  return { ...network.ground, roads: conditionedRoads(network.streets, conditions) }
}

/** The conditions by street and class; undefined where none were asked for. */
export function streetConditions(
  network: LoadedNetwork,
  asking: { conditions?: RoadConditions | undefined },
): Conditions | undefined {
  const { streets } = network
  const { conditions } = asking
  if (!conditions) return undefined
  if (!streets) throw needsStreets('/inputs/conditions')
  const asked = conditionsOf(streets, conditions)
  if (asked.kind === 'conditions') return asked.conditions
  throw refusal(conditionRefusals(network, asking), 422)
}

/** What of the conditions asked for this network cannot be put under, each with its pointer. */
export function conditionRefusals(
  { streets }: LoadedNetwork,
  { conditions }: { conditions?: RoadConditions | undefined },
  root = '/inputs',
): FieldError[] {
  if (!conditions) return []
  const pointer = `${root}/conditions`
  if (!streets) return needsStreets(pointer).problem.errors ?? []
  const asked = conditionsOf(streets, conditions)
  if (asked.kind === 'conditions') return []
  return asked.refused.map(({ path, why }) => {
    const detail =
      why === 'no-street'
        ? 'No street of the network is near this place.'
        : 'This network knows no such road, so that this changes nothing: leave it out.'
    const detailZh =
      why === 'no-street'
        ? '此处附近没有路网中的道路。'
        : '这张路网里没有这类道路，此项不起作用：请去掉。'
    return { pointer: `${pointer}/${path}`, detail, detailZh }
  })
}

export function needsStreets(pointer: string): ProblemError {
  const detail =
    'This needs a street network, and the skeleton knows no streets: choose another network, or leave this out.'
  const detailZh = '此项需要街道路网，骨架路网没有具体道路：请改用其他路网，或去掉此项。'
  return new ProblemError(422, detail, detailZh, [{ pointer, detail, detailZh }])
}

/** How a place meets the network, or a 422 that says why it does not. */
export function requireAccess(network: LoadedNetwork, lngLat: LngLat, pointer: string) {
  const { meeting } = endOf(network.ground, { lngLat, radiusKilometers: 0 })
  if (meeting.kind === 'met') return meeting.access
  const error = offNetwork(network, { lngLat, meeting }, pointer)
  throw new ProblemError(422, error.detail, error.detailZh, [error])
}

/** Why a place is off the network; null where it is not. */
export function accessRefusal(
  network: LoadedNetwork,
  lngLat: LngLat,
  pointer: string,
): FieldError | null {
  const { meeting } = endOf(network.ground, { lngLat, radiusKilometers: 0 })
  return meeting.kind === 'met' ? null : offNetwork(network, { lngLat, meeting }, pointer)
}

function offNetwork(
  { ground }: LoadedNetwork,
  { lngLat, meeting }: { lngLat: LngLat; meeting: TooFar },
  pointer: string,
): FieldError {
  const [lng, lat] = lngLat
  const flipped =
    Math.abs(lng) <= 90 &&
    endOf(ground, { lngLat: [lat, lng], radiusKilometers: 0 }).meeting.kind === 'met'
  const hint = flipped ? ' Longitude comes first: they look swapped.' : ''
  const hintZh = flipped ? '经度在前、纬度在后：看来写反了。' : ''
  const reason = tooFarReason(meeting)
  const detail = `${lng},${lat} is off the network. ${reason.en}${hint}`
  const detailZh = `${lng},${lat} 不在路网范围内：${reason.zh}。${hintZh}`
  return { pointer, detail, detailZh }
}
