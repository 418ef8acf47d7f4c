// The verdicts on a row: missing, one supplier, thin; planned twice. Dashed: places unknown could turn it.
import type { CoverageRow } from '#geodata/contract/processes/coverage.ts'
import { t } from '#web/messages/index.ts'
import { verdictText } from '#web/workspaces/layout/matrix/matrix-words.ts'

export function MatrixTags({ row: { verdict, assignment } }: { row: CoverageRow }) {
  return (
    <span class="matrix-tags">
      {verdict && (
        <span class={`tag of-${verdict.kind}${verdict.isCertain ? '' : ' perhaps'}`}>
          {verdictText(verdict)}
        </span>
      )}
      {assignment?.isDuplicated && <span class="tag doubled">{t('matrix.verdict.doubled')}</span>}
    </span>
  )
}
