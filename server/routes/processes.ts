// The analyses (OGC API – Processes, part 1); every answer says what it stands on.
import { Hono } from 'hono'
import { z } from 'zod'
import { nearest, odMatrix, tooFarReason } from '#geodata/analysis/nearest.ts'
import { conditionsOf } from '#geodata/analysis/road-conditions.ts'
import { route } from '#geodata/analysis/route.ts'
import { siting } from '#geodata/analysis/siting.ts'
import { conditionedRoads } from '#geodata/analysis/street-roads.ts'
import { endOf } from '#geodata/analysis/trips.ts'
import {
  IsochroneInputs,
  IsochroneResult,
  IsodistanceInputs,
  IsodistanceResult,
  NearestInputs,
  NearestResult,
  OdMatrixInputs,
  OdMatrixResult,
  type RoadConditions,
  RouteInputs,
  RouteResult,
  SitingInputs,
  SitingResult,
} from '#geodata/contract/processes.ts'
import type { Basis, Bilingual } from '#geodata/contract/shared.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'
import type { Deps } from '#server/app.ts'
import { readJson } from '#server/body.ts'
import { ProblemError, parseOrProblem } from '#server/problem.ts'
import { allNetworks, firstNetwork, type LoadedNetwork, type Region } from '#server/region.ts'

type Process = {
  title: string
  description: string
  inputs: z.ZodType
  result: z.ZodType
  run: (region: Region, inputs: unknown) => object
}

const PROCESSES: Record<string, Process> = {
  nearest: {
    title: '最近 Nearest',
    description:
      'Parks, companies or hubs by truck time from a place, with the straight line beside it.',
    inputs: NearestInputs,
    result: NearestResult,
    run: (region, given) => {
      const inputs = parseOrProblem(NearestInputs, given, '/inputs')
      requireSegment(region, inputs.segmentId)
      const network = requireNetwork(region, inputs)
      requireAccess(network, inputs.origin, '/inputs/origin')
      return answer(
        region,
        network,
        inputs,
        nearest(groundFor(network, inputs), region.facts, inputs),
      )
    },
  },
  isochrone: {
    title: '等时圈 Isochrone',
    description: 'The areas a truck reaches from a place (outward) or reaches it from (inward).',
    inputs: IsochroneInputs,
    result: IsochroneResult,
    run: (region, given) => {
      const inputs = parseOrProblem(IsochroneInputs, given, '/inputs')
      const network = requireNetwork(region, inputs)
      const access = requireAccess(network, inputs.origin, '/inputs/origin')
      const { origin, cutoffMinutes, direction } = inputs
      const conditions = streetConditions(network, inputs)
      const rings = network.rings(origin, cutoffMinutes, direction, conditions)
      return answer(region, network, inputs, { ...collected(rings), access })
    },
  },
  isodistance: {
    title: '等距圈 Isodistance',
    description: 'The areas within a length of road of a place; needs a street network.',
    inputs: IsodistanceInputs,
    result: IsodistanceResult,
    run: (region, given) => {
      const inputs = parseOrProblem(IsodistanceInputs, given, '/inputs')
      const network = requireNetwork(region, inputs)
      const access = requireAccess(network, inputs.origin, '/inputs/origin')
      if (!network.areasByLength) throw needsStreets('/inputs/network')
      const { origin, cutoffKilometers, direction } = inputs
      const conditions = streetConditions(network, inputs)
      const areas = network.areasByLength(origin, cutoffKilometers, direction, conditions)
      return answer(region, network, inputs, { ...collected(areas), access })
    },
  },
  'od-matrix': {
    title: 'OD 矩阵 OD matrix',
    description: 'Truck seconds and meters from every origin to every destination.',
    inputs: OdMatrixInputs,
    result: OdMatrixResult,
    run: (region, given) => {
      const inputs = parseOrProblem(OdMatrixInputs, given, '/inputs')
      const network = requireNetwork(region, inputs)
      return answer(region, network, inputs, odMatrix(groundFor(network, inputs), inputs))
    },
  },
  route: {
    title: '路径 Route',
    description: 'The way a truck goes, as a line with its roads, length and toll length.',
    inputs: RouteInputs,
    result: RouteResult,
    run: (region, given) => {
      const inputs = parseOrProblem(RouteInputs, given, '/inputs')
      const network = requireNetwork(region, inputs)
      const access = {
        origin: requireAccess(network, inputs.origin, '/inputs/origin'),
        destination: requireAccess(network, inputs.destination, '/inputs/destination'),
      }
      const found = route(groundFor(network, inputs), inputs)
      if (found) return answer(region, network, inputs, { ...found, access })
      throw new ProblemError(
        422,
        'The network has no way between origin and destination.',
        '起点与终点之间路网不通。',
      )
    },
  },
  siting: {
    title: '选址 Siting',
    description:
      'Parks and pins ranked for a product, every term explained, unknowns as intervals.',
    inputs: SitingInputs,
    result: SitingResult,
    run: (region, given) => {
      const inputs = parseOrProblem(SitingInputs, given, '/inputs')
      const network = requireNetwork(region, inputs)
      for (const [index, pin] of inputs.pins.entries()) {
        requireAccess(network, pin.lngLat, `/inputs/pins/${index}/lngLat`)
      }
      const outcome = siting(groundFor(network, inputs), region.facts, inputs)
      if (outcome.kind === 'ranked') return answer(region, network, inputs, outcome.result)
      throw unknownId(outcome.id, outcome.pointer)
    },
  },
}

export function processRoutes({ region }: Deps): Hono {
  const routes = new Hono()
  routes.get('/processes', (c) =>
    c.json({ processes: Object.keys(PROCESSES).map((id) => summary(id, c.req.url)), links: [] }),
  )
  routes.get('/processes/:id', (c) => {
    const id = c.req.param('id')
    const process = processOf(id)
    return c.json({
      ...summary(id, c.req.url),
      inputs: {
        inputs: {
          title: 'inputs',
          schema: z.toJSONSchema(process.inputs, { io: 'input', unrepresentable: 'any' }),
        },
      },
      outputs: { result: { schema: z.toJSONSchema(process.result, { unrepresentable: 'any' }) } },
    })
  })
  routes.post('/processes/:id/execution', async (c) => {
    const process = processOf(c.req.param('id'))
    const body = parseOrProblem(
      z.looseObject({ inputs: z.record(z.string(), z.unknown()) }),
      await readJson(c),
      '',
    )
    return c.json(process.run(region, body.inputs))
  })
  return routes
}

/** The schemas of every process, for the OpenAPI document. */
export function processSchemas() {
  return Object.entries(PROCESSES).map(([id, { title, description, inputs, result }]) => ({
    id,
    title,
    description,
    inputs: z.toJSONSchema(inputs, { io: 'input', unrepresentable: 'any' }),
    result: z.toJSONSchema(result, { unrepresentable: 'any' }),
  }))
}

function processOf(id: string): Process {
  const process = PROCESSES[id]
  if (process && Object.hasOwn(PROCESSES, id)) return process
  const all = Object.keys(PROCESSES)
  throw new ProblemError(
    404,
    `There is no process “${id}”; there are ${all.join(', ')}.`,
    `没有“${id}”这个分析；现有 ${all.join('、')}。`,
  )
}

function summary(id: string, url: string) {
  const { title, description } = processOf(id)
  const { origin } = new URL(url)
  return {
    id,
    title,
    description,
    version: '1.0.0',
    jobControlOptions: ['sync-execute'],
    outputTransmission: ['value'],
    links: [
      { rel: 'self', href: `${origin}/api/processes/${id}`, type: 'application/json' },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
        href: `${origin}/api/processes/${id}/execution`,
      },
    ],
  }
}

function answer(
  region: Region,
  { summary }: LoadedNetwork,
  inputs: unknown,
  result: object,
): object {
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
  network: { zh: '/api/networks 中的 id', en: 'an id of /api/networks' },
  productId: { zh: '/api/taxonomy 中的 productId', en: 'a productId of /api/taxonomy' },
  segmentId: { zh: '/api/taxonomy 中的 segmentId', en: 'a segmentId of /api/taxonomy' },
  parkIds: {
    zh: '/api/collections/parks/items 中的 id',
    en: 'an id of /api/collections/parks/items',
  },
  plantIds: { zh: '有整车工厂的企业 id', en: 'the id of a company with a vehicle plant' },
}

function unknownId(id: string, pointer: string): ProblemError {
  const expected = REFERENCES[pointer.split('/')[2] ?? '']
  const detail = `“${id}” is unknown; expected ${expected?.en ?? 'a known id'}.`
  const detailZh = `没有“${id}”；应为${expected?.zh ?? '已有的 id'}。`
  return new ProblemError(404, detail, detailZh, [{ pointer, detail, detailZh }])
}

function requireSegment({ facts }: Region, id: string | undefined): void {
  if (id === undefined || facts.taxonomy.some(({ segmentId }) => segmentId === id)) return
  throw unknownId(id, '/inputs/segmentId')
}

function requireNetwork(region: Region, { network: id }: { network?: string | undefined }) {
  if (id === undefined) return firstNetwork(region)
  const network = allNetworks(region).find(({ summary }) => summary.id === id)
  if (network) return network
  throw unknownId(id, '/inputs/network')
}

/** Areas as a GeoJSON collection. */
function collected(areas: readonly ({ geometry: object } & Record<string, unknown>)[]) {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      geometry,
      properties,
    })),
  }
}

/** The network as it is, or under the conditions asked for. */
function groundFor(network: LoadedNetwork, asking: { conditions?: RoadConditions | undefined }) {
  const conditions = streetConditions(network, asking)
  if (!conditions || !network.streets) return network.ground
  return { ...network.ground, roads: conditionedRoads(network.streets, conditions) }
}

/** The conditions by street and class; undefined where none were asked for. */
function streetConditions(
  { streets }: LoadedNetwork,
  { conditions }: { conditions?: RoadConditions | undefined },
): Conditions | undefined {
  if (!conditions) return undefined
  const pointer = '/inputs/conditions'
  if (!streets) throw needsStreets(pointer)
  const asked = conditionsOf(streets, conditions)
  if (asked.kind === 'conditions') return asked.conditions
  const detail = 'No street of the network is near this place.'
  const detailZh = '此处附近没有路网中的道路。'
  const at = `${pointer}/closedNear/${asked.closedIndex}`
  throw new ProblemError(422, detail, detailZh, [{ pointer: at, detail, detailZh }])
}

function needsStreets(pointer: string): ProblemError {
  const detail = 'This needs a street network (npm run network); the skeleton knows no streets.'
  const detailZh = '此项需要街道路网（npm run network）；骨架路网没有具体道路。'
  return new ProblemError(422, detail, detailZh, [{ pointer, detail, detailZh }])
}

/** How a place meets the network, or a 422 that says why it does not. */
function requireAccess({ ground }: LoadedNetwork, lngLat: LngLat, pointer: string) {
  const { meeting } = endOf(ground, { lngLat, radiusKilometers: 0 })
  if (meeting.kind === 'met') return meeting.access
  const [lng, lat] = lngLat
  const flipped =
    Math.abs(lng) <= 90 &&
    endOf(ground, { lngLat: [lat, lng], radiusKilometers: 0 }).meeting.kind === 'met'
  const hint = flipped ? ' Longitude comes first: they look swapped.' : ''
  const hintZh = flipped ? '经度在前、纬度在后：看来写反了。' : ''
  const reason = tooFarReason(meeting)
  const detail = `${lng},${lat} is off the network. ${reason.en}${hint}`
  const detailZh = `${lng},${lat} 不在路网范围内：${reason.zh}。${hintZh}`
  throw new ProblemError(422, detail, detailZh, [{ pointer, detail, detailZh }])
}
