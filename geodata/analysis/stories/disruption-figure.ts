// Closing which stretches of road costs the supply chain most, as a story tells it?
import { disruption } from '#geodata/analysis/disruption/criticality.ts'
import { placeNames } from '#geodata/analysis/disruption/stretch-names.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { stretchName } from '#geodata/analysis/told/stretch-name.ts'
import { DisruptionInputs } from '#geodata/contract/processes/disruption.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'

type DisruptionFigure = Extract<LiveFigure, { kind: 'disruption' }>

const COLUMNS: Bilingual[] = [
  { zh: '损失（品种×分钟）', en: 'Lost (products × min)' },
  { zh: '超出时限（项）', en: 'Leave the window' },
  { zh: '其中不可达（项）', en: 'Of them cut off' },
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
  const { title } = roads
  return {
    value: said?.zh ?? null,
    low: null,
    high: null,
    total: null,
    said,
    unit: null,
    clauseZh: null,
    source: {
      zh: `${title.zh}，卡车规划速度；逐一封闭${found ? ` ${found.linkCount} 段道路` : '各段道路'}，按已知供货测算`,
      en: `${title.en} at planning speeds for trucks; ${found ? `${found.linkCount} stretches` : 'each stretch'} closed one by one, by known deliveries`,
    },
    table: { columns: COLUMNS, rows: (found?.links ?? []).map(lineOf), unit: null },
  }
}

type Stretch = Parameters<typeof stretchName>[0] & {
  lostProductMinutes: number
  productsLeaving: number
  productsCut: number
}

function lineOf(stretch: Stretch): FigureTable['rows'][number] {
  const { lostProductMinutes, productsLeaving, productsCut } = stretch
  return {
    name: stretchName(stretch),
    unit: null,
    cells: [lostProductMinutes, productsLeaving, productsCut].map((count) => ({
      said: { zh: String(count), en: count.toLocaleString('en') },
      mark: null,
    })),
  }
}
