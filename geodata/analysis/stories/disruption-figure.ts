// Closing which stretches of road costs the supply chain most, as a story tells it?
import { disruption } from '#geodata/analysis/disruption/criticality.ts'
import { placeNames } from '#geodata/analysis/disruption/stretch-names.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { roadsOf } from '#geodata/analysis/stories/minutes-figures.ts'
import { stretchLabel, stretchName } from '#geodata/analysis/told/stretch-name.ts'
import { DisruptionInputs, type DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'

type DisruptionFigure = Extract<LiveFigure, { kind: 'disruption' }>

/** `isRare`: a column of zeros alone is left out. */
const COLUMNS: { head: Bilingual; of: (stretch: Stretch) => number; isRare: boolean }[] = [
  {
    head: { zh: '损失（品种×分钟）', en: 'Lost (products × min)' },
    of: ({ lostProductMinutes }) => lostProductMinutes,
    isRare: false,
  },
  {
    head: { zh: '最多（分钟）', en: 'At most (min)' },
    of: ({ mostMinutes }) => mostMinutes,
    isRare: false,
  },
  {
    head: { zh: '超出时限（项）', en: 'Leave the window' },
    of: ({ productsLeaving }) => productsLeaving,
    isRare: true,
  },
  {
    head: { zh: '其中不可达（项）', en: 'Of them cut off' },
    of: ({ productsCut }) => productsCut,
    isRare: true,
  },
]
const NO_LOSS: Bilingual = {
  zh: '封闭任何一段，时限内的供货均不受影响',
  en: 'no closed stretch costs any delivery in the window',
}

/**
 * The answer of process disruption over the same data and the skeleton. The words name the worst stretch; without rows
 * no stretch costs anything, or, where nothing is said either, what the question names is not there.
 */
export function disruptionFigure(
  facts: RegionFacts,
  skeleton: Ground,
  { question, rows }: DisruptionFigure,
): FigureAnswer {
  const roads = skeleton.roads as SkeletonRoads
  const read = DisruptionInputs.safeParse({ ...question, count: rows })
  const places = placeNames(roads.skeleton, facts)
  const outcome =
    read.success && disruption({ ...skeleton, roads }, facts, read.data, undefined, places)
  const found = outcome && outcome.kind === 'found' ? outcome.result : null
  const [worst] = found?.links ?? []
  const said = worst ? stretchName(worst) : found && NO_LOSS
  const on = roadsOf(skeleton)
  return {
    value: said?.zh ?? null,
    low: null,
    high: null,
    total: null,
    said,
    unit: null,
    clauseZh: null,
    source: {
      zh: `${on.zh}；逐一封闭${found ? ` ${found.linkCount} 段道路` : '各段道路'}，按已知供货测算`,
      en: `${on.en}; ${found ? `${found.linkCount} stretches` : 'each stretch'} closed one by one, by known deliveries`,
    },
    table: tableOf(found?.links ?? []),
  }
}

type Stretch = DisruptionResult['links'][number]

function tableOf(stretches: readonly Stretch[]): FigureTable {
  const shown = COLUMNS.filter(({ of, isRare }) => !isRare || stretches.some((one) => of(one) > 0))
  return {
    columns: shown.map(({ head }) => head),
    rows: stretches.map((stretch) => ({
      name: stretchLabel(stretch),
      unit: null,
      cells: shown.map(({ of }) => {
        const count = Math.round(of(stretch))
        return { said: { zh: String(count), en: count.toLocaleString('en') }, mark: null }
      }),
    })),
    unit: null,
  }
}
