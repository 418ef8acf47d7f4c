// What stands beside the targets: output by year, output of places, local sourcing; all from dated rows.

import type { TargetRow } from '#geodata/contract/documents.ts'
import { YearBars } from '#web/charts/year-bars.tsx'
import { language, say, t } from '#web/messages/index.ts'
import { amount, amountNumber, placeName } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { districts } from '#web/state/region/lists.ts'
import { bound, outputsByPlace, yearsOf } from '#web/workspaces/progress/progress-context.ts'

/** The groups of context rows that are shown, by their id in the sources. */
const LOCAL_RATES = 'C01'
const VEHICLE_OUTPUT = 'C02'

export function ProgressContext({ items }: { items: TargetRow[] }) {
  const years = yearsOf(items, VEHICLE_OUTPUT)
  const outputs = outputsByPlace(items, districts.value)
  const rates = items.filter(({ targetId, unit }) => targetId === LOCAL_RATES && unit === '%')
  const most = Math.max(1, ...outputs.map(({ row }) => bound(row)))
  return (
    <aside class="progress-context" aria-label={t('progress.context')}>
      {years.length > 0 && (
        <section>
          <h2>
            {t('progress.vehicles')} <small>{unitOf(years)}</small>
          </h2>
          <YearBars
            bars={years.map((row) => ({
              year: row.asOf ?? '',
              value: bound(row),
              text: amountNumber(row),
              isBound: row.valueLow !== row.valueHigh,
            }))}
            label={years.map((row) => `${dateText(row.asOf ?? '')} ${amount(row)}`).join('; ')}
          />
          <p class="site-note">
            <Words of={wordingNote(years)} />
          </p>
          <Twin
            title={t('progress.vehicles')}
            rows={years.map((row) => ({
              name: `${dateText(row.asOf ?? '')} ${say(row.metric)}`,
              row,
            }))}
          />
        </section>
      )}
      {outputs.length > 0 && (
        <section>
          <h2>
            {t('progress.outputs')} <small>{t('progress.neverAdd')}</small>
          </h2>
          <ul class="place-bars">
            {outputs.map(({ place, row }) => (
              <li key={place}>
                <span>
                  <Words of={placeName(place)} /> <small>{dateText(row.asOf ?? '')}</small>
                </span>
                <b>{amount(row)}</b>
                <i style={{ width: `${(bound(row) / most) * 100}%` }} aria-hidden="true" />
              </li>
            ))}
          </ul>
          <Twin
            title={t('progress.outputs')}
            rows={outputs.map(({ row }) => ({
              name: `${say(row.metric)} ${dateText(row.asOf ?? '')}`,
              row,
            }))}
          />
        </section>
      )}
      {rates.length > 0 && (
        <section>
          <h2>
            {t('progress.rates')} <small>%</small>
          </h2>
          <table class="rates">
            <caption class="visually-hidden">{t('progress.rates')}</caption>
            <tbody>
              {rates.map((row) => (
                <tr key={row.rowId}>
                  <th scope="row">
                    {say(row.metric)} <small>{dateText(row.asOf ?? '')}</small>
                    {row.note && <small lang="zh-CN">{row.note}</small>}
                    <small title={inReadersWords(row.source)}>
                      <Words of={shortSource(row.source)} />
                    </small>
                  </th>
                  <td class="number">{row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="site-note">{t('progress.ratesConflict', { count: rates.length })}</p>
        </section>
      )}
    </aside>
  )
}

function unitOf([first]: readonly TargetRow[]): string {
  return first ? amount(first).replace(/^\S+\s*/, '') : ''
}

/** Years whose figure is worded otherwise than most, and published bounds. */
function wordingNote(years: readonly TargetRow[]): string {
  const usual = years.at(-1)?.metric.zh
  const other = years.filter(({ metric }) => metric.zh !== usual)
  const bounds = years.filter(({ valueLow, valueHigh }) => valueLow !== valueHigh)
  const listed = new Intl.ListFormat(language.value, { type: 'conjunction' })
  return [
    other.length > 0 &&
      t('progress.wordedOtherwise', {
        years: listed.format(other.map((row) => `${dateText(row.asOf ?? '')} “${row.metric.zh}”`)),
      }),
    bounds.length > 0 &&
      t('progress.publishedBound', {
        years: listed.format(
          bounds.map((row) => `${dateText(row.asOf ?? '')} ${amountNumber(row)}`),
        ),
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same as a table, with where each figure comes from. */
function Twin({ title, rows }: { title: string; rows: { name: string; row: TargetRow }[] }) {
  return (
    <details class="twin">
      <summary>{t('progress.asTable')}</summary>
      <table>
        <caption class="visually-hidden">{title}</caption>
        <tbody>
          {rows.map(({ name, row }) => (
            <tr key={row.rowId}>
              <th scope="row">
                {name}
                <small title={inReadersWords(row.source)}>
                  <Words of={shortSource(row.source)} />
                </small>
              </th>
              <td class="number">{amount(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
