// What a chart of a comparison is given, and what is particular to it.
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { ChartDrawing } from '#geodata/drawing/charts/chart-sheet.ts'
import type { Drawn } from '#geodata/drawing/charts/of-comparison.ts'
import type { MapAsked } from '#server/maps/world.ts'

/** A compared candidate with the name that maps and page give it. */
export type Named = Drawn & { name: string }

export type ChartGrounds = {
  result: ComparisonResult
  named: readonly Named[]
  asked: MapAsked
  language: DocumentLanguage
}

/** A ProblemError says why there is nothing to draw. */
export type Chart = {
  title: string
  description: string
  drawing: (grounds: ChartGrounds) => ChartDrawing
}

export const lineKey = (named: readonly Named[], textOf: (one: Named) => string) =>
  named.map((one) => ({ sample: { kind: 'line' as const, index: one.index }, text: textOf(one) }))
