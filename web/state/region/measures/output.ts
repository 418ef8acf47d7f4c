// Which output figures of the plan's progress name a district? The newest of each, as it was stated.
import type { District } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { inSight } from '#web/api/asked.ts'
import { getTargets } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import type { Bound, DistrictMeasure } from '#web/state/region/measures/measure.ts'

const UNIT = '亿元'
const question = newestOnly((_: 'all', signal) => getTargets(signal))

/** In a metric's name a district goes without its ending; what has none stays whole. */
const shortNameOf = (nameZh: string) => nameZh.replace(/(区|县|自治县)$/, '')

/** The latest stated output per district whose name begins the metric. */
function newestOutputs(
  districts: readonly Pick<District, 'properties'>[],
  stated: readonly TargetRow[],
): Map<string, TargetRow | undefined> {
  const outputs = stated.filter(
    (row) => row.rowType === 'progress' && row.unit === UNIT && numberOf(row) !== null,
  )
  return new Map(
    districts.map(({ properties: { adcode, nameZh } }) => {
      const [newest] = outputs
        .filter(({ metric }) => metric.zh.startsWith(shortNameOf(nameZh)))
        .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
      return [adcode, newest]
    }),
  )
}

/** The number that a district is classed by: of a bound or a range its end. */
const numberOf = ({ valueLow, valueHigh }: TargetRow) => valueLow ?? valueHigh

export function statedOutputs(
  districts: readonly Pick<District, 'properties'>[],
  stated: readonly TargetRow[],
): ReadonlyMap<string, number | null> {
  return new Map(
    [...newestOutputs(districts, stated)].map(([adcode, row]) => [
      adcode,
      row ? numberOf(row) : null,
    ]),
  )
}

/** Districts whose newest output is stated as a bound: more than so much, or less. */
export function outputBounds(
  districts: readonly Pick<District, 'properties'>[],
  stated: readonly TargetRow[],
): ReadonlyMap<string, Bound> {
  return new Map(
    [...newestOutputs(districts, stated)].flatMap(([adcode, row]) => {
      const bound = row && boundIn(row)
      return bound ? [[adcode, bound] as const] : []
    }),
  )
}

/** The sign of a bound as it was published: ">600", "600+"; null: the figure itself. */
function boundIn({ value, valueLow, valueHigh }: TargetRow): Bound | null {
  if (valueLow !== null && valueHigh !== null) return null
  const text = value?.trim() ?? ''
  if (valueHigh === null) return text.startsWith('>') ? '>' : '≥'
  return text.startsWith('<') ? '<' : '≤'
}

export const outputMeasure: DistrictMeasure = {
  question,
  ask: () => {
    const { kind } = question.asked.peek()
    if (kind !== 'answered' && kind !== 'computing') question.ask('all')
  },
  valuesOf: (districts) => statedOutputs(districts, inSight(question.asked.value) ?? []),
  boundsOf: (districts) => outputBounds(districts, inSight(question.asked.value) ?? []),
}
