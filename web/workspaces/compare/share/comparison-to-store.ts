// The comparison on the page as it is stored under a short link.
import { COMPARISON_VERSION } from '#geodata/contract/comparisons.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { ComparisonSent } from '#web/api/comparisons.ts'
import { t } from '#web/messages/index.ts'
import { readCompared, takenOf } from '#web/state/answers/compare.ts'
import { comparisonInputs } from '#web/state/answers/comparison.ts'
import { remarks, shownOwnRows } from '#web/state/answers/remarks.ts'
import { scenariosAsked } from '#web/state/answers/scenarios.ts'
import { candidateIdOf } from '#web/state/answers/siting.ts'
import { parks } from '#web/state/region/lists.ts'
import { encodeView, type View } from '#web/state/view/view.ts'

/** null: there is nothing to be compared yet. */
export function comparisonToStore(
  title: string,
  of: View,
  result: ComparisonResult,
): ComparisonSent | null {
  const inputs = comparisonInputs(of)
  if (!inputs) return null
  const { taken } = takenOf(of.compared)
  const { notes, hiddenRows } = remarks.value
  return {
    version: COMPARISON_VERSION,
    title,
    siting: inputs.siting,
    candidateIds: inputs.candidateIds,
    referenceId: inputs.referenceId ?? null,
    names: Object.fromEntries(
      taken.flatMap((id) => {
        const name = nameOf(id, candidateIdOf(id, of), result)
        return name ? [[candidateIdOf(id, of), name]] : []
      }),
    ),
    ...scenariosAsked.value,
    hiddenRows: [...hiddenRows],
    ownRows: shownOwnRows.value.map(({ title: row, texts }) => ({
      title: row || t('compare.ownUntitled'),
      cells: taken.map((id) => texts[id] ?? ''),
    })),
    notes,
    address: encodeView(of),
    found: {
      datasetHash: result.basis.dataset.hash,
      networkHash: result.basis.network.hash,
      scores: Object.fromEntries(
        result.candidates.flatMap(({ id, ranked }) => (ranked ? [[id, ranked.score.central]] : [])),
      ),
    },
  }
}

/** A pin without a name of one's own is called by its place, in whatever language it is read. */
function nameOf(id: string, candidateId: string, { candidates }: ComparisonResult) {
  const typed = remarks.value.names[id]
  if (typed) return { zh: typed, en: typed }
  const park = parks.value.find(({ properties }) => properties.id === id)?.properties
  if (park) return { zh: park.labelZh, en: park.labelEn }
  const candidate = candidates.find((one) => one.id === candidateId)
  if (!candidate || readCompared(id).kind === 'pin') return null
  return { zh: candidate.nameZh, en: candidate.nameEn }
}
