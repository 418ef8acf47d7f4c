// What share of what each plant takes in is made within X minutes, today and with the new supplier?
import '#web/workspaces/site/sourcing/sourcing.css'
import { useMemo } from 'preact/hooks'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import type { LocalSourcingResult, Rate } from '#geodata/contract/processes/local-sourcing.ts'
import { inSight } from '#web/api/asked.ts'
import { ShareBar } from '#web/charts/share-bar.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { networkDate } from '#web/parts/words/network-words.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { SOURCING_NUMBERS } from '#web/state/view/sourcing.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { CandidateChoice } from '#web/workspaces/site/sourcing/sourcing-candidate.tsx'
import { useSourcing } from '#web/workspaces/site/sourcing/sourcing-known.ts'
import { PublishedRates } from '#web/workspaces/site/sourcing/sourcing-published.tsx'

export function SourcingBoard() {
  const { answer, again } = useSourcing()
  const result = inSight(answer)
  return (
    <div class="sourcing-board">
      <header>
        <h1>{t('sourcing.title')}</h1>
        <p class="lead">{t('sourcing.lead')}</p>
      </header>
      <AnswerStatus answer={answer} again={again} />
      {result && <Rates result={result} />}
    </div>
  )
}

function Rates({ result: { known, basis } }: { result: LocalSourcingResult }) {
  const { sourcing, productId } = view.value
  const { withinMinutes } = sourcing
  const site = ranked.value?.ranking[0] ?? null
  const chosenId = view.value.selection?.collection === 'parks' ? view.value.selection.id : site?.id
  const park = known.parks.find(({ id }) => id === chosenId) ?? null
  const product = known.products.find((one) => one.productId === productId) ?? null
  const leftOut = known.productsLeftOut.find((one) => one.productId === productId) ?? null
  const today = useMemo(() => sourcingRates(known, withinMinutes), [known, withinMinutes])
  const withAdded = useMemo(
    () =>
      product && park
        ? sourcingRates(known, withinMinutes, {
            productId: product.productId,
            secondsTo: park.secondsTo,
          })
        : null,
    [known, withinMinutes, product, park],
  )
  const segmentNames = new Map(taxonomy.value.map(({ segmentId, name }) => [segmentId, say(name)]))
  const gained = withAdded ? withAdded.total.one.central - today.total.one.central : 0
  return (
    <>
      <RangeField
        label={t('sourcing.within')}
        said={t('sourcing.minutes', { minutes: withinMinutes })}
        value={withinMinutes}
        min={SOURCING_NUMBERS.withinMinutes.min}
        max={180}
        step={5}
        onValue={(minutes) => changeView({ sourcing: { ...sourcing, withinMinutes: minutes } })}
      />
      <p class="sourcing-said" role="status">
        {t('sourcing.said', {
          minutes: withinMinutes,
          plants: known.plants.length,
          products: known.products.length,
          one: percent(today.total.one.central, today.total.needed),
          oneLow: percent(today.total.one.low, today.total.needed),
          oneHigh: percent(today.total.one.high, today.total.needed),
          two: percent(today.total.two.central, today.total.needed),
        })}{' '}
        {withAdded && product && park
          ? t('sourcing.adds', {
              product: say(product.name),
              park: nameOf(park),
              count: gained,
              points: ((100 * gained) / today.total.needed).toFixed(1),
            })
          : leftOut
            ? t('sourcing.notCounted', { product: say(leftOut.name), reason: say(leftOut.reason) })
            : t('sourcing.askFirst')}
      </p>
      {product && park && (
        <CandidateChoice known={known} productId={product.productId} chosenId={park.id} />
      )}
      <div class="sourcing-columns">
        <RateTable
          caption={t('sourcing.byPlant')}
          rows={today.plants.map((rate) => ({
            id: rate.plantId,
            name: nameOf(known.plants.find(({ id }) => id === rate.plantId) ?? NOBODY),
            rate,
            withAdded: withAdded?.plants.find(({ plantId }) => plantId === rate.plantId) ?? null,
          }))}
        />
        <RateTable
          caption={t('sourcing.bySegment')}
          rows={today.segments.map((rate) => ({
            id: rate.segmentId,
            name: segmentNames.get(rate.segmentId) ?? rate.segmentId,
            rate,
            withAdded:
              withAdded?.segments.find(({ segmentId }) => segmentId === rate.segmentId) ?? null,
          }))}
        />
      </div>
      <PublishedRates />
      <details class="site-more">
        <summary>{t('sourcing.leftOut', { count: known.productsLeftOut.length })}</summary>
        <ul>
          {known.productsLeftOut.map(({ productId: id, name, reason }) => (
            <li key={id}>
              <span>{say(name)}</span>
              <small>{say(reason)}</small>
            </li>
          ))}
        </ul>
      </details>
      <p class="site-note">
        {t('sourcing.method')}{' '}
        {t('vehiclePark.basis', {
          name: say(basis.network.name),
          date: networkDate(basis.network.date),
          hash: basis.dataset.hash,
        })}
      </p>
    </>
  )
}

const NOBODY = { nameZh: '', nameEn: '' }

function percent(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((100 * count) / of)
}

type Row = { id: string; name: string; rate: Rate; withAdded: Rate | null }

function RateTable({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <table class="rate-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sourcing.colName')}</th>
          <th scope="col">{t('sourcing.colOne')}</th>
          <th scope="col">{t('sourcing.colTwo')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, rate, withAdded }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {(['one', 'two'] as const).map((least) => {
              const now = (withAdded ?? rate)[least]
              const said = t('sourcing.cell', {
                count: now.central,
                needed: rate.needed,
                low: now.low,
                high: now.high,
              })
              const added = now.central - rate[least].central
              return (
                <td key={least}>
                  <ShareBar
                    share={now}
                    needed={rate.needed}
                    before={withAdded ? rate[least].central : null}
                    label={said}
                  />
                  <span class="rate-figures">
                    <b>{percent(now.central, rate.needed)}%</b>
                    <small>
                      {percent(now.low, rate.needed)}–{percent(now.high, rate.needed)}
                      {added > 0 && <em> +{added}</em>}
                    </small>
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
