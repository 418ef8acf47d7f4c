// By what is an amount multiplied that stands in another unit than its column?
import { bare } from '#geodata/analysis/importing/similar.ts'

/** Unit as written, bare → how many of the unit of the column one of it is. */
type Units = Readonly<Record<string, number>>

const MU_PER_HECTARE = 15
const SQUARE_KILOMETERS: Units = {
  平方公里: 1,
  平方千米: 1,
  km2: 1,
  公顷: 0.01,
  ha: 0.01,
  亩: 1 / (MU_PER_HECTARE * 100),
  万亩: 100 / MU_PER_HECTARE,
  平方米: 1e-6,
  m2: 1e-6,
  万平方米: 0.01,
}
const HECTARES: Units = Object.fromEntries(
  Object.entries(SQUARE_KILOMETERS).map(([unit, factor]) => [unit, factor * 100]),
)
const KILOMETERS: Units = { 公里: 1, 千米: 1, km: 1, 米: 0.001, m: 0.001 }
const MINUTES: Units = { 分: 1, 分钟: 1, min: 1, minutes: 1, 小时: 60, h: 60, hours: 60 }
const PERCENT: Units = { '%': 1, 百分比: 1, '‰': 0.1 }

/** 亿 and 万 alone are of yuan too. */
const TEN_THOUSAND_YUAN: Units = {
  元: 1e-4,
  万元: 1,
  万: 1,
  亿元: 1e4,
  亿: 1e4,
  千万元: 1000,
  百万元: 100,
}

/** By how the name of a column ends. */
const BY_ENDING: readonly [ending: string, units: Units][] = [
  ['SquareKilometers', SQUARE_KILOMETERS],
  ['Hectares', HECTARES],
  ['TenThousandYuan', TEN_THOUSAND_YUAN],
  ['Kilometers', KILOMETERS],
  ['Minutes', MINUTES],
  ['PercentLow', PERCENT],
  ['PercentHigh', PERCENT],
]

/** 1 where nothing is said of a unit; null: it is none of those that the column can be in. */
export function unitFactor(column: string, unit: string): number | null {
  const said = bare(unit).replace('²', '2')
  if (said === '') return 1
  const [, units] = BY_ENDING.find(([ending]) => column.endsWith(ending)) ?? []
  return units?.[said] ?? null
}

/** The units that a column takes, as people write them. */
export function unitsOf(column: string): string[] {
  const [, units] = BY_ENDING.find(([ending]) => column.endsWith(ending)) ?? []
  return Object.keys(units ?? {})
}
