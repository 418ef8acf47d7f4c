// What every step of an import gets, and the way the coordinates are read that is looked at.
import type { Import } from '#geodata/contract/imports.ts'
import type { TakenBack } from '#web/workspaces/layout/changes/undone.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'

export type StepProps = {
  one: Import
  desk: ImportDesk
  /** The row that is looked at, by its line in the file; null: none. */
  lookedAt: number | null
  lookAt: (line: number | null) => void
  /** Of what was written and undone since; null: it was not. */
  taken: TakenBack | null
  /** The system whose reading is looked at before it is confirmed, by its key; null: the one that holds. */
  tried: string | null
  tryOut: (system: string | null) => void
}

type Read = Pick<Import, 'choices' | 'coordinates'>

/** The system somebody chose, or the evidence tells; null: neither, and none is taken for granted. */
export function chosenSystem({ choices, coordinates }: Read, tried: string | null): string | null {
  const told = coordinates.answer === 'told' ? coordinates.systems[0]?.key : undefined
  return tried ?? choices.system ?? told ?? null
}

/** The one that the map draws: the chosen one, else the likeliest. */
export const shownSystem = (one: Read, tried: string | null): string | null =>
  chosenSystem(one, tried) ?? one.coordinates.systems[0]?.key ?? null
