// By which roads does the open candidate serve its customers, at what cost and with what emissions?
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import '#web/workspaces/site/freight/site-freight.css'
import { useEffect } from 'preact/hooks'
import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { routesShown } from '#web/state/view/freight.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { view } from '#web/state/view/store.ts'
import {
  carbonText,
  shownInterval,
  tripsText,
  yuanText,
} from '#web/workspaces/site/freight/freight-words.ts'
import { SiteFreightMethod } from '#web/workspaces/site/freight/site-freight-method.tsx'
import { SiteFreightTable } from '#web/workspaces/site/freight/site-freight-table.tsx'

export function SiteFreight({ candidateId }: { candidateId: string }) {
  const { weights: _, ...siting } = sitingInputs(view.value) ?? {}
  const question = { siting, candidateId, factors: view.value.freight }
  const { answer, again } = useAnswer(
    (signal) => execute('logistics', question, signal),
    JSON.stringify([question, edits.value]),
  )
  const result = inSight(answer)
  useEffect(() => {
    routesShown.value = result
  }, [result])
  useEffect(
    () => () => {
      routesShown.value = null
    },
    [],
  )
  return (
    <section
      class="site-freight"
      aria-label={t('freight.title')}
      aria-busy={!result && answer.kind !== 'failed'}
    >
      <h3>{t('freight.title')}</h3>
      {answer.kind === 'failed' && (
        <p role="alert">
          {t('freight.failed', { reason: problemText(answer.problem) })}{' '}
          <button type="button" onClick={again}>
            {t('freight.again')}
          </button>
        </p>
      )}
      {!result && answer.kind === 'computing' && <p class="site-note">{t('freight.computing')}</p>}
      {result && (
        <>
          <Conclusion result={result} />
          <SiteFreightTable title={t('freight.customers')} routes={result.customers} />
          {result.suppliers.length > 0 && (
            <SiteFreightTable title={t('freight.suppliers')} routes={result.suppliers} />
          )}
          {result.basis.network.kind === 'skeleton' && (
            <p class="site-note">{t('freight.schematic')}</p>
          )}
          <DoubtfulEnds ends={result.doubtfulEnds} />
          <SiteFreightMethod assumptions={result.assumptions} />
        </>
      )}
    </section>
  )
}

function Conclusion({ result: { total, per, customers } }: { result: LogisticsResult }) {
  const { unitsPerTruck, kilogramsPerUnit } = view.value.ask.logistics
  const { likely } = total
  const tollYuan = shownInterval(total.tollYuan, likely.tollYuan)
  const toll = tollYuan
    ? t('freight.ofWhichToll', { toll: yuanText(tollYuan) })
    : t('freight.tollUnknown')
  const gaps = [
    ...(unitsPerTruck === undefined ? [t('freight.needPerTruck')] : []),
    ...(kilogramsPerUnit === undefined ? [t('freight.needKilograms')] : []),
    ...(customers.some(({ units }) => units === null) ? [t('freight.noVolume')] : []),
  ]
  const isAnythingTold = total.yuan !== null || total.kilogramsCarbon !== null
  return (
    <>
      {isAnythingTold && (
        <p class="site-freight-total">
          {t(`freight.per.${per}`, {
            trips: tripsText(total.trips),
            yuan: yuanText(shownInterval(total.yuan, likely.yuan)),
            carbon: carbonText(shownInterval(total.kilogramsCarbon, likely.kilogramsCarbon)),
            toll: total.yuan ? toll : '',
          })}
        </p>
      )}
      <p class="site-note">{t(`freight.range.${shownRange.value}`)}</p>
      {gaps.map((gap) => (
        <p class="site-freight-gap" key={gap}>
          <i class="hatch-swatch" aria-hidden="true" />
          {gap}
        </p>
      ))}
    </>
  )
}
