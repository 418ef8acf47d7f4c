// How far is everything: each vehicle plant and each hub a row, all candidates on one axis of minutes.
import { roadTimesSheet } from '#geodata/analysis/decision/document/board-sheets.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { minutesAxis } from '#geodata/drawing/charts/minutes-row.ts'
import { MOST_HUBS, WAY_KINDS, type Way, waysOf } from '#geodata/drawing/charts/of-comparison.ts'
import { MinutesFigures, MinutesRow } from '#web/charts/minutes-row.tsx'
import { say, t } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { LetterHeads, Picture, PictureKey } from '#web/workspaces/compare/pictures/picture.tsx'
import { type Shown, withEnds } from '#web/workspaces/compare/pictures/shown.ts'

type RoadTimesProps = { shown: readonly Shown[]; answer: ComparisonResult }

export function RoadTimes({ shown, answer }: RoadTimesProps) {
  const range = shownRange.value
  const [plants = [], hubs = []] = WAY_KINDS.map((kind) => waysOf(answer, shown, kind, range))
  const near = hubs.slice(0, MOST_HUBS)
  const far = hubs.slice(MOST_HUBS)
  if (plants.length + hubs.length === 0) return null
  const ticksOf = (ways: readonly Way[]) =>
    minutesAxis(ways.flatMap(({ minutes }) => minutes.flatMap((one) => one?.high ?? []))).ticks
  const ticks = ticksOf([...plants, ...near])
  return (
    <Picture
      id="roads"
      title={t('pictures.roads')}
      hint={range === 'bounds' ? t('pictures.roadsBounds') : t('pictures.roadsLikely')}
      isWide
      sheet={boardSheet(roadTimesSheet, answer, shown)}
      table={<WaysTable shown={shown} groups={[plants, hubs]} />}
    >
      <PictureKey shown={shown} />
      <Strip title={t('pictures.plants')} ways={plants} shown={shown} ticks={ticks} />
      <Strip title={t('pictures.hubs')} ways={near} shown={shown} ticks={ticks} />
      {far.length > 0 && (
        <details class="picture-twin">
          <summary>{t('pictures.otherHubs', { count: far.length })}</summary>
          <Strip title={t('pictures.hubs')} ways={far} shown={shown} ticks={ticksOf(far)} />
        </details>
      )}
    </Picture>
  )
}

type StripProps = {
  title: string
  ways: readonly Way[]
  shown: readonly Shown[]
  ticks: readonly number[]
}

function Strip({ title, ways, shown, ticks }: StripProps) {
  return (
    <table class="road-strip">
      <caption>{title}</caption>
      <tbody>
        {ways.map(({ id, title: named, minutes }) => (
          <tr key={id} data-row={id}>
            <th scope="row">{say(named)}</th>
            <td>
              <MinutesRow
                ticks={ticks}
                marks={shown.flatMap(({ index }, slot) => {
                  const own = minutes[slot]
                  return own ? [{ index, ...own }] : []
                })}
                label={saidOf(shown, minutes)}
              />
            </td>
          </tr>
        ))}
        <tr>
          <td />
          <td>
            <MinutesFigures ticks={ticks} unit={t('pictures.minutesUnit')} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function saidOf(shown: readonly Shown[], minutes: Way['minutes']): string {
  return shown
    .map(({ index }, slot) => {
      const own = minutes[slot]
      const letter = letterOf(index)
      return own
        ? t('pictures.minutesOf', { letter, minutes: withEnds(own.minutes, own.low, own.high) })
        : t('pictures.minutesUnknown', { letter })
    })
    .join(t('common.listSeparator'))
}

function WaysTable({ shown, groups }: { shown: readonly Shown[]; groups: readonly Way[][] }) {
  return (
    <div class="compare-scroll">
      <table class="picture-figures">
        <thead>
          <tr>
            <th scope="col">{t('pictures.destination')}</th>
            <LetterHeads shown={shown} />
          </tr>
        </thead>
        <tbody>
          {groups.flat().map(({ id, title, minutes }) => (
            <tr key={id}>
              <th scope="row">{say(title)}</th>
              {shown.map(({ index }, slot) => {
                const own = minutes[slot]
                return (
                  <td key={index}>
                    {own ? withEnds(own.minutes, own.low, own.high) : t('pictures.unknown')}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
