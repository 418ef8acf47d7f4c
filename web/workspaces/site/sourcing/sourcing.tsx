// What share of what each plant takes in is made within X minutes, today and with the new supplier?
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/site/sourcing/sourcing.css'
import { useMemo } from 'preact/hooks'
import { sourcingRates } from '#geodata/analysis/sourcing/rates.ts'
import type {
  LocalSourcingResult,
  Rate,
  SourcingKnown,
  SourcingRates,
} from '#geodata/contract/processes/local-sourcing.ts'
import { inSight } from '#web/api/asked.ts'
import { ShareBar } from '#web/charts/share-bar.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { SOURCING_NUMBERS } from '#web/state/view/sourcing.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { countRange, shownEnds, spanText } from '#web/workspaces/site/sourcing/count-range.ts'
import { CandidateChoice } from '#web/workspaces/site/sourcing/sourcing-candidate.tsx'
import { useAdded, useSourcing } from '#web/workspaces/site/sourcing/sourcing-known.ts'
import { SourcingPicture } from '#web/workspaces/site/sourcing/sourcing-picture.tsx'
import { PublishedRates } from '#web/workspaces/site/sourcing/sourcing-published.tsx'
import { sourcingSentence } from '#web/workspaces/site/sourcing/sourcing-sentence.ts'

export function SourcingBoard() {
  const { answer, again } = useSourcing()
  const result = inSight(answer)
  const { productId, sourcing } = view.value
  const drawn = answer.kind === 'answered' ? answer.result.today : null
  const said =
    result &&
    sourcingSentence(
      result.known,
      { productId, withinMinutes: sourcing.withinMinutes, parkId: chosenParkId() },
      drawn,
    )
  return (
    <div class="sourcing-board">
      <header>
        <h1>{t('sourcing.title')}</h1>
        {said && (
          <p class="board-sentence">
            <Words of={said} />
          </p>
        )}
        <p class="lead">{t('sourcing.lead')}</p>
      </header>
      <AnswerStatus answer={answer} again={again} said={said} />
      {result && <Rates result={result} drawn={drawn} />}
    </div>
  )
}

/** The park that is selected, else the first of the ranking. */
function chosenParkId(): string | null {
  const { selection } = view.value
  if (selection?.collection === 'parks') return selection.id
  return ranked.value?.ranking[0]?.id ?? null
}

type RatesProps = {
  result: LocalSourcingResult
  /** Today’s rates with what is likely of them; null while they are drawn. */
  drawn: SourcingRates | null
}

function Rates({ result, drawn }: RatesProps) {
  const { known, basis } = result
  const { sourcing, productId } = view.value
  const { withinMinutes } = sourcing
  const chosenId = chosenParkId()
  const park = known.parks.find(({ id }) => id === chosenId) ?? null
  const product = known.products.find((one) => one.productId === productId) ?? null
  const atOnce = useMemo(() => sourcingRates(known, withinMinutes), [known, withinMinutes])
  const today = drawn ?? atOnce
  const drawnAdded = useAdded(
    product && park ? { productId: product.productId, parkId: park.id } : null,
  )
  const addedAtOnce = useMemo(
    () =>
      product && park
        ? sourcingRates(known, withinMinutes, [
            { productId: product.productId, secondsTo: park.secondsTo },
          ])
        : null,
    [known, withinMinutes, product, park],
  )
  const withAdded = drawnAdded?.withAdded ?? addedAtOnce
  const added = product && park && withAdded ? { product, park, rates: withAdded } : null
  const said = `${saidToday(known, today)} ${saidWithAdded(known, today, added)}`
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
      {product && park && (
        <>
          <CandidateChoice known={known} productId={product.productId} chosenId={park.id} />
          <SourcingPicture known={known} productId={product.productId} park={park} />
        </>
      )}
      <h2>{t('sourcing.region')}</h2>
      <p class="sourcing-said">{said}</p>
      <ShownRangeChoice />
      <RateColumns known={known} today={today} withAdded={withAdded} />
      <PublishedRates />
      <LeftOut known={known} />
      <p class="site-note">
        {t('sourcing.method')} <BasisLine basis={basis} />
      </p>
      <DoubtfulEnds ends={result.doubtfulEnds} />
    </>
  )
}

type RatesNow = ReturnType<typeof sourcingRates>
type Added = {
  product: SourcingKnown['products'][number]
  park: SourcingKnown['parks'][number]
  rates: RatesNow
}

function saidToday(known: SourcingKnown, { total }: RatesNow): string {
  return t('sourcing.said', {
    minutes: view.value.sourcing.withinMinutes,
    plants: known.plants.length,
    products: known.products.length,
    one: percent(total.one.central, total.needed),
    range: percentRange(total.one, total.needed),
    two: percent(total.two.central, total.needed),
  })
}

/** What the new supplier adds, or why nothing is added. */
function saidWithAdded(known: SourcingKnown, today: RatesNow, added: Added | null): string {
  if (added) {
    const gained = added.rates.total.one.central - today.total.one.central
    return t('sourcing.adds', {
      product: say(added.product.name),
      park: nameOf(added.park),
      count: gained,
      points: ((100 * gained) / today.total.needed).toFixed(1),
    })
  }
  const leftOut = known.productsLeftOut.find((one) => one.productId === view.value.productId)
  return leftOut
    ? t('sourcing.notCounted', { product: say(leftOut.name), reason: say(leftOut.reason) })
    : t('sourcing.askFirst')
}

type RateColumnsProps = { known: SourcingKnown; today: RatesNow; withAdded: RatesNow | null }

function RateColumns({ known, today, withAdded }: RateColumnsProps) {
  const segmentNames = new Map(taxonomy.value.map(({ segmentId, name }) => [segmentId, say(name)]))
  return (
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
  )
}

function LeftOut({ known }: { known: SourcingKnown }) {
  return (
    <details class="site-more">
      <summary>{t('sourcing.leftOut', { count: known.productsLeftOut.length })}</summary>
      <ul>
        {known.productsLeftOut.map(({ productId: id, name, reason }) => (
          <li key={id}>
            <span>{say(name)}</span>
            <small>
              <Words of={say(reason)} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

const NOBODY = { nameZh: '', nameEn: '' }

function percent(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((100 * count) / of)
}

/** The range in force, by its name. */
function percentRange(share: Rate['one'], needed: number): string {
  const ends = shownEnds(share)
  if (!ends) return t('sourcing.percentDrawing')
  const [low, high] = [percent(ends[0], needed), percent(ends[1], needed)]
  const isBounds = shownRange.value === 'bounds'
  return t(isBounds ? 'sourcing.percentBounds' : 'sourcing.percent', { low, high })
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
              const [low, high] = shownEnds(now) ?? [now.central, now.central]
              const said = t('sourcing.cell', {
                count: now.central,
                needed: rate.needed,
                range: countRange(now),
              })
              const added = now.central - rate[least].central
              return (
                <td key={least}>
                  <ShareBar
                    share={{ low, central: now.central, high }}
                    needed={rate.needed}
                    before={withAdded ? rate[least].central : null}
                    label={said}
                  />
                  <span class="rate-figures">
                    <b>{percent(now.central, rate.needed)}%</b>
                    <small>
                      {spanText(percent(low, rate.needed), percent(high, rate.needed))}
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
