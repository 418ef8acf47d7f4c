// Which fact, once known, would change the first place, from which amount on, and what is it worth?
import { t } from '#web/messages/index.ts'
import { unitWord } from '#web/parts/words/measured.ts'
import {
  changesAbove,
  levelText,
  naming,
} from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Firmness } from '#web/workspaces/site/sensitivity/study.ts'

/** The rest is counted: each is worth less than these. */
const MOST_ROWS = 6

export function SensitivityInputsTable({ result, found }: Firmness) {
  const { nameOf } = naming(result)
  const first = nameOf(found.firstId ?? '')
  const shown = found.decidingInputs.slice(0, MOST_ROWS)
  const rest = found.decidingInputs.length - shown.length
  return (
    <section aria-labelledby="sensitivity-inputs">
      <h2 id="sensitivity-inputs">
        {t('sensitivity.inputsTitle')}{' '}
        {shown.length > 0 && <small>{t('sensitivity.inputsHint', { first })}</small>}
      </h2>
      {shown.length === 0 ? (
        <p>
          {found.doubtfulCount === 0
            ? t('sensitivity.allKnown')
            : t('sensitivity.noUnknown', { count: found.doubtfulCount })}
        </p>
      ) : (
        <table class="sensitivity-inputs">
          <thead>
            <tr>
              <th scope="col">{t('sensitivity.colInput')}</th>
              <th scope="col">{t('sensitivity.colRange')}</th>
              <th scope="col">{t('sensitivity.colThen')}</th>
              <th scope="col">{t('sensitivity.colLoss')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((input) => (
              <InputRow key={`${input.id}/${input.criterion}`} result={result} input={input} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p class="site-note">{t('sensitivity.moreInputs', { count: rest })}</p>}
    </section>
  )
}

type InputRowProps = {
  result: Firmness['result']
  input: Firmness['found']['decidingInputs'][number]
}

function InputRow({ result, input }: InputRowProps) {
  const { nameOf, titleOf, criterionOf } = naming(result)
  const { valueLow, valueHigh } = result.ranking
    .find((one) => one.id === input.id)
    ?.terms.find((term) => term.criterion === input.criterion) ?? { valueLow: 0, valueHigh: 1 }
  const criterion = criterionOf(input.criterion)
  const sign = changesAbove(result, input) ? '>' : '<'
  return (
    <tr>
      <th scope="row">
        {nameOf(input.id)}
        <small>
          {titleOf(input.criterion)} ·{' '}
          {input.known ? t('sensitivity.imprecise') : t('sensitivity.unknown')}
        </small>
      </th>
      <td>
        <span class="sensitivity-range" aria-hidden="true">
          <i
            class="possible"
            style={{
              left: `${valueLow * 100}%`,
              width: `${(valueHigh - valueLow) * 100}%`,
            }}
          />
          <i
            class="holds"
            style={{
              left: `${input.holdsLow * 100}%`,
              width: `${(input.holdsHigh - input.holdsLow) * 100}%`,
            }}
          />
        </span>
      </td>
      <td>
        {nameOf(input.rivalId)}
        <small>
          <span>
            {sign} {levelText(result, input)} {criterion ? unitWord(criterion.unit) : ''}
          </span>
          {' · '}
          <span>
            {input.rivalScore.toFixed(0)} : {input.firstScore.toFixed(0)}
          </span>
        </small>
      </td>
      <td>{input.expectedLossPoints.toFixed(2)}</td>
    </tr>
  )
}
