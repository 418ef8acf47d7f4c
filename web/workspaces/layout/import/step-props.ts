// What every step of an import gets.
import type { Import } from '#geodata/contract/imports.ts'
import type { ImportDesk } from '#web/workspaces/layout/import/import-desk.ts'

export type StepProps = {
  one: Import
  desk: ImportDesk
  /** The row that is looked at, by its line in the file; null: none. */
  lookedAt: number | null
  lookAt: (line: number | null) => void
}
