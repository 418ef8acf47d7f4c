// What do the rows of a comparison look at? The columns, and what the siting measured.
import type { Made } from '#geodata/analysis/decision/table/cells.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import type { Measured } from '#geodata/analysis/siting/siting.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Columns = {
  measured: Measured
  result: Omit<SitingResult, 'basis'>
  /** By column; null: nothing is measured there, and why. */
  sites: readonly { measured: MeasuredCandidate | null; why: Bilingual | null }[]
  reference: number | null
}

/** One cell a column; where nothing is measured, why. */
export function cellsOf({ sites }: Columns, of: (one: MeasuredCandidate) => Made): Made[] {
  return sites.map(({ measured, why }): Made => {
    if (measured) return of(measured)
    return { kind: 'none', told: why ?? NOT_MEASURED }
  })
}

const NOT_MEASURED: Bilingual = { zh: '没有测算', en: 'It is not measured.' }
