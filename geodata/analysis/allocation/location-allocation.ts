// Where should k suppliers of one product stand, those that are there already kept?
//
// Demand is the vehicle plants, sites the parks, times those of trucks at their middle. Coverage is the
// maximal covering problem over plants that no supplier reaches in time today; minutes is the p-median with
// the existing makers as one more, always open column (the two files beside this one).
import {
  coverageProgram,
  greedyCoverage,
  swappedCoverage,
} from '#geodata/analysis/allocation/maximal-coverage.ts'
import { greedyMedian, medianProgram, swappedMedian } from '#geodata/analysis/allocation/median.ts'
import type { Solver } from '#geodata/analysis/allocation/program.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import type {
  LocationAllocationInputs,
  LocationAllocationResult,
} from '#geodata/contract/processes/location-allocation.ts'

type Settings = Omit<LocationAllocationInputs, 'plantIds' | 'network' | 'conditions' | 'profile'>
type Answer = Omit<LocationAllocationResult, 'basis' | 'doubtfulEnds'>

export function locationAllocation(
  known: SourcingKnown,
  settings: Settings,
  prove: { solve: Solver; limitSeconds: number } | null,
): Answer {
  const parks = settings.parkIds
    ? known.parks.filter(({ id }) => settings.parkIds?.includes(id))
    : known.parks
  const makers = settings.withExisting
    ? known.firms.filter(({ productIds }) => productIds.includes(settings.productId))
    : []
  const weights = weightsOf(known, settings.byCapacity)
  const minutesTo = (one: (typeof known.parks)[number] | (typeof known.firms)[number]) =>
    known.plants.map((_, plant) => {
      const seconds = one.secondsTo[plant]
      return seconds ? seconds[1] / 60 : null
    })
  const nearest = (among: readonly { id: string; minutes: (number | null)[] }[]) =>
    known.plants.map((_, plant) => {
      let best: { id: string; minutes: number } | null = null
      for (const { id, minutes } of among) {
        const here = minutes[plant] ?? null
        if (here !== null && (!best || here < best.minutes)) best = { id, minutes: here }
      }
      return best
    })
  const existing = makers.map((firm) => ({ id: firm.id, minutes: minutesTo(firm) }))
  const sites = parks.map((park) => ({ id: park.id, minutes: minutesTo(park) }))
  const before = nearest(existing)
  const isInTime = (minutes: number | null | undefined) =>
    minutes !== null && minutes !== undefined && minutes <= settings.withinMinutes
  const chosen =
    settings.objective === 'coverage'
      ? chosenForCoverage(sites, weights, before, settings, isInTime, prove)
      : chosenForMinutes(sites, weights, before, settings, prove)
  const open = chosen.options.flatMap((option) => sites[option] ?? [])
  const after = nearest([...existing, ...open])
  const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0)
  const worthOf = (served: ReturnType<typeof nearest>) =>
    settings.objective === 'coverage'
      ? sumOver(weights, (plant) => (isInTime(served[plant]?.minutes) ? 1 : 0))
      : sumOver(weights, (plant) =>
          Math.min(served[plant]?.minutes ?? settings.unservedMinutes, settings.unservedMinutes),
        ) / weightOfAll
  return {
    parkIds: open.map(({ id }) => id),
    before: worthOf(before),
    after: worthOf(after),
    greedy: chosen.greedy,
    weightOfAll,
    proof: chosen.proof,
    plants: known.plants.map(({ id, nameZh, nameEn }, plant) => ({
      id,
      nameZh,
      nameEn,
      weight: weights[plant] ?? 0,
      before: before[plant] ?? null,
      after: after[plant] ?? null,
    })),
  }
}

type Sites = readonly { id: string; minutes: (number | null)[] }[]
type Served = readonly ({ minutes: number } | null)[]
type Prove = { solve: Solver; limitSeconds: number } | null
type Chosen = { options: number[]; greedy: number; proof: Answer['proof'] }

function chosenForCoverage(
  sites: Sites,
  weights: readonly number[],
  before: Served,
  { count }: Settings,
  isInTime: (minutes: number | null | undefined) => boolean,
  prove: Prove,
): Chosen {
  const already = sumOver(weights, (plant) => (isInTime(before[plant]?.minutes) ? 1 : 0))
  const problem = {
    weights: weights.map((weight, plant) => (isInTime(before[plant]?.minutes) ? 0 : weight)),
    covers: sites.map(({ minutes }) =>
      minutes.flatMap((one, plant) => (isInTime(one) ? [plant] : [])),
    ),
    groupOf: sites.map(() => 0),
    capacities: [null],
    count,
  }
  const greedy = greedyCoverage(problem)
  const swapped = swappedCoverage(problem, greedy)
  const solved = prove?.solve(coverageProgram(problem), prove.limitSeconds) ?? null
  const best =
    solved && solved.value > swapped.value + 1e-9
      ? { options: solved.chosen.map((name) => Number(name.slice(1))), value: solved.value }
      : swapped
  const bound = solved ? solved.bound + already : null
  const value = best.value + already
  return {
    options: best.options,
    greedy: greedy.value + already,
    proof: {
      kind: solved === null ? 'none' : solved.isProven ? 'proven' : 'bounded',
      bound,
      gapShare: bound === null || bound <= 0 ? null : Math.max(0, (bound - value) / bound),
    },
  }
}

function chosenForMinutes(
  sites: Sites,
  weights: readonly number[],
  before: Served,
  { count, unservedMinutes }: Settings,
  prove: Prove,
): Chosen {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const problem = {
    weights,
    timeTo: sites.map(({ minutes }) => minutes),
    existing: before.map((one) => one?.minutes ?? null),
    unserved: unservedMinutes,
    count,
  }
  const greedy = greedyMedian(problem)
  const swapped = swappedMedian(problem, greedy)
  const solved = prove?.solve(medianProgram(problem), prove.limitSeconds) ?? null
  const best =
    solved && solved.value < swapped.value - 1e-9
      ? { options: solved.chosen.map((name) => Number(name.slice(1))), value: solved.value }
      : swapped
  const bound = solved ? solved.bound / all : null
  const value = best.value / all
  return {
    options: best.options,
    greedy: greedy.value / all,
    proof: {
      kind: solved === null ? 'none' : solved.isProven ? 'proven' : 'bounded',
      bound,
      gapShare: bound === null || value <= 0 ? null : Math.max(0, (value - bound) / value),
    },
  }
}

function weightsOf({ plants }: SourcingKnown, byCapacity: boolean): number[] {
  if (!byCapacity) return plants.map(() => 1)
  const known = plants
    .flatMap(({ capacity }) => (capacity === null ? [] : [capacity]))
    .sort((a, b) => a - b)
  const median = known[Math.floor(known.length / 2)] ?? 1
  return plants.map(({ capacity }) => (capacity ?? median) / median)
}

function sumOver(weights: readonly number[], of: (plant: number) => number): number {
  return weights.reduce((sum, weight, plant) => sum + weight * of(plant), 0)
}
