// The pictures under the table: who is good at what, how far everything is, and what decides.
import '#web/workspaces/compare/pictures/pictures.css'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { Catchments } from '#web/workspaces/compare/pictures/catchments.tsx'
import { Pairs, Regrets } from '#web/workspaces/compare/pictures/chances.tsx'
import { CriteriaRadar } from '#web/workspaces/compare/pictures/criteria-radar.tsx'
import { RoadTimes } from '#web/workspaces/compare/pictures/road-times.tsx'
import { shownOf } from '#web/workspaces/compare/pictures/shown.ts'
import { ToWin } from '#web/workspaces/compare/pictures/to-win.tsx'
import { WeightScores } from '#web/workspaces/compare/pictures/weight-scores.tsx'
import { Winners } from '#web/workspaces/compare/pictures/winners.tsx'

type ComparePicturesProps = {
  columns: readonly Column[]
  /** null: not there yet. */
  answer: ComparisonResult | null
}

export function ComparePictures({ columns, answer }: ComparePicturesProps) {
  if (!answer) return null
  const shown = shownOf(columns)
  const { decides } = answer
  return (
    <div class="pictures">
      <CriteriaRadar shown={shown} answer={answer} />
      {decides ? (
        <>
          <ToWin shown={shown} answer={answer} />
          <WeightScores shown={shown} answer={answer} decides={decides} />
          {decides.triangle && (
            <Winners
              key={decides.triangle.criteria.join()}
              shown={shown}
              answer={answer}
              triangle={decides.triangle}
            />
          )}
          <div class="picture-stack">
            <Regrets shown={shown} answer={answer} decides={decides} />
            <Pairs shown={shown} answer={answer} decides={decides} />
          </div>
        </>
      ) : (
        <p class="site-note">{t('pictures.nothingDecides')}</p>
      )}
      <Catchments columns={columns} answer={answer} />
      <RoadTimes shown={shown} answer={answer} />
    </div>
  )
}
