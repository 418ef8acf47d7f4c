// What did the region look like in a year? Parks at the stage their dates imply, links agreed by then.
import { computed } from '@preact/signals'
import type { Link, Park } from '#geodata/contract/collections.ts'
import { links, parks } from '#web/state/region/lists.ts'
import type { ParkThen, StageThen } from '#web/state/view/park-then.ts'
import { view } from '#web/state/view/store.ts'

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

/** Only the layout looks back: what is asked elsewhere is asked of today. */
const year = computed(() => (view.value.workspace === 'layout' ? view.value.year : null))

export const parksThen = computed(() => parksIn(parks.value, year.value))
export const linksThen = computed(() => linksIn(links.value, year.value))
