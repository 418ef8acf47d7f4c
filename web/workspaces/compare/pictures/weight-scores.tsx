// Who would lead if one criterion weighed more or less? Scores as lines, their crossings also in words.
import { useState } from 'preact/hooks'
import { weightsSheet } from '#geodata/analysis/decision/document/board-sheets.ts'
import type { ComparisonResult, WeightLine } from '#geodata/contract/processes/comparison.ts'
import { crossingsOf, linesByWeight, scoreLines } from '#geodata/drawing/charts/of-comparison.ts'
import { WeightLines } from '#web/charts/weight-lines.tsx'
import { say, t } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { LetterHeads, Picture, PictureKey } from '#web/workspaces/compare/pictures/picture.tsx'
import { letteredName, type Shown } from '#web/workspaces/compare/pictures/shown.ts'

type Decides = NonNullable<ComparisonResult['decides']>
type WeightScoresProps = {
  shown: readonly Shown[]
  answer: ComparisonResult
  decides: Decides
}

/** A share of all weight as per cent, with a tenth where it is not whole. */
export function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10)
}

export function WeightScores({ shown, answer, decides }: WeightScoresProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [front, setFront] = useState<number | null>(null)
  const byWeight = linesByWeight(decides)
  const line = byWeight.find(({ criterion }) => criterion === chosen) ?? byWeight[0]
  if (!line) return null
  const titleOf = (id: string) => {
    const criterion = answer.criteria.find((one) => one.id === id)
    return criterion ? say(criterion.title) : id
  }
  const inOrder = decides.ids.flatMap((id) => shown.find((one) => one.id === id) ?? [])
  const title = titleOf(line.criterion)
  return (
    <Picture
      id="weights"
      title={t('pictures.weights')}
      hint={t('pictures.weightsHint')}
      sheet={boardSheet(weightsSheet, answer, shown)}
      table={<WeightTable shown={inOrder} line={line} decides={decides} />}
    >
      <label class="picture-choice no-print">
        {t('pictures.criterion')}
        <select
          value={line.criterion}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {byWeight.map(({ criterion }) => (
            <option key={criterion} value={criterion}>
              {titleOf(criterion)}
            </option>
          ))}
        </select>
      </label>
      <WeightLines
        lines={scoreLines(line, decides.ids, inOrder)}
        now={line.share}
        nowText={t('pictures.now', { percent: percentOf(line.share) })}
        crossings={crossingsOf(line, shown)}
        front={front}
        axisTitle={t('pictures.weightAxis', { criterion: title })}
        label={t('pictures.weightsLabel', {
          criterion: title,
          list: inOrder
            .map(({ index, id }) => {
              const ends = line.ends[decides.ids.indexOf(id)]
              return t('pictures.fromTo', {
                letter: letterOf(index),
                from: Math.round(ends?.none.central ?? 0),
                to: Math.round(ends?.all.central ?? 0),
              })
            })
            .join(t('common.listSeparator')),
        })}
      />
      <PictureKey shown={inOrder} front={front} onFront={setFront} />
      <ul class="picture-said">
        {crossingWords(line, shown).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Picture>
  )
}

/** Who overtakes whom at which share, from the lowest; or that nobody does. */
export function crossingWords(line: WeightLine, shown: readonly Shown[]): string[] {
  const crossings = crossingsOf(line, shown)
  if (crossings.length === 0) return [t('pictures.noCrossing')]
  return crossings.map(({ share, score, ids: [below, above] }) =>
    t('pictures.crossing', {
      percent: percentOf(share),
      score: Math.round(score),
      above: letteredName(shown, above),
      below: letteredName(shown, below),
    }),
  )
}

type WeightTableProps = { shown: readonly Shown[]; line: WeightLine; decides: Decides }

function WeightTable({ shown, line, decides }: WeightTableProps) {
  const places = shown.map(({ id }) => decides.ids.indexOf(id))
  return (
    <div class="compare-scroll">
      <table class="picture-figures">
        <thead>
          <tr>
            <th scope="col">{t('pictures.weight')}</th>
            <LetterHeads shown={shown} />
          </tr>
        </thead>
        <tbody>
          {line.likely.map(({ share, ranges }) => (
            <tr key={share}>
              <th scope="row">{percentOf(share)}%</th>
              {places.map((place) => {
                const [ends, range] = [line.ends[place], ranges[place]]
                if (!ends || !range) return <td key={place} />
                const central = ends.none.central + (ends.all.central - ends.none.central) * share
                return (
                  <td key={place}>
                    {t('pictures.withEnds', {
                      middle: Math.round(central),
                      low: Math.round(range[0]),
                      high: Math.round(range[1]),
                    })}
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
