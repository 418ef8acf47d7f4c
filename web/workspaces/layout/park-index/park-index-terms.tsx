// Why does this park stand where it stands? Term by term, down to the rows and their sources.
import type {
  IndexedPark,
  IndexRow,
  IndexTermDefinition,
} from '#geodata/contract/processes/park-index.ts'
import { byWeight } from '#web/charts/score-bar.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { type TermRow, TermTable } from '#web/parts/controls/term-table.tsx'
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
      <TermTable
        caption={t('parkIndex.termTable', { name: nameOf(park) })}
        heads={[
          t('parkIndex.colTerm'),
          t('parkIndex.colMeasured'),
          t('parkIndex.colValue'),
          t('parkIndex.colWeight'),
          t('parkIndex.colPoints'),
        ]}
        rows={byWeight(park.terms).flatMap((term) => {
          const definition = terms.find(({ id }) => id === term.criterion)
          return definition ? [rowOf(term, definition)] : []
        })}
        total={{ title: t('parkIndex.total'), points: scoreText(park) }}
      />
    </section>
  )
}

function rowOf(term: IndexedPark['terms'][number], definition: IndexTermDefinition): TermRow {
  const { raw, value, valueLow, valueHigh } = term
  const { best, worst, unit } = definition
  return {
    id: term.criterion,
    title: say(definition.title),
    source: term.source,
    note: term.reason ? say(term.reason) : shortSource(term.source),
    details: <Rows rows={term.rows} />,
    measured: indexMeasured(term, definition),
    unit: indexUnit(unit),
    value: {
      best,
      worst,
      raw,
      value,
      valueLow,
      valueHigh,
      label: t('parkIndex.valueOf', {
        best: indexAmountWithUnit(best, unit),
        worst: indexAmountWithUnit(worst, unit),
        value:
          valueLow === valueHigh
            ? value.toFixed(2)
            : `${valueLow.toFixed(2)}–${valueHigh.toFixed(2)}`,
      }),
    },
    weight: term.weight,
    points: scoreText({
      score: term.contribution,
      scoreLow: term.contributionLow,
      scoreHigh: term.contributionHigh,
    }),
  }
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
