// Above a kept comparison: since when and by whom, what has changed since, and how to go on from it.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { kept, keptQuestion } from '#web/state/answers/kept-comparison.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { changedSince } from '#web/workspaces/compare/kept/changed-since.ts'
import { goOn, leaveKept } from '#web/workspaces/compare/kept/use-kept.ts'

type KeptLineProps = { columns: readonly Column[]; result: ComparisonResult | null }

export function KeptLine({ columns, result }: KeptLineProps) {
  const shown = kept.value
  if (!shown) return null
  const { storedAt, storedBy } = shown
  const changed = result ? changedSince(shown, columns, result) : []
  return (
    <aside class="compare-kept" aria-label={t('share.keptLabel')}>
      <div>
        <p>
          {t('share.kept', {
            day: storedAt ? dateText(storedAt.slice(0, 10)) : t('share.someDay'),
            by: storedBy ?? t('share.somebody'),
          })}
        </p>
        {changed.length > 0 && (
          <ul>
            {changed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </div>
      {!view.value.isEmbedded && (
        <p class="no-print">
          <button type="button" class="primary" onClick={goOn}>
            {t('share.goOn')}
          </button>{' '}
          <button type="button" onClick={leaveKept}>
            {t('share.leave')}
          </button>
        </p>
      )}
    </aside>
  )
}

/** While the kept comparison is fetched, and where that failed. */
export function KeptComing() {
  const asked = keptQuestion.asked.value
  return (
    <main class="compare">
      <h1>{t('compare.title')}</h1>
      {asked.kind === 'failed' ? (
        <div class="site-failed" role="alert">
          <h2>{t('share.notOpened')}</h2>
          <p>{problemText(asked.problem)}</p>
          {!view.value.isEmbedded && (
            <>
              <p>{t('share.ownIsThere')}</p>
              <p>
                <button type="button" onClick={keptQuestion.again}>
                  {t('common.retry')}
                </button>{' '}
                <button type="button" class="primary" onClick={leaveKept}>
                  {t('share.leave')}
                </button>
              </p>
            </>
          )}
        </div>
      ) : (
        <p role="status">{t('share.opening')}</p>
      )}
    </main>
  )
}
