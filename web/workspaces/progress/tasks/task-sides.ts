// Which sides answer for tasks, and which tasks are of the side that is asked for?
import type { PlanTask } from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** Tasks whose responsible are named, and those of which the copy at hand does not say. */
export const NAMED = 'named'
export const UNNAMED = 'unnamed'

/** Is the task of the side: a name, named at all, not named; null: any. */
export function isOfSide({ responsible }: PlanTask, side: string | null): boolean {
  if (side === null) return true
  if (side === NAMED) return responsible.length > 0
  if (side === UNNAMED) return responsible.length === 0
  return responsible.some(({ zh }) => zh === side)
}

/** Every side with the number of its tasks, most tasks first, else as the plan first names them. */
export function sidesOf(tasks: readonly PlanTask[]): { name: Bilingual; count: number }[] {
  const sides = new Map<string, { name: Bilingual; count: number }>()
  for (const name of tasks.flatMap(({ responsible }) => responsible)) {
    const side = sides.get(name.zh)
    if (side) side.count += 1
    else sides.set(name.zh, { name, count: 1 })
  }
  return [...sides.values()].sort((a, b) => b.count - a.count)
}
