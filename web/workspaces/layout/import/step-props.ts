// What every step of an import gets, and the way the coordinates are read that is looked at.
import type { Import } from '#geodata/contract/imports.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'

export type StepProps = {
  one: Import
  desk: ImportDesk
  /** The row that is looked at, by its line in the file; null: none. */
  lookedAt: number | null
  lookAt: (line: number | null) => void
  /** The system whose reading is looked at before it is confirmed, by its key; null: the one that holds. */
  tried: string | null
  tryOut: (system: string | null) => void
}

/** The reading that is looked at: one that is tried, the confirmed one, else the likeliest. */
export const shownSystem = (
  { choices, coordinates }: Pick<Import, 'choices' | 'coordinates'>,
  tried: string | null,
): string | null => tried ?? choices.system ?? coordinates.systems[0]?.key ?? null
