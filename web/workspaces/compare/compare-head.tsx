// What is compared, what was asked, on which roads; and what can be done with all of it.
import { comparisonTitle, titleAsKept } from '#geodata/analysis/told/comparison-title.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'
import { SitingWorkbook } from '#web/panels/print/siting-workbook.tsx'
import { AskParks } from '#web/panels/questionnaire/ask-parks.tsx'
import { basisText } from '#web/parts/words/basis-line.tsx'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveLayer, saveSheet } from '#web/parts/words/save-sheet.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { encodeAsk } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { CompareAdd } from '#web/workspaces/compare/compare-add.tsx'
import { compareSheet } from '#web/workspaces/compare/compare-sheet.ts'
import { comparedLayer } from '#web/workspaces/compare/compared-layer.ts'
import { ReportButton } from '#web/workspaces/compare/report/report-button.tsx'
import { Share } from '#web/workspaces/compare/share/share.tsx'

type CompareHeadProps = {
  columns: readonly Column[]
  result: ComparisonResult | null
  /** It answers another question than the one that failed: nothing is made of it. */
  isOld?: boolean
}

export function CompareHead({ columns, result, isOld = false }: CompareHeadProps) {
  const title = titleOf(result, columns.length)
  return (
    <header class="compare-head">
      <div class="compare-title">
        <h1>{title}</h1>
        {result && <Asked result={result} />}
      </div>
      {!view.value.isEmbedded && (
        <Acts title={title} columns={columns} result={isOld ? null : result} />
      )}
    </header>
  )
}

function Acts({ title, columns, result }: CompareHeadProps & { title: string }) {
  return (
    <div class="compare-acts no-print">
      {!kept.value && <CompareAdd />}
      {result && (
        <>
          <button
            type="button"
            title={t('compare.csvHint')}
            onClick={() => void saveSheet(fileName(title), compareSheet(columns, result))}
          >
            {t('compare.csv')}
          </button>
          <SitingWorkbook question={result.question} />
          <button
            type="button"
            title={t('document.placesHint')}
            onClick={() => void saveLayer(fileName(title), comparedLayer(columns, result))}
          >
            {t('document.places')}
          </button>
          {!kept.value && <AskParks candidateIds={measuredIds(result)} />}
        </>
      )}
      <Share title={title} result={result} />
      <button type="button" onClick={() => window.print()}>
        {t('compare.print')}
      </button>
      <ReportButton title={title} result={result} />
    </div>
  )
}

/** Of whom something is known to ask about. */
function measuredIds({ candidates }: ComparisonResult): string[] {
  return candidates.flatMap(({ id, terms }) => (terms.length > 0 ? [id] : []))
}

function titleOf(result: ComparisonResult | null, count: number): string {
  if (!result) return kept.value?.title ?? t('compare.title')
  const { product, segment } = result.question
  const untouched = comparisonTitle(product ?? segment, count)
  return say(kept.value ? titleAsKept(kept.value.title, untouched) : untouched)
}

/** Every need as a chip, the roads, and whose question it is. */
function Asked({
  result: { needs, basis, rankedCount, excludedCount },
}: {
  result: ComparisonResult
}) {
  const { ask, weights, pin, plantsByCapacity } = view.value
  const isDefault =
    encodeAsk(ask) === '' && Object.keys(weights).length === 0 && !pin && !plantsByCapacity
  return (
    <>
      <ul class="compare-chips" aria-label={t('compare.asked')}>
        {needs.map(({ id, title, unit, amount, isHard }) => {
          const asked = { amount, isHard }
          return (
            <li key={id}>
              {rowTitle({ title, asked })} {rowUnit({ unit, asked })}
            </li>
          )
        })}
        <li>{basisText(basis)}</li>
      </ul>
      <p class="site-note compare-question">
        {t('compare.question', {
          count: rankedCount + excludedCount,
          asked: isDefault ? t('compare.questionDefault') : t('compare.questionOwn'),
        })}{' '}
        {!kept.value && (
          <button
            type="button"
            class="quiet no-print"
            onClick={() => changeView({ workspace: 'site', siteView: 'map' })}
          >
            {t('compare.questionChange')}
          </button>
        )}
      </p>
    </>
  )
}
