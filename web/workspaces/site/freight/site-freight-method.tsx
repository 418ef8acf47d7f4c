// How are freight and emissions calculated, with which factors from where? They can be changed here.

import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { FREIGHT_FACTORS } from '#geodata/model/freight-factors.ts'
import { say, t } from '#web/messages/index.ts'
import { ageText } from '#web/parts/words/age-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { changeView, view } from '#web/state/view/store.ts'

type Factor = LogisticsResult['assumptions'][number]

export function SiteFreightMethod({ assumptions }: { assumptions: readonly Factor[] }) {
  const factors = FREIGHT_FACTORS.flatMap((id) => assumptions.find((one) => one.id === id) ?? [])
  return (
    <details class="site-freight-method">
      <summary>{t('freight.method')}</summary>
      <p>{t('freight.formula')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('freight.colFactor')}</th>
            <th scope="col">{t('freight.colLow')}</th>
            <th scope="col">{t('freight.colHigh')}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor.id}>
              <th scope="row">
                {say(factor.text)} <abbr>{factor.unit}</abbr>
                <small title={inReadersWords(factor.source)}>
                  <b data-kind={factor.kind}>{t(`freight.kind.${factor.kind}`)}</b>
                  {factor.source !== '' && (
                    <Words of={` · ${factor.rowIds.join(', ')} · ${shortSource(factor.source)}`} />
                  )}
                  {factor.asOf && ` · ${ageText({ oldest: factor.asOf, newest: factor.asOf })}`}
                </small>
              </th>
              <td>
                <End factor={factor} end="low" />
              </td>
              <td>
                <End factor={factor} end="high" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.keys(view.value.freight).length > 0 && (
        <button type="button" onClick={() => changeView({ freight: {} })}>
          {t('freight.reset')}
        </button>
      )}
    </details>
  )
}

/** One end of a factor; the other end follows where it would be overtaken. */
function End({ factor, end }: { factor: Factor; end: 'low' | 'high' }) {
  const title = say(factor.text)
  const set = (value: number) => {
    const { low, high } = factor
    const both =
      end === 'low'
        ? { low: value, high: Math.max(high, value) }
        : { low: Math.min(low, value), high: value }
    changeView({ freight: { ...view.peek().freight, [factor.id]: both } })
  }
  return (
    <input
      type="number"
      inputMode="decimal"
      min="0"
      step="any"
      aria-label={t(`freight.${end}Of`, { title })}
      value={factor[end]}
      onChange={(event) => {
        const value = event.currentTarget.valueAsNumber
        if (value >= 0 && value <= 1e6) set(value)
      }}
    />
  )
}
