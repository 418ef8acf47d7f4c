// Does what region.json names lie in the tables beside it?
import path from 'node:path'
import { TRUCKS } from '#geodata/contract/processes/siting.ts'
import { REGION_FILE } from '#scripts/geodata/region-file.ts'
import type { Sources } from '#scripts/geodata/sources.ts'

/** Per problem: file#pointer, what came, what was expected. */
export function regionProblems({
  folder,
  region,
  districts,
  freightCosts,
  carried,
}: Sources): string[] {
  const problems: string[] = []
  const report = (pointer: string, came: string, expected: string) =>
    problems.push(
      `${path.join(folder, REGION_FILE)}#${pointer}: came ${came}; expected ${expected}`,
    )
  const adcodes = new Set(districts.map(({ row }) => row.adcode))
  region.urbanAdcodes.forEach((adcode, index) => {
    if (!adcodes.has(adcode)) report(`/urbanAdcodes/${index}`, adcode, 'a code of districts.csv')
  })
  if (!region.cities.some(({ adcode }) => adcode === region.cityAdcode)) {
    report('/cityAdcode', region.cityAdcode, 'a code of /cities: its cables start somewhere')
  }
  const { tollRegion, trucks } = region.rates
  const tolls = carried.find(({ name }) => name === 'tolls')?.rows ?? []
  if (!tolls.some(({ row }) => row.region === tollRegion)) {
    report('/rates/tollRegion', tollRegion, 'a region of tolls.csv')
  }
  const costIds = new Set(freightCosts.map(({ row }) => row.id))
  for (const truck of TRUCKS) {
    const rows = trucks[truck]
    if (!rows) report(`/rates/trucks/${truck}`, 'nothing', 'the rows of this truck')
    for (const id of rows ? [rows.priceRowId, ...rows.carbonRowIds] : []) {
      if (!costIds.has(id)) report(`/rates/trucks/${truck}`, id, 'an id of freight_costs.csv')
    }
  }
  return problems
}
