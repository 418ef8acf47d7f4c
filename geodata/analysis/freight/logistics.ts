// By which roads does one candidate reach its customers and its suppliers reach it, at what cost?
//
// The routes are those of the network in force; what is sent to each plant is its own volume, or its share
// of the year's output (freight.ts has the formulas, rates.ts the rows they stand on). What is likely of
// each stands on the joint draws of siting: the same places, speed and rates.
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { type Clouds, cloudsOver } from '#geodata/analysis/doubt/clouds.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { earthOf, placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import {
  drawnFreightOf,
  drawnRatesOf,
  drawnTotal,
  likelyFreight,
} from '#geodata/analysis/freight/drawn-freight.ts'
import { freightOf, totalOf } from '#geodata/analysis/freight/freight.ts'
import { type Rate, ratesOf, type TruckRates } from '#geodata/analysis/freight/rates.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { type End, endOf, type Ground, tripBetween } from '#geodata/analysis/ground/trips.ts'
import { sharesOf } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { kilometersOf } from '#geodata/analysis/siting/drawn-ways.ts'
import { type Partner, type Partners, partnersOf } from '#geodata/analysis/siting/partners.ts'
import {
  candidatesOf,
  type Plant,
  plantsOf,
  questionOf,
  type UnknownId,
} from '#geodata/analysis/siting/question.ts'
import { suppliersOf } from '#geodata/analysis/siting/suppliers.ts'
import { lengthBounds, spanOf, toldMinutes } from '#geodata/analysis/siting/told-ways.ts'
import type { LogisticsInputs, LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const UNITS_WHERE_UNKNOWN = 1000
const ROADS_TOLD = 6

type Result = Omit<LogisticsResult, 'basis'>

export function logistics(
  ground: Ground,
  facts: RegionFacts,
  { siting, candidateId, factors }: LogisticsInputs,
  clouds: Clouds = cloudsOver(ground, earthOf(facts)),
): { kind: 'found'; result: Result } | UnknownId {
  const question = questionOf(facts, siting)
  if ('kind' in question) return question
  const candidates = candidatesOf(facts, siting)
  if ('kind' in candidates) return candidates
  const plants = plantsOf(facts, siting)
  if ('kind' in plants) return plants
  const candidate = candidates.find(({ id }) => id === candidateId)
  const doubt = doubtOf(siting.doubt)
  const asked = { facts, question, plants, inputs: siting }
  const [partners] = candidate
    ? partnersOf(ground, asked, [candidate], { clouds, draws: doubt.draws })
    : []
  if (!candidate || !partners) {
    const expected = 'the id of a candidate of the question'
    return { kind: 'unknown-id', pointer: '/inputs/candidateId', id: candidateId, expected }
  }
  const here = endOf(ground, candidate.place)
  const endOfFirm = new Map(
    facts.companies.flatMap((firm) => {
      const place = placeOf(firm)
      return place ? [[firm.properties.id, endOf(ground, place)] as const] : []
    }),
  )
  const rates = ratesOf(facts, siting.logistics.truck, factors)
  const drawnRates = drawnRatesOf(doubt.draws, siting.logistics.truck, rates)
  const units = unitsOf(plants, siting)
  const shipped = partners.plants.map((plant, index) => {
    const route = routeOf(ground, plant, here, endOfFirm.get(plant.id), partners, doubt)
    const shipment = {
      units: units[index] ?? null,
      unitsPerTruck: siting.logistics.unitsPerTruck ?? null,
      kilogramsPerUnit: siting.logistics.kilogramsPerUnit ?? null,
      tollMeters: route.tollMeters,
    }
    const kilometers = route.length && drawnKilometers(plant, partners, doubt)
    return {
      route,
      units: shipment.units,
      freight: freightOf(rates, { ...shipment, length: route.length }),
      drawn: drawnFreightOf(drawnRates, shipment, kilometers),
    }
  })
  const customers = shipped.map(({ route, units: sent, freight, drawn }) => {
    const likely = likelyFreight(drawn, doubt.lent)
    return { ...route, units: sent, freight: { ...freight, likely } }
  })
  const suppliers = suppliersOf(partners).map(({ partner }) => partner)
  const total = totalOf(shipped.map(({ freight }) => freight))
  const drawnSum = drawnTotal(
    shipped.map(({ drawn }) => drawn),
    doubt.draws.count,
  )
  return {
    kind: 'found',
    result: {
      candidateId,
      per: isVolumeKnown(siting) ? 'year' : 'thousandUnits',
      customers,
      suppliers: suppliers.map((partner) =>
        routeOf(ground, partner, endOfFirm.get(partner.id), here, partners, doubt),
      ),
      doubtfulEnds: doubtfulEnds(ground, [
        { ...candidate, lngLat: candidate.place.lngLat },
        ...customers,
        ...suppliers,
      ]),
      total: { ...total, likely: likelyFreight(drawnSum, doubt.lent) },
      assumptions: assumed(siting, rates, factors.return !== undefined, facts.home.name),
      doubt: doubtTold(siting.doubt, ['place', 'speed', 'freight']),
    },
  }
}

type Siting = LogisticsInputs['siting']

function isVolumeKnown({ annualUnits, customers }: Siting): boolean {
  return annualUnits !== undefined || (customers ?? []).some((one) => one.annualUnits !== undefined)
}

/** Units sent to each plant: its own volume, else its share of the output, or of 1,000 units. */
function unitsOf(plants: readonly Plant[], siting: Siting): (number | null)[] {
  if (plants.some(({ annualUnits }) => annualUnits !== null)) {
    return plants.map(({ annualUnits }) => annualUnits)
  }
  const shares = sharesOf(plants, siting.weightPlantsByCapacity)
  const sum = shares.reduce((total, share) => total + share, 0)
  const all = siting.annualUnits ?? UNITS_WHERE_UNKNOWN
  return shares.map((share) => (all * share) / sum)
}

function routeOf(
  ground: Ground,
  partner: Partner,
  from: End | undefined,
  to: End | undefined,
  candidate: Partners,
  doubt: Doubt,
): Result['suppliers'][number] {
  const { id, nameZh, nameEn, lngLat } = partner
  const named = { id, nameZh, nameEn, lngLat }
  const drawn = from && to && ground.roads.routeBetween(from, to)
  if (!drawn) {
    return {
      ...named,
      duration: null,
      likelyMinutes: null,
      lengthMeters: null,
      length: null,
      likelyKilometers: null,
      tollMeters: null,
      line: [],
      roads: [],
    }
  }
  const { duration, lengthMeters } = tripBetween(from, to, drawn)
  const length = lengthBounds(from, to, partner, lengthMeters)
  const kilometers = drawnKilometers(partner, candidate, doubt)
  const toll = drawn.legs.filter(({ isToll }) => isToll)
  return {
    ...named,
    ...toldMinutes({ duration, drawn: partner.drawn }, candidate, doubt),
    lengthMeters,
    length,
    likelyKilometers:
      kilometers && spanOf(likelyRange(kilometers, doubt.lent), length.centralMeters / 1000),
    tollMeters: ground.roads.tellsTolls
      ? Math.round(toll.reduce((sum, leg) => sum + leg.lengthMeters, 0))
      : null,
    line: drawn.lngLats,
    roads: drawn.legs
      .filter(({ name, ref }) => name !== '' || ref !== '')
      .map(({ name, ref, lengthMeters: meters }) => ({
        name,
        ref,
        lengthMeters: Math.round(meters),
      }))
      .sort((a, b) => b.lengthMeters - a.lengthMeters)
      .slice(0, ROADS_TOLD),
  }
}

/** Of the way in every draw; null: nothing is drawn of it. */
function drawnKilometers(partner: Partner, candidate: Partners, doubt: Doubt) {
  const kilometers = new Float64Array(doubt.draws.count)
  return kilometersOf(kilometers, candidate, partner) ? kilometers : null
}

function assumed(
  siting: Siting,
  rates: TruckRates,
  isReturnAsked: boolean,
  region: Bilingual,
): Result['assumptions'] {
  const rated = (id: string, zh: string, en: string, unit: string, rate: Rate | null) =>
    rate
      ? [
          {
            id,
            text: { zh, en },
            low: rate.low,
            high: rate.high,
            unit,
            rowIds: rate.rowIds,
            source: rate.source,
            kind: kindOf(rate),
            asOf: rate.asOf,
          },
        ]
      : []
  const asked = { rowIds: [], source: '', kind: 'asked' as const, asOf: null }
  const { unitsPerTruck, kilogramsPerUnit } = siting.logistics
  const own = (id: string, zh: string, en: string, unit: string, value: number | undefined) =>
    value === undefined ? [] : [{ id, text: { zh, en }, low: value, high: value, unit, ...asked }]
  return [
    ...rated(
      'price',
      '整车运价（含油费路费）',
      'Truckload price, fuel and tolls in it',
      'CNY/km',
      rates.yuanPerKilometer,
    ),
    {
      id: 'return',
      text: { zh: '回程计费（1 有回货，2 空返）', en: 'Paid way back (1: a load back, 2: empty)' },
      ...rates.paidReturn,
      unit: '×',
      ...asked,
      kind: isReturnAsked ? 'asked' : 'assumption',
    },
    ...rated(
      'toll',
      `${region.zh}高速费率（桥隧未计）`,
      `Tolls of ${region.en}, without bridges and tunnels`,
      'CNY/km',
      rates.tollYuanPerKilometer,
    ),
    ...rated(
      'carbon',
      '运输碳排放因子',
      'Emission factor',
      'kgCO2e/(t·km)',
      rates.kilogramsCarbonPerTonneKilometer,
    ),
    ...own('unitsPerTruck', '每车件数', 'Units per truck', '', unitsPerTruck),
    ...own('kilogramsPerUnit', '单件含包装', 'One unit, packed', 'kg', kilogramsPerUnit),
    ...own('annualUnits', '年产量', 'Made in a year', '', siting.annualUnits),
  ]
}

function kindOf({ rowIds, source }: Rate): Result['assumptions'][number]['kind'] {
  if (rowIds.length === 0) return 'asked'
  return source.startsWith('general knowledge') ? 'assumption' : 'documented'
}
