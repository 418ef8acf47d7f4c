// Which output figures of the plan's progress name a district? The newest of each, as it was stated.
import type { District } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { inSight } from '#web/api/asked.ts'
import { getTargets } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'

const UNIT = '亿元'
const question = newestOnly((_: 'all', signal) => getTargets(signal))

/** In a metric's name a district goes without its ending; what has none stays whole. */
const shortNameOf = (nameZh: string) => nameZh.replace(/(区|县|自治县)$/, '')

/** The latest stated output per district whose name begins the metric. */
export function statedOutputs(
  districts: readonly Pick<District, 'properties'>[],
  stated: readonly TargetRow[],
): ReadonlyMap<string, number | null> {
  const outputs = stated.filter(
    ({ rowType, unit, valueLow }) => rowType === 'progress' && unit === UNIT && valueLow !== null,
  )
  return new Map(
    districts.map(({ properties: { adcode, nameZh } }) => {
      const [newest] = outputs
        .filter(({ metric }) => metric.zh.startsWith(shortNameOf(nameZh)))
        .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
      return [adcode, newest?.valueLow ?? null]
    }),
  )
}

export const outputMeasure: DistrictMeasure = {
  question,
  ask: () => {
    const { kind } = question.asked.peek()
    if (kind !== 'answered' && kind !== 'computing') question.ask('all')
  },
  valuesOf: (districts) => statedOutputs(districts, inSight(question.asked.value) ?? []),
}
