// What is the index made of? Each term in its unit, its value function, and a weight to move.
import type { IndexTermDefinition } from '#geodata/contract/processes/park-index.ts'
import { ValueFunction } from '#web/charts/value-function.tsx'
import { say, t } from '#web/messages/index.ts'
import { WeightRow } from '#web/parts/controls/weight-row.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { indexAmountWithUnit } from '#web/workspaces/layout/park-index/park-index-words.ts'

type FormulaProps = {
  /** With the weights the server gave, and with those in force. */
  defaults: readonly IndexTermDefinition[]
  terms: readonly IndexTermDefinition[]
}

export function ParkIndexFormula({ defaults, terms }: FormulaProps) {
  const { indexWeights } = view.value
  const order = [...terms].sort((a, b) => b.weight - a.weight).map(({ id }) => id)
  const isChanged = Object.keys(indexWeights).length > 0
  return (
    <section class="index-formula" aria-labelledby="index-formula">
      <h2 id="index-formula">
        {t('parkIndex.formula')}
        {isChanged && (
          <button type="button" class="quiet" onClick={() => changeView({ indexWeights: {} })}>
            {t('parkIndex.reset')}
          </button>
        )}
      </h2>
      <p class="index-equation">{t('parkIndex.equation')}</p>
      <p class="site-note">{t('parkIndex.valueEquation')}</p>
      {terms.map((term) => {
        const best = indexAmountWithUnit(term.best, term.unit)
        const worst = indexAmountWithUnit(term.worst, term.unit)
        const given = defaults.find(({ id }) => id === term.id)?.weight ?? term.weight
        return (
          <div key={term.id} class="index-term">
            <WeightRow
              title={say(term.title)}
              label={t('parkIndex.weightOf', { title: say(term.title) })}
              tone={order.indexOf(term.id)}
              share={term.weight}
              value={indexWeights[term.id] ?? Math.round(given * 100)}
              change={(weight) =>
                changeView({ indexWeights: { ...indexWeights, [term.id]: weight } })
              }
            />
            <p>
              <ValueFunction
                best={term.best}
                worst={term.worst}
                raw={null}
                value={0}
                valueLow={0}
                valueHigh={0}
                label={t('parkIndex.valueLabel', { best, worst })}
              />
              <small>
                {say(term.definition)} {t('parkIndex.ends', { best, worst })}
              </small>
            </p>
          </div>
        )
      })}
    </section>
  )
}
