// Why does this park stand where it stands? Term by term, down to the rows and their sources.
import type {
  IndexedPark,
  IndexRow,
  IndexTermDefinition,
} from '#geodata/contract/processes/park-index.ts'
import { byWeight, toneClass } from '#web/charts/score-bar.tsx'
import { ValueFunction } from '#web/charts/value-function.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { changeView } from '#web/state/view/store.ts'
import {
  indexAmountWithUnit,
  indexMeasured,
  indexUnit,
  scoreText,
} from '#web/workspaces/layout/park-index/park-index-words.ts'

type TermsProps = { park: IndexedPark; terms: readonly IndexTermDefinition[] }

export function ParkIndexTerms({ park, terms }: TermsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="index-terms compare-scroll" aria-label={nameOf(park)} tabIndex={0}>
      <p class="index-acts">
        {nameOf(park)} ·{' '}
        <button
          type="button"
          class="quiet"
          onClick={() => changeView({ selection: { collection: 'parks', id: park.id } })}
        >
          {t('parkIndex.open')}
        </button>
      </p>
      <table class="site-terms">
        <caption class="visually-hidden">
          {t('parkIndex.termTable', { name: nameOf(park) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('parkIndex.colTerm')}</th>
            <th scope="col">{t('parkIndex.colMeasured')}</th>
            <th scope="col">{t('parkIndex.colValue')}</th>
            <th scope="col">{t('parkIndex.colWeight')}</th>
            <th scope="col">{t('parkIndex.colPoints')}</th>
          </tr>
        </thead>
        <tbody>
          {byWeight(park.terms).map((term, index) => {
            const definition = terms.find(({ id }) => id === term.criterion)
            if (!definition) return null
            const unit = indexUnit(definition.unit)
            const measured = indexMeasured(term, definition)
            return (
              <tr key={term.criterion}>
                <th scope="row">
                  <i
                    class={`swatch ${toneClass(index)}`}
                    style="background:currentColor"
                    aria-hidden="true"
                  />
                  <span>
                    {say(definition.title)}
                    <small title={term.source}>
                      {term.reason ? say(term.reason) : shortSource(term.source)}
                    </small>
                    <Rows rows={term.rows} />
                  </span>
                </th>
                <td>
                  {measured === null ? (
                    <span class="unknown">{t('common.unknown')}</span>
                  ) : (
                    <>
                      {measured} <abbr>{unit}</abbr>
                    </>
                  )}
                </td>
                <td>
                  <ValueFunction
                    best={definition.best}
                    worst={definition.worst}
                    raw={term.raw}
                    value={term.value}
                    valueLow={term.valueLow}
                    valueHigh={term.valueHigh}
                    label={t('parkIndex.valueOf', {
                      best: indexAmountWithUnit(definition.best, definition.unit),
                      worst: indexAmountWithUnit(definition.worst, definition.unit),
                      value:
                        term.valueLow === term.valueHigh
                          ? term.value.toFixed(2)
                          : `${term.valueLow.toFixed(2)}–${term.valueHigh.toFixed(2)}`,
                    })}
                  />
                </td>
                <td>{Math.round(term.weight * 100)}%</td>
                <td>
                  <b>
                    {scoreText({
                      score: term.contribution,
                      scoreLow: term.contributionLow,
                      scoreHigh: term.contributionHigh,
                    })}
                  </b>
                </td>
              </tr>
            )
          })}
          <tr class="total">
            <th scope="row" colSpan={4}>
              {t('parkIndex.total')}
            </th>
            <td>
              <b>{scoreText(park)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** The rows a value is made of, each opening what is known of it. */
function Rows({ rows }: { rows: readonly IndexRow[] }) {
  if (rows.length === 0) return null
  return (
    <details class="index-rows">
      <summary>{t('parkIndex.rows', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ collection, id, ...names }) => (
          <li key={id}>
            <button
              type="button"
              class="quiet"
              onClick={() => changeView({ selection: { collection, id } })}
            >
              {nameOf(names)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
