// The compared that are shown as places of a file, each with its rings as far as they are drawn.
import { comparisonLayer } from '#geodata/analysis/siting/document/place-layer.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { Layer } from '#geodata/formats/export/format.ts'
import { comparedRings } from '#web/state/answers/compare.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { ringsKey } from '#web/workspaces/compare/compare-request.ts'

export function comparedLayer(columns: readonly Column[], result: ComparisonResult): Layer {
  const rings = columns.flatMap(({ id, candidateId }) => {
    const drawn = comparedRings.value.get(ringsKey(id, view.value))
    return drawn ? [{ candidateId, rings: drawn }] : []
  })
  const shown = columns.map(({ candidateId }) => candidateId)
  return comparisonLayer(result, rings, shown)
}
