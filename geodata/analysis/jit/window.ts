// Which part from a site makes which vehicle plant's window, at which hour, and how surely?
//
// All products by all plants by all hours from one matrix row of the kernel: the formula of on-time.ts
// holds each cell. A product without a budget, and a plant without a measured way, leave their cells
// unknown; nothing unknown is ever in time. The site's own precision and the plant's widen the drive, which
// is drawn as in siting: the same points of the same places, the same speed.
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { type Clouds, cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { drawnWays, type Named, pointOf } from '#geodata/analysis/doubt/drawing.ts'
import { earthOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { endOf, type Ground, type Trip, tripsBetween } from '#geodata/analysis/ground/trips.ts'
import { handlingAssumptions, trafficAssumptions } from '#geodata/analysis/jit/assumptions.ts'
import {
  latestFreeMinutes,
  type PartMinutes,
  type Traffic,
  type Triple,
  windowAt,
} from '#geodata/analysis/jit/on-time.ts'
import {
  budgetAssumptions,
  comparisonsOf,
  freeMinutesTo,
  likelyMinutesTo,
  minutesOf,
  partsOf,
  plantHandling,
} from '#geodata/analysis/jit/parts.ts'
import { siteOf } from '#geodata/analysis/jit/site.ts'
import { tooFarReason } from '#geodata/analysis/nearest/nearest.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { type Plant, plantsOf, type UnknownId } from '#geodata/analysis/siting/question.ts'
import { toldMinutes } from '#geodata/analysis/siting/told-ways.ts'
import type {
  JitWindowInputs,
  JitWindowResult,
  WindowPlant,
} from '#geodata/contract/processes/jit-window.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const NO_WAY: Bilingual = { zh: '没有通路', en: 'there is no way by road' }
const NO_PLACE: Bilingual = { zh: '本地点没有坐标', en: 'this site has no coordinates' }

export function jitWindow(
  ground: Ground,
  facts: RegionFacts,
  inputs: JitWindowInputs,
  clouds: Clouds = cloudsOver(ground, earthOf(facts)),
): { kind: 'answered'; result: Omit<JitWindowResult, 'basis'> } | UnknownId {
  const site = siteOf(facts, inputs)
  if ('kind' in site) return site
  const unknownProduct = unknownProductOf(facts, inputs)
  if (unknownProduct) return unknownProduct
  const found = plantsOf(facts, { customers: inputs.plantIds?.map((plantId) => ({ plantId })) })
  if ('kind' in found)
    return { ...found, pointer: found.pointer.replace(CUSTOMER, '/inputs/plantIds/$1') }
  const named = site.place && { id: site.described.id ?? 'pin', place: site.place }
  const plants = measured(ground, clouds, named, found, doubtOf(inputs.doubt)).map((plant) => ({
    ...plant,
    ...plantHandling(facts, plant.id, inputs),
  }))
  const speed = { low: inputs.doubt.speedLow, high: inputs.doubt.speedHigh }
  const parts = partsOf(facts, inputs)
  const traffics = inputs.hours.map((hour) => trafficAt(inputs, hour))
  return {
    kind: 'answered',
    result: {
      site: site.described,
      parts: parts.map((part) => {
        const minutes = minutesOf(part)
        const latestMinutes =
          minutes && traffics.map((how) => rounded(latestFreeMinutes(minutes, how, speed), 1))
        return { ...part, latestMinutes }
      }),
      plants,
      doubtfulEnds: doubtfulEnds(ground, [
        ...(site.place ? [{ ...site.described, id: site.described.id ?? 'pin' }] : []),
        ...plants,
      ]),
      hours: inputs.hours,
      cells:
        traffics.length === 0
          ? []
          : parts.flatMap((part) =>
              plants.map((plant) => ({
                productId: part.productId,
                plantId: plant.id,
                ...cellOf(minutesOf(part, plant), plant, traffics),
              })),
            ),
      comparisons: comparisonsOf(facts),
      assumptions: [
        ...trafficAssumptions(inputs),
        ...handlingAssumptions(facts, inputs),
        ...budgetAssumptions(parts),
      ],
      doubt: doubtTold(inputs.doubt, ['place', 'speed']),
    },
  }
}

const CUSTOMER = /^\/inputs\/customers\/(\d+)\/plantId$/

function trafficAt({ hourFactors, variation, requiredShare }: JitWindowInputs, hour: number) {
  return { hourFactor: hourFactors[hour] ?? 1, variation, requiredShare }
}

function cellOf(part: PartMinutes | null, plant: WindowPlant, traffics: readonly Traffic[]) {
  const [free, likely] = [freeMinutesTo(plant), likelyMinutesTo(plant)]
  const windows = traffics.map((how) =>
    part && free && likely ? windowAt(part, free, how, likely) : null,
  )
  return {
    verdicts: windows.map((one) => one?.verdict ?? 'unknown'),
    slackMinutes: windows.map((one) => one && rounded(one.slackMinutes, 1)),
    onTimeShare: windows.map((one) => one && rounded(one.onTimeShare, 4)),
    slackLikely: windows.map((one) => one && rounded(one.slackLikely, 1)),
    onTimeLikely: windows.map((one) => one && rounded(one.onTimeLikely, 4)),
  }
}

function rounded(triple: Triple, digits: number): Triple {
  return triple.map((value) => Number(value.toFixed(digits))) as Triple
}

function unknownProductOf(
  { taxonomy }: RegionFacts,
  { productIds = [] }: JitWindowInputs,
): UnknownId | null {
  const known = new Set(taxonomy.flatMap(({ products }) => products.map((one) => one.productId)))
  const index = productIds.findIndex((id) => !known.has(id))
  const expected = 'a productId of /api/taxonomy'
  const id = productIds[index] ?? ''
  if (index < 0) return null
  return { kind: 'unknown-id', pointer: `/inputs/productIds/${index}`, id, expected }
}

type Measured = Omit<WindowPlant, 'delivery' | 'handling'>

/** The plants, nearest first; those without a measured way last. */
function measured(
  ground: Ground,
  clouds: Clouds,
  from: Named | null,
  plants: readonly Plant[],
  doubt: Doubt,
): Measured[] {
  const ends = plants.map(({ place }) => endOf(ground, place))
  const trips = from ? tripsBetween(ground, [endOf(ground, from.place)], ends)[0] : undefined
  const drawing = { clouds, draws: doubt.draws }
  const there = plants.map(({ company, place }) => ({ id: company.properties.id, place }))
  const ways = from && drawnWays(ground, drawing, [from], there, 'outward')
  const here = { point: from && pointOf(drawing, from) }
  return plants
    .map(({ company, place }, index): Measured => {
      const { id, nameZh, nameEn } = company.properties
      const [lng, lat] = place.lngLat
      const { duration, lengthMeters, reason } = timeOf(trips?.[index])
      const told = toldMinutes({ duration, drawn: ways?.(0, index) ?? null }, here, doubt)
      return { id, nameZh, nameEn, lngLat: [lng, lat], ...told, lengthMeters, reason }
    })
    .sort((a, b) => seconds(a) - seconds(b) || (a.id < b.id ? -1 : 1))
}

function seconds({ duration }: Measured): number {
  return duration?.centralSeconds ?? Number.MAX_VALUE
}

function timeOf(trip: Trip | undefined) {
  if (trip?.kind === 'reached') {
    return { duration: trip.duration, lengthMeters: trip.lengthMeters, reason: null }
  }
  const reason =
    trip === undefined ? NO_PLACE : trip.kind === 'too-far' ? tooFarReason(trip) : NO_WAY
  return { duration: null, lengthMeters: null, reason }
}
