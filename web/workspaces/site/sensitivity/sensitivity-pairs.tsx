// Which weights follow from comparing criteria two at a time, and do the comparisons agree?
import { CONSISTENT_UP_TO, pairwiseWeights } from '#geodata/analysis/decision/pairwise.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { t } from '#web/messages/index.ts'
import {
  judgementsOf,
  MOST_STEPS,
  type Pairs,
  pairsFromWeights,
  pairsOf,
  timesOf,
} from '#web/state/view/pairwise.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { naming, percent } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'

export function SensitivityPairs({ result }: { result: SitingResult }) {
  const asked = view.value.pairs
  const known = new Set(result.criteria.map(({ id }) => id))
  // Judgements of another question's criteria say nothing here.
  const pairs = asked?.ids.every((id) => known.has(id)) ? asked : null
  return (
    <section class="sensitivity-pairs" aria-labelledby="sensitivity-pairs">
      <h2 id="sensitivity-pairs">
        {t('sensitivity.pairsTitle')} <small>{t('sensitivity.pairsHint')}</small>
      </h2>
      {pairs ? (
        <div class="sensitivity-columns">
          <Judgements pairs={pairs} result={result} />
          <Outcome pairs={pairs} result={result} />
        </div>
      ) : (
        <button
          type="button"
          onClick={() => changeView({ pairs: pairsFromWeights(result.criteria) })}
        >
          {t('sensitivity.pairsStart')}
        </button>
      )}
    </section>
  )
}

/** What a step says in words: who matters more, and how many times. */
function said(step: number, a: string, b: string): string {
  if (step === 0) return t('sensitivity.pairsEqual', { a, b })
  const times = timesOf(Math.abs(step))
  return step > 0
    ? t('sensitivity.pairsMore', { a, b, times })
    : t('sensitivity.pairsMore', { a: b, b: a, times })
}

const sliderId = (row: number, column: number) => `pair-${row}-${column}`

type PairsProps = { pairs: Pairs; result: SitingResult }

function Judgements({ pairs, result }: PairsProps) {
  const { titleOf } = naming(result)
  return (
    <ul>
      {pairsOf(pairs.ids.length).map(([row, column], index) => {
        const a = titleOf(pairs.ids[row] ?? '')
        const b = titleOf(pairs.ids[column] ?? '')
        const step = pairs.steps[index] ?? 0
        return (
          <li key={sliderId(row, column)}>
            <span data-more={step > 0 ? '' : undefined}>{a}</span>
            {/* To the right the right one matters more. */}
            <input
              id={sliderId(row, column)}
              type="range"
              min={-MOST_STEPS}
              max={MOST_STEPS}
              step="1"
              value={-step}
              aria-label={t('sensitivity.pairsOf', { a, b })}
              aria-valuetext={said(step, a, b)}
              onInput={(event) => {
                const moved = -event.currentTarget.valueAsNumber
                changeView({ pairs: { ...pairs, steps: pairs.steps.with(index, moved || 0) } })
              }}
            />
            <span data-more={step < 0 ? '' : undefined}>{b}</span>
            <output>{step === 0 ? '1' : timesOf(Math.abs(step))}×</output>
          </li>
        )
      })}
    </ul>
  )
}

function Outcome({ pairs, result }: PairsProps) {
  const { titleOf } = naming(result)
  const { weights, consistencyRatio, farthest } = pairwiseWeights(judgementsOf(pairs))
  const isConsistent = consistencyRatio !== null && consistencyRatio <= CONSISTENT_UP_TO
  const most = Math.max(...weights)
  const apply = () =>
    changeView({
      weights: Object.fromEntries(
        result.criteria.map(({ id }) => {
          const at = pairs.ids.indexOf(id)
          return [id, at < 0 ? 0 : Math.round((weights[at] ?? 0) * 1000) / 10]
        }),
      ),
    })
  return (
    <div class="sensitivity-outcome">
      <h3>{t('sensitivity.pairsWeights')}</h3>
      <ul>
        {pairs.ids.map((id, at) => (
          <li key={id}>
            <span>{titleOf(id)}</span>
            <span class="sensitivity-chance" aria-hidden="true">
              <span>
                <i class="bar" style={{ width: `${((weights[at] ?? 0) / most) * 100}%` }} />
              </span>
            </span>
            <b>{percent(weights[at] ?? 0)}%</b>
          </li>
        ))}
      </ul>
      <div role="status">
        <p class={isConsistent ? undefined : 'site-bad'}>
          {consistencyRatio === null
            ? t('sensitivity.ratioNone')
            : t(isConsistent ? 'sensitivity.ratioGood' : 'sensitivity.ratioBad', {
                ratio: consistencyRatio.toFixed(2),
              })}
        </p>
        {farthest && (
          <p>
            {t('sensitivity.farthest', {
              said: sentenceOf(pairs, farthest, titleOf),
              implied: impliedTimes(farthest),
            })}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() =>
                document.getElementById(sliderId(farthest.row, farthest.column))?.focus()
              }
            >
              {t('sensitivity.farthestGo')}
            </button>
          </p>
        )}
      </div>
      <p class="sensitivity-acts">
        <button type="button" class="primary" onClick={apply}>
          {t('sensitivity.pairsApply')}
        </button>
        <button type="button" onClick={() => changeView({ pairs: null })}>
          {t('sensitivity.pairsDrop')}
        </button>
      </p>
    </div>
  )
}

type Farthest = NonNullable<ReturnType<typeof pairwiseWeights>['farthest']>

function sentenceOf(pairs: Pairs, { row, column }: Farthest, titleOf: (id: string) => string) {
  const index = pairsOf(pairs.ids.length).findIndex(([r, c]) => r === row && c === column)
  return said(
    pairs.steps[index] ?? 0,
    titleOf(pairs.ids[row] ?? ''),
    titleOf(pairs.ids[column] ?? ''),
  )
}

/** Read in the direction of the sentence: how many times its first named matters by the others. */
function impliedTimes({ given, implied }: Farthest): string {
  return (given >= 1 ? implied : 1 / implied).toFixed(1)
}
