// What does each criterion measure at every cell, from the stated places?

import { toldApart } from '#geodata/analysis/siting/criteria/competitors.ts'
import { sharesOf } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import type { SitingContext } from '#geodata/analysis/siting/criterion.ts'
import type { Partner, Partners } from '#geodata/analysis/siting/partners.ts'
import type { Row } from '#geodata/analysis/surface/cell-partners.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

type Rows = readonly (Row | undefined)[]

/** By criterion, one amount a cell; null: unknown there. `rowOf` is undefined for a firm of unknown place. */
export function amountsOf(
  { inputs, plants, question }: SitingContext,
  count: number,
  partners: Partners,
  rowOf: (partner: Partner) => Row | undefined,
): SurfaceResult['raws'] {
  const { sure } = toldApart(partners.rivals)
  // Makers of the same product are competitors, as in siting: no part of the cluster.
  const rivals = new Set(sure.map(({ company }) => company.id))
  const mates = partners.sameTrade.filter(({ company }) => !rivals.has(company.id))
  const plantRows = partners.plants.map(rowOf)
  const makers = partners.inputs.map((input) =>
    input.makers.flatMap(({ basis, partner }) => (basis === 'product' ? [rowOf(partner)] : [])),
  )
  const rowsOf = (all: readonly { partner: Partner }[]) => all.map(({ partner }) => rowOf(partner))
  const shares = sharesOf(plants, inputs.weightPlantsByCapacity)
  return {
    plantMinutes: meanMinutes(plantRows, shares, count),
    plantsWithin: countWithin(plantRows, inputs.plantWindowMinutes, count),
    upstreamMinutes: meanOfNearest(makers, count),
    cluster: countWithin(rowsOf(mates), inputs.clusterMinutes, count),
    ...(question.productId !== null && {
      competitors: countWithin(rowsOf(sure), inputs.clusterMinutes, count),
    }),
    hubMinutes: meanOfNearest([partners.hubs.map(rowOf)], count),
  }
}

function meanMinutes(rows: Rows, shares: readonly number[], count: number): (number | null)[] {
  return eachOf(count, (cell) => {
    let weights = 0
    let sum = 0
    rows.forEach((row, index) => {
      const cost = row?.[cell] ?? UNREACHED
      if (cost === UNREACHED) return
      const share = shares[index] ?? 0
      weights += share
      sum += share * cost
    })
    return weights === 0 ? null : rounded(sum / weights / 600)
  })
}

function countWithin(rows: Rows, withinMinutes: number, cells: number): number[] {
  return eachOf(cells, (cell) => {
    let count = 0
    for (const row of rows) if ((row?.[cell] ?? UNREACHED) <= withinMinutes * 600) count += 1
    return count
  })
}

/** The mean over the groups of the nearest of each; null where every group is empty. */
function meanOfNearest(groups: readonly Rows[], cells: number): (number | null)[] {
  return eachOf(cells, (cell) => {
    let sum = 0
    let count = 0
    for (const rows of groups) {
      let best = UNREACHED
      for (const row of rows) best = Math.min(best, row?.[cell] ?? UNREACHED)
      if (best === UNREACHED) continue
      sum += best
      count += 1
    }
    return count === 0 ? null : rounded(sum / count / 600)
  })
}

function eachOf<Of>(count: number, of: (cell: number) => Of): Of[] {
  return Array.from({ length: count }, (_, cell) => of(cell))
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10
}
