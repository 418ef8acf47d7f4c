// What are the data and the question once a scenario is true? Laid over them, never a copy kept beside.
//
// Only the lists that a change touches are made anew; every other list is the same object, so what is kept of it
// (clouds, networks) holds on.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { ratesOf } from '#geodata/analysis/freight/rates.ts'
import type { Stretch } from '#geodata/analysis/scenarios/opened-roads.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { RoadConditions } from '#geodata/contract/processes/roads.ts'
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'

export type Changed = { facts: RegionFacts; siting: SitingInputs; opened: readonly Stretch[] }

type Of<Kind extends ScenarioChange['kind']> = ScenarioChange & { kind: Kind }

/** `before` with one change more. */
export function changed(before: Changed, change: ScenarioChange): Changed {
  const { facts, siting } = before
  switch (change.kind) {
    case 'volume':
      return withVolume(before, change)
    case 'vehiclePlant':
      return withPlant(before, change)
    case 'land': {
      const parks = facts.parks.map((park) =>
        park.properties.id === change.parkId ? withLand(park, change.hectares) : park,
      )
      // What the scenario says of the land stands in the place of what the park answered.
      const parkAnswers = facts.parkAnswers.filter(
        ({ parkId, item }) => parkId !== change.parkId || item !== 'freeLandHectares',
      )
      return { ...before, facts: { ...facts, parks, parkAnswers } }
    }
    case 'closed': {
      const { closedNear, ...conditions } = conditionsOf(siting)
      const closed = [...closedNear, change.near]
      return { ...before, siting: { ...siting, conditions: { ...conditions, closedNear: closed } } }
    }
    case 'speed': {
      const conditions = conditionsOf(siting)
      const timeFactor = conditions.timeFactor * change.timeFactor
      return { ...before, siting: { ...siting, conditions: { ...conditions, timeFactor } } }
    }
    case 'opened':
      return { ...before, opened: [...before.opened, change] }
    case 'freightRate':
      return { ...before, facts: withRate(facts, siting, change) }
  }
}

const OPEN_ROADS: RoadConditions = {
  avoid: [],
  closedNear: [],
  timeFactor: 1,
  timeFactorByClass: {},
}

const conditionsOf = ({ conditions }: SitingInputs): RoadConditions => conditions ?? OPEN_ROADS

function withVolume(before: Changed, { plantId, percent }: Of<'volume'>): Changed {
  const times = 1 + percent / 100
  const scaled = (amount: number | null) => (amount === null ? null : amount * times)
  const plants = before.facts.plants.map((row) =>
    row.companyId === plantId && row.rowType === 'plant'
      ? { ...row, designedCapacityVehiclesPerYear: scaled(row.designedCapacityVehiclesPerYear) }
      : row,
  )
  const customers = before.siting.customers?.map((customer) =>
    customer.plantId === plantId && customer.annualUnits !== undefined
      ? { ...customer, annualUnits: customer.annualUnits * times }
      : customer,
  )
  const siting = customers ? { ...before.siting, customers } : before.siting
  return { ...before, facts: { ...before.facts, plants }, siting }
}

const SOURCE = '情景假定 assumed by a scenario'

/** Another vehicle plant, running, in the home city; where customers are named, one of them. */
function withPlant(before: Changed, change: Of<'vehiclePlant'>): Changed {
  const { facts, siting } = before
  const { id, name, annualUnits } = change
  const row = {
    rowType: 'plant',
    companyId: id,
    nameZh: name,
    designedCapacityVehiclesPerYear: annualUnits ?? null,
    status: 'running',
    source: SOURCE,
    asOf: null,
  }
  const customers = siting.customers && [
    ...siting.customers,
    { plantId: id, ...(annualUnits === undefined ? {} : { annualUnits }) },
  ]
  return {
    ...before,
    facts: {
      ...facts,
      companies: [...facts.companies, plantCompany(facts, change)],
      plants: [...facts.plants, row],
    },
    siting: customers ? { ...siting, customers } : siting,
  }
}

function plantCompany({ home }: RegionFacts, { id, name, lngLat }: Of<'vehiclePlant'>): Company {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [...lngLat] },
    properties: {
      id,
      nameZh: name,
      nameEn: name,
      unifiedCode: null,
      kind: 'oem',
      segmentIds: [],
      systems: [],
      productIds: [],
      products: '',
      city: home.name.zh,
      districtZh: '',
      district2025Zh: '',
      parkId: null,
      certifications: null,
      adcode: null,
      coordPrecision: 'site',
      coordSource: null,
      precisionRadiusKilometers: 0,
      source: SOURCE,
      sourceClass: 'none',
      confidence: 'low',
      note: null,
    },
  }
}

const HECTARES_PER_SQUARE_KILOMETER = 100

/** So much undeveloped land is there for sure; the plan is no smaller than that. */
function withLand(park: Park, hectares: number): Park {
  const free = hectares / HECTARES_PER_SQUARE_KILOMETER
  const planned = Math.max(park.properties.plannedAreaSquareKilometers ?? free, free)
  return {
    ...park,
    properties: {
      ...park.properties,
      plannedAreaSquareKilometers: planned,
      developedAreaSquareKilometers: planned - free,
    },
  }
}

/** The price of the truck that is asked for; other prices stay. */
function withRate(
  facts: RegionFacts,
  { logistics }: SitingInputs,
  { percent }: Of<'freightRate'>,
): RegionFacts {
  const ids = ratesOf(facts, logistics.truck).yuanPerKilometer?.rowIds ?? []
  const scaled = (amount: number | null) => (amount === null ? null : amount * (1 + percent / 100))
  const freightCosts = facts.freightCosts.map((row) =>
    ids.includes(row.id)
      ? { ...row, valueLow: scaled(row.valueLow), valueHigh: scaled(row.valueHigh) }
      : row,
  )
  return { ...facts, freightCosts }
}
