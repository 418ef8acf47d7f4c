// Which weight, changed by how little, dethrones the first? One at a time, then all together.
import { byWeight } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import { naming, percent } from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Firmness } from '#web/workspaces/site/sensitivity/study.ts'
import { weightsBeyond, withOneShare } from '#web/workspaces/site/sensitivity/weights-beyond.ts'

export function SensitivityWeights({ result, found }: Firmness) {
  return (
    <>
      <OneWeight result={result} found={found} />
      {found.ofAll && <AllWeights result={result} found={found} all={found.ofAll} />}
    </>
  )
}

function OneWeight({ result, found }: Firmness) {
  const shares = [
    ...result.criteria.map(({ weight }) => weight),
    ...found.ofEach.map(({ toShare }) => toShare),
  ]
  // One axis for all rows, to the next tenth.
  const end = Math.min(1, Math.ceil(Math.max(...shares) * 10) / 10)
  return (
    <section aria-labelledby="sensitivity-one">
      <h2 id="sensitivity-one">
        {t('sensitivity.oneTitle')} <small>{t('sensitivity.oneHint')}</small>
      </h2>
      <ul class="sensitivity-axes">
        {byWeight(result.criteria).map((criterion) => (
          <WeightRow
            key={criterion.id}
            result={result}
            found={found}
            criterion={criterion}
            end={end}
          />
        ))}
        <li class="sensitivity-scale" aria-hidden="true">
          <span />
          <span>
            <i>0</i>
            <i>{Math.round(end * 50)}%</i>
            <i>{Math.round(end * 100)}%</i>
          </span>
        </li>
      </ul>
    </section>
  )
}

type WeightRowProps = Firmness & {
  criterion: Firmness['result']['criteria'][number]
  /** The share where the axis ends. */
  end: number
}

function WeightRow({ result, found, criterion: { id, title, weight }, end }: WeightRowProps) {
  const change = found.ofEach.find(({ criterion }) => criterion === id)
  const rival = change && naming(result).nameOf(change.rivalId)
  const from = percent(weight)
  const to = change && percent(change.toShare)
  return (
    <li data-criterion={id}>
      <span class="sensitivity-criterion">{say(title)}</span>
      <ShareAxis
        from={weight / end}
        to={change ? change.toShare / end : null}
        label={
          change
            ? t('sensitivity.axisOf', {
                criterion: say(title),
                from,
                to: to ?? '',
                rival: rival ?? '',
              })
            : t('sensitivity.axisNone', { criterion: say(title), from })
        }
      />
      <span class="sensitivity-figures">
        {change ? (
          <>
            {from}% → <b>{to}%</b>
          </>
        ) : (
          `${from}%`
        )}
        <small>
          {rival ??
            (found.sameForAll.includes(id)
              ? t('sensitivity.sameForAll')
              : t('sensitivity.decidesNothing'))}
        </small>
      </span>
      {change && (
        <button
          type="button"
          class="quiet"
          aria-label={t('sensitivity.lookOne', { criterion: say(title), to: to ?? '' })}
          onClick={() =>
            changeView({
              weights: weightsBeyond(result, withOneShare(result.criteria, id, change.toShare)),
            })
          }
        >
          {t('sensitivity.look')}
        </button>
      )}
    </li>
  )
}

/** The share now as a dot, the share at which a rival draws level as a diamond, and the way between. */
function ShareAxis({ from, to, label }: { from: number; to: number | null; label: string }) {
  const at = (share: number) => `${(share * 100).toFixed(2)}%`
  return (
    <span class="sensitivity-axis" role="img" aria-label={label}>
      {to !== null && (
        <i class="way" style={{ left: at(Math.min(from, to)), width: at(Math.abs(to - from)) }} />
      )}
      <i class="now" style={{ left: at(from) }} />
      {to !== null && <i class="level" style={{ left: at(to) }} />}
    </span>
  )
}

type AllWeightsProps = Firmness & { all: NonNullable<Firmness['found']['ofAll']> }

function AllWeights({ result, all }: AllWeightsProps) {
  const { nameOf } = naming(result)
  const then = new Map(all.weights.map(({ criterion, share }) => [criterion, share]))
  const most = Math.max(...result.criteria.map(({ weight }) => weight), ...then.values())
  return (
    <section aria-labelledby="sensitivity-all">
      <h2 id="sensitivity-all">
        {t('sensitivity.allTitle')} <small>{t('sensitivity.allHint')}</small>
      </h2>
      <p>
        {t('sensitivity.allWeights', {
          moved: percent(all.movedShare),
          rival: nameOf(all.rivalId),
        })}
      </p>
      <table class="sensitivity-all">
        <thead>
          <tr>
            <th scope="col">{t('site.colTerm')}</th>
            <td />
            <th scope="col">{t('sensitivity.now')}</th>
            <th scope="col">{t('sensitivity.level')}</th>
          </tr>
        </thead>
        <tbody>
          {byWeight(result.criteria).map(({ id, title, weight }) => {
            const share = then.get(id) ?? weight
            const isMoved = Math.abs(share - weight) > 5e-4
            return (
              <tr key={id} class={isMoved ? 'moved' : undefined}>
                <th scope="row">{say(title)}</th>
                <td>
                  <span class="sensitivity-axis" aria-hidden="true">
                    {isMoved && (
                      <i
                        class="way"
                        style={{
                          left: `${(Math.min(weight, share) / most) * 100}%`,
                          width: `${(Math.abs(share - weight) / most) * 100}%`,
                        }}
                      />
                    )}
                    <i class="now" style={{ left: `${(weight / most) * 100}%` }} />
                    {isMoved && <i class="level" style={{ left: `${(share / most) * 100}%` }} />}
                  </span>
                </td>
                <td>{percent(weight)}%</td>
                <td>{isMoved ? <b>{percent(share)}%</b> : `${percent(share)}%`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <button
        type="button"
        class="primary"
        onClick={() => changeView({ weights: weightsBeyond(result, then) })}
      >
        {t('sensitivity.lookAll')}
      </button>
    </section>
  )
}
