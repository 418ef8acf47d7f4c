// Which products have an order-to-line budget, from which row, and how are they handled?
import type { JitPracticeRow, RegionFacts } from '#geodata/analysis/facts.ts'
import { handlingBy, handlingOf } from '#geodata/analysis/jit/handling.ts'
import type { PartMinutes, Triple } from '#geodata/analysis/jit/on-time.ts'
import type {
  JitWindowInputs,
  JitWindowResult,
  WindowComparison,
  WindowPart,
  WindowPlant,
} from '#geodata/contract/processes/jit-window.ts'

type Part = Omit<WindowPart, 'latestMinutes'>
type Asked = Pick<JitWindowInputs, 'productIds' | 'loadingMinutes' | 'dockMinutes'>

/** The products asked for, those with a budget first; all of the taxonomy where none is named. */
export function partsOf(facts: RegionFacts, asked: Asked): Part[] {
  const { productIds } = asked
  const parts = facts.taxonomy.flatMap(({ segmentId, products }) =>
    products
      .filter(({ productId }) => productIds?.includes(productId) ?? true)
      .map(
        ({ productId, name }): Part => ({
          productId,
          name,
          segmentId,
          budget: budgetOf(facts, productId, asked),
        }),
      ),
  )
  return [...parts.filter(({ budget }) => budget), ...parts.filter(({ budget }) => !budget)]
}

/** What the formula takes of a part, handled as the plant is delivered where that is said; null: unknown. */
export function minutesOf(
  { budget }: Pick<WindowPart, 'budget'>,
  { handling }: Pick<WindowPlant, 'handling'> = { handling: null },
): PartMinutes | null {
  if (!budget) return null
  const { loadingMinutes: loading, dockMinutes: dock } = handling ?? budget
  return { budget: budget.minutes, loading, dock }
}

/** What a plant said to be delivered in one way takes of loading, gate and unloading. */
export function plantHandling(
  { freightCosts }: Pick<RegionFacts, 'freightCosts'>,
  plantId: string,
  asked: Asked & Pick<JitWindowInputs, 'deliveries'>,
): Pick<WindowPlant, 'delivery' | 'handling'> {
  const delivery = asked.deliveries[plantId] ?? null
  const handling = delivery && handlingBy(freightCosts, delivery)
  if (!handling) return { delivery, handling: null }
  return {
    delivery,
    handling: {
      loadingMinutes: exactly(asked.loadingMinutes) ?? handling.loading,
      dockMinutes: exactly(asked.dockMinutes) ?? handling.dock,
    },
  }
}

/** Free-flow minutes to a plant, with their outer bounds; null: unknown. */
export function freeMinutesTo({ duration }: Pick<WindowPlant, 'duration'>): Triple | null {
  if (!duration) return null
  const { lowSeconds, centralSeconds, highSeconds } = duration
  return [lowSeconds / 60, centralSeconds / 60, highSeconds / 60]
}

/** The same with their likely ends; with the bounds where nothing is drawn. */
export function likelyMinutesTo(plant: Pick<WindowPlant, 'duration' | 'likelyMinutes'>) {
  const free = freeMinutesTo(plant)
  const { likelyMinutes: likely } = plant
  const triple: Triple | null = free && likely ? [likely[0], free[1], likely[1]] : free
  return triple
}

function budgetOf(facts: RegionFacts, productId: string, asked: Asked): WindowPart['budget'] {
  const part = facts.jitParts.find((row) => row.productId === productId)
  const row = facts.jitPractice.find(({ id }) => id === part?.jitId)
  const minutes = row && spanOf(row)
  const handling = row && handlingOf(facts.freightCosts, row.practice ?? '')
  if (!part || !minutes || !handling) return null
  return {
    minutes,
    loadingMinutes: exactly(asked.loadingMinutes) ?? handling.loading,
    dockMinutes: exactly(asked.dockMinutes) ?? handling.dock,
    practice: row.practice ?? '',
    jitId: row.id,
    partType: { zh: row.partTypeZh, en: row.partTypeEn },
    because: { zh: part.reasonZh, en: part.reasonEn },
    isAssumption: row.rowKind === 'planning_assumption',
    advisedMinutes: row.travelMinutes,
    advisedKilometers: row.distanceKilometers,
    ...provenanceOf(row),
  }
}

/** What is published of other plants and has a figure to compare with. */
export function comparisonsOf({ jitPractice }: RegionFacts): WindowComparison[] {
  return jitPractice
    .filter(
      (row) =>
        row.rowKind === 'published' &&
        (row.distanceKilometers !== null || row.travelMinutes !== null || spanOf(row)),
    )
    .map((row) => ({
      jitId: row.id,
      partType: { zh: row.partTypeZh, en: row.partTypeEn },
      plant: row.oemPlant,
      supplier: row.supplier,
      practice: row.practice,
      distanceKilometers: row.distanceKilometers,
      travelMinutes: row.travelMinutes,
      orderToLineMinutes: spanOf(row),
      note: row.note,
      ...provenanceOf(row),
    }))
}

function exactly(minutes: number | undefined) {
  return minutes === undefined ? null : { low: minutes, high: minutes }
}

/** One end alone is no budget: a limit "from 60 minutes on" would be met by anything. */
function spanOf({ orderToLineMinutesLow: low, orderToLineMinutesHigh: high }: JitPracticeRow) {
  return low !== null && high !== null ? { low, high } : null
}

function provenanceOf({ source, asOf, confidence }: JitPracticeRow) {
  return { source, asOf, confidence }
}

/** The budgets that an answer used, each row once. */
export function budgetAssumptions(parts: readonly Part[]): JitWindowResult['assumptions'] {
  const used = new Map(parts.flatMap(({ budget }) => (budget ? [[budget.jitId, budget]] : [])))
  return [...used.values()].map((budget) => ({
    id: `budget.${budget.jitId}`,
    text: {
      zh: `从指令到上线：${budget.partType.zh}（${budget.practice}）`,
      en: `Order to line: ${budget.partType.en} (${budget.practice})`,
    },
    value: budget.minutes.low,
    valueHigh: budget.minutes.high,
    unit: 'minutes',
    source: `jit_practice.csv ${budget.jitId}; ${budget.source}`,
    kind: budget.isAssumption ? ('assumption' as const) : ('documented' as const),
  }))
}
