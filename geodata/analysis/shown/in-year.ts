// What did the region look like at the end of a year of the plan? Parks at the stage their dates imply, links agreed by then.
import type { Link, Park } from '#geodata/contract/collections.ts'

/** The years of the plan; after them comes today. */
export const PLAN_YEARS = [2022, 2023, 2024, 2025] as const

export type StageThen = Park['properties']['stage'] | 'unknown'
/** A park as it was: its stage may be unknown where its date is. */
export type ParkThen = Omit<Park, 'properties'> & {
  properties: Omit<Park['properties'], 'stage'> & { stage: StageThen }
}

/** The year an address names; null: today. */
export function yearIn(query: URLSearchParams): number | null {
  const text = query.get('year')
  return PLAN_YEARS.find((year) => String(year) === text) ?? null
}

/**
 * The stage at the end of a year; null is today. Who has not begun has no date to wait for; of the
 * others we know the stage from its date on, and nothing of before.
 */
export function stageIn(
  { stage, stageDate }: Pick<Park['properties'], 'stage' | 'stageDate'>,
  year: number | null,
): StageThen {
  if (year === null || stage === 'candidate' || stage === 'partner') return stage
  const since = Number(stageDate?.slice(0, 4) || Number.NaN)
  return since <= year ? stage : 'unknown'
}

export function parksIn(all: readonly Park[], year: number | null): ParkThen[] {
  return all.map((park) => {
    const stage = stageIn(park.properties, year)
    return stage === park.properties.stage
      ? park
      : { ...park, properties: { ...park.properties, stage } }
  })
}

export function linksIn(all: readonly Link[], year: number | null): Link[] {
  return all.filter(({ properties }) => year === null || properties.year <= year)
}
