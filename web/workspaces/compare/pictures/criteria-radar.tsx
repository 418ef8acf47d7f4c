// Who is good at what: the values of all criteria as a radar, and beside it the same in figures.

import { useState } from 'preact/hooks'
import { valuesSheet } from '#geodata/analysis/decision/document/board-sheets.ts'
import { wholePercent } from '#geodata/analysis/told/amount-text.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import { radarValue } from '#geodata/drawing/charts/of-comparison.ts'
import type { RadarValue } from '#geodata/drawing/charts/radar.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { Radar } from '#web/charts/radar.tsx'
import { say, t } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import { type ShownRange, shownRange } from '#web/state/view/shown-range.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { LetterHeads, Picture, PictureKey } from '#web/workspaces/compare/pictures/picture.tsx'
import { type Shown, withEnds } from '#web/workspaces/compare/pictures/shown.ts'

/** Places of Latin letters in a line of an axis title. */
const TITLE_PLACES = 14

type CriteriaRadarProps = { shown: readonly Shown[]; answer: ComparisonResult }

export function CriteriaRadar({ shown, answer }: CriteriaRadarProps) {
  const { criteria } = answer
  const [front, setFront] = useState<number | null>(null)
  const range = shownRange.value
  // Without weight a criterion decides nothing, and an axis for it would only crowd the others.
  const weighed = criteria.filter(({ weight }) => weight > 0)
  const measured = shown.filter(({ candidate }) => candidate.terms.length > 0)
  if (weighed.length < 3 || measured.length === 0) return null
  const shapes = measured.map(({ index, candidate }) => ({
    index,
    values: weighed.map(({ id }) => radarValue(termOf(candidate.terms, id), range)),
  }))
  const unknown = weighed.flatMap((criterion, axis) => {
    const letters = shapes.filter(({ values }) => values[axis]?.known === false)
    return letters.length === 0
      ? []
      : [
          t('pictures.radarUnknownOne', {
            letters: letters.map(({ index }) => letterOf(index)).join(t('common.listSeparator')),
            criterion: say(criterion.title),
          }),
        ]
  })
  return (
    <Picture
      id="radar"
      title={t('pictures.radar')}
      hint={t('pictures.radarHint')}
      isWide
      sheet={boardSheet(valuesSheet, answer, shown)}
    >
      <div class="picture-pair">
        <div>
          <Radar
            axes={weighed.map(({ title }) => titleLines(say(title), TITLE_PLACES))}
            shapes={shapes}
            front={front}
            label={t('pictures.radarLabel', { count: weighed.length, shown: measured.length })}
          />
          <PictureKey shown={measured} front={front} onFront={setFront} />
          {unknown.length > 0 && (
            <p class="site-note">
              {t('pictures.radarUnknown', { list: unknown.join(t('pictures.clause')) })}
            </p>
          )}
        </div>
        <ValueTable shown={measured} criteria={weighed} range={range} />
      </div>
    </Picture>
  )
}

const termOf = (terms: readonly SitingTerm[], id: string) =>
  terms.find(({ criterion }) => criterion === id) ?? null

type ValueTableProps = {
  shown: readonly Shown[]
  criteria: ComparisonResult['criteria']
  range: ShownRange
}

function ValueTable({ shown, criteria, range }: ValueTableProps) {
  return (
    <div class="compare-scroll">
      <table class="picture-figures">
        <thead>
          <tr>
            <th scope="col">{t('pictures.criterionAndWeight')}</th>
            <LetterHeads shown={shown} />
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, title, weight }) => (
            <tr key={id} data-criterion={id}>
              <th scope="row">
                {say(title)} <small>{wholePercent(weight)}%</small>
              </th>
              {shown.map(({ index, candidate }) => (
                <td key={index}>
                  <ValueCell value={radarValue(termOf(candidate.terms, id), range)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ValueCell({ value }: { value: RadarValue | null }) {
  if (!value) return <>{t('pictures.notMeasured')}</>
  if (value.known) return <>{withEnds(value.points, value.low, value.high)}</>
  return (
    <>
      <i class="hatch-swatch" aria-hidden="true" />{' '}
      {t('pictures.unknownWithin', { low: Math.round(value.low), high: Math.round(value.high) })}
    </>
  )
}
