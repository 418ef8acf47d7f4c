// The districts side by side: the same measures on one scale each, and the same again as a table.

import { useMemo } from 'preact/hooks'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { amount } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import {
  type DistrictFigures,
  districtFigures,
  MEASURES,
} from '#web/state/region/district-figures.ts'
import { askEndsOf, companies } from '#web/state/region/firms.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { allFirmsSummary } from '#web/state/region/kept.ts'
import { districts, links, parks, platforms } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

export function ProgressDistricts({ items }: { items: TargetRow[] }) {
  const { byDistrict } = allFirmsSummary.value
  askEndsOf(links.value)
  const all = useMemo(
    () =>
      districtFigures(
        {
          districts: districts.value,
          parks: parks.value,
          companies: companies.value,
          firmsByDistrict: byDistrict,
          platforms: platforms.value,
          links: links.value,
          targets: items,
        },
        // Districts of the neighbours are not the plan's side.
        homeProvince.value,
      ),
    [
      items,
      homeProvince.value,
      districts.value,
      parks.value,
      companies.value,
      byDistrict,
      platforms.value,
      links.value,
    ],
  )
  const most = Object.fromEntries(
    MEASURES.map((id) => [id, Math.max(1, ...all.map(({ counts }) => counts[id]))]),
  )
  const placeless = byDistrict['']?.count ?? 0
  return (
    <section class="district-board">
      <p class="site-note">{t('progress.districtNote', { count: all.length, placeless })}</p>
      <ul class="district-cards">
        {all.map((one) => (
          <li key={one.id}>
            <DistrictCard one={one} most={most} />
          </li>
        ))}
      </ul>
      <details class="twin">
        <summary>{t('progress.asTable')}</summary>
        <DistrictTable all={all} />
      </details>
    </section>
  )
}

function DistrictCard({ one, most }: { one: DistrictFigures; most: Record<string, number> }) {
  const isEmpty = MEASURES.every((id) => one.counts[id] === 0) && one.figures.length === 0
  return (
    <article class="district-card">
      <header>
        <h2>{nameOf(one)}</h2>
        <button
          type="button"
          class="quiet"
          aria-label={t('progress.briefOf', { name: nameOf(one) })}
          onClick={() => changeView({ briefDistrict: one.id })}
        >
          {t('progress.brief')}
        </button>
      </header>
      {isEmpty ? (
        <p class="unknown">{t('progress.nothingKnown')}</p>
      ) : (
        <dl>
          {MEASURES.map((id) => (
            <div key={id}>
              <dt>{t(`progress.measure.${id}`)}</dt>
              <dd>
                <i
                  style={{ width: `${(one.counts[id] / (most[id] ?? 1)) * 100}%` }}
                  aria-hidden="true"
                />
                <b>{one.counts[id]}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <StageWords one={one} />
      {one.figures.slice(0, 1).map((row) => (
        <p key={row.rowId} class="site-note" title={inReadersWords(row.source)}>
          {say(row.metric)} <b>{amount(row)}</b> · {dateText(row.asOf ?? '')}
        </p>
      ))}
    </article>
  )
}

/** How many of its parks stand at which stage. */
export function StageWords({ one }: { one: DistrictFigures }) {
  const byStage = Map.groupBy(one.parks, ({ properties }) => properties.stage)
  if (byStage.size === 0) return null
  return (
    <p class="district-stages">
      {[...byStage]
        .map(([stage, its]) => `${t(`layout.stage.${stage}`)} ${its.length}`)
        .join(' · ')}
    </p>
  )
}

function DistrictTable({ all }: { all: DistrictFigures[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('shell.by.districts')} tabIndex={0}>
      <table class="district-table">
        <caption class="visually-hidden">{t('shell.by.districts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('layout.district')}</th>
            {MEASURES.map((id) => (
              <th key={id} scope="col">
                {t(`progress.measure.${id}`)}
              </th>
            ))}
            <th scope="col">{t('progress.datedFigures')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <th scope="row">{nameOf(one)}</th>
              {MEASURES.map((id) => (
                <td key={id} class="number">
                  {one.counts[id]}
                </td>
              ))}
              <td>
                {one.figures.length === 0
                  ? t('progress.unknown')
                  : one.figures
                      .map(
                        (row) => `${say(row.metric)} ${amount(row)} (${dateText(row.asOf ?? '')})`,
                      )
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
