// What is weak in what is recorded? A new kind of weakness is a finder and a line here.
import { addressLost } from '#geodata/analysis/provenance/kinds/address-lost.ts'
import { contradictory } from '#geodata/analysis/provenance/kinds/contradictory.ts'
import { imprecise } from '#geodata/analysis/provenance/kinds/imprecise.ts'
import { old } from '#geodata/analysis/provenance/kinds/old.ts'
import { unsourced } from '#geodata/analysis/provenance/kinds/unsourced.ts'
import type { Finder, Looked, Weakness } from '#geodata/analysis/provenance/known-row.ts'
import type { TaskKind } from '#geodata/contract/editable/tasks.ts'

const FINDERS: Record<TaskKind, Finder> = {
  contradictory,
  unsourced,
  imprecise,
  old,
  'address-lost': addressLost,
}

/** Every weakness of every row, by kind. */
export function weaknessesOf(looked: Looked): Weakness[] {
  return Object.values(FINDERS).flatMap((find) => find(looked))
}
