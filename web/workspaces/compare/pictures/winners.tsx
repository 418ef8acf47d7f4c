// Who is first under which weights of three criteria: a triangle, and how much of it each holds.
import { useState } from 'preact/hooks'
import { winnersSheet } from '#geodata/analysis/decision/document/board-sheets.ts'
import type { ComparisonResult, Triangle } from '#geodata/contract/processes/comparison.ts'
import { mixesOf, mixNow, partsOf } from '#geodata/drawing/charts/of-comparison.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { execute } from '#web/api/client.ts'
import { FillSwatch } from '#web/charts/letter-fill.tsx'
import { WinnerTriangle } from '#web/charts/winner-triangle.tsx'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { SheetButton } from '#web/parts/controls/sheet-button.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import { edits } from '#web/state/region/lists.ts'
import { askedSiting } from '#web/workspaces/compare/pictures/asked-siting.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { Picture } from '#web/workspaces/compare/pictures/picture.tsx'
import type { Shown } from '#web/workspaces/compare/pictures/shown.ts'
import { percentOf } from '#web/workspaces/compare/pictures/weight-scores.tsx'

type Three = Triangle['criteria']
type WinnersProps = {
  shown: readonly Shown[]
  answer: ComparisonResult
  triangle: Triangle
}

export function Winners({ shown, answer, triangle }: WinnersProps) {
  const [chosen, setChosen] = useState<Three>(triangle.criteria)
  const isOther = chosen.join() !== triangle.criteria.join()
  const choose = (corner: number, criterion: string) => {
    // The corner that has it takes what this one had.
    const next = chosen.map((one, at) =>
      at === corner ? criterion : one === criterion ? (chosen[corner] ?? one) : one,
    )
    setChosen(next as Three)
  }
  return (
    <Picture
      id="winners"
      title={t('pictures.winners')}
      hint={t('pictures.winnersHint', { percent: percentOf(triangle.share) })}
    >
      <div class="picture-choices no-print">
        {(['pictures.cornerTop', 'pictures.cornerLeft', 'pictures.cornerRight'] as const).map(
          (key, corner) => (
            <label key={key} class="picture-choice">
              {t(key)}
              <select
                value={chosen[corner]}
                onChange={({ currentTarget }) => choose(corner, currentTarget.value)}
              >
                {answer.criteria.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {say(title)}
                  </option>
                ))}
              </select>
            </label>
          ),
        )}
      </div>
      {isOther ? (
        <OtherTriangle shown={shown} answer={answer} criteria={chosen} />
      ) : (
        <TriangleFigure shown={shown} answer={answer} triangle={triangle} />
      )}
    </Picture>
  )
}

/** The same question with three other criteria; only their triangle is read. */
function OtherTriangle(props: Omit<WinnersProps, 'triangle'> & { criteria: Three }) {
  const { shown, answer, criteria } = props
  const siting = askedSiting() ?? {}
  const candidateIds = answer.candidates.map(({ id }) => id)
  const { answer: other, again } = useAnswer(
    (signal) =>
      execute(
        'comparison',
        { siting, candidateIds, triangle: { criteria: [...criteria] } },
        signal,
      ),
    JSON.stringify([siting, candidateIds, criteria, edits.value]),
  )
  const found = other.kind === 'answered' ? other.result.decides?.triangle : null
  return (
    <>
      <AnswerStatus answer={other} again={again} />
      {found && <TriangleFigure shown={shown} answer={answer} triangle={found} />}
    </>
  )
}

function TriangleFigure({ shown, answer, triangle }: WinnersProps) {
  const { criteria, decides } = answer
  const criterionOf = (id: string) => criteria.find((one) => one.id === id)
  const titleOf = (id: string) => say(criterionOf(id)?.title ?? { zh: id, en: id })
  const lines = (at: 0 | 1 | 2) => titleLines(titleOf(triangle.criteria[at]), at === 0 ? 40 : 22)
  const { parts, level, hidden } = partsOf(triangle, shown)
  const said = parts
    .filter(({ share }) => share > 0)
    .map(({ index, share }) =>
      t('pictures.partOf', { letter: letterOf(index), percent: percentOf(share) }),
    )
  return (
    <>
      <WinnerTriangle
        corners={[lines(0), lines(1), lines(2)]}
        mixes={mixesOf(triangle, shown)}
        steps={triangle.steps}
        now={mixNow(triangle, criteria)}
        label={t('pictures.winnersLabel', {
          criteria: triangle.criteria.map(titleOf).join(t('common.listSeparator')),
          list: said.join(t('common.listSeparator')),
        })}
      />
      <table class="picture-figures">
        <thead>
          <tr>
            <th scope="col">{t('pictures.candidate')}</th>
            <th scope="col">{t('pictures.partOfMixes')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ index, share }) => (
            <tr key={index}>
              <th scope="row">
                <FillSwatch index={index} id={`winner-swatch-${index}`} />{' '}
                {t('pictures.lettered', {
                  letter: letterOf(index),
                  name: shown.find((one) => one.index === index)?.name ?? '',
                })}
              </th>
              <td>{percentOf(share)}%</td>
            </tr>
          ))}
          {level > 0 && (
            <tr>
              <th scope="row">{t('pictures.levelMixes')}</th>
              <td>{percentOf(level)}%</td>
            </tr>
          )}
          {hidden > 0 && (
            <tr>
              <th scope="row">{t('pictures.hiddenMixes')}</th>
              <td>{percentOf(hidden)}%</td>
            </tr>
          )}
        </tbody>
      </table>
      <SheetButton
        name={t('pictures.winners')}
        sheet={boardSheet(
          winnersSheet,
          { ...answer, decides: decides && { ...decides, triangle } },
          shown,
        )}
      />
    </>
  )
}
