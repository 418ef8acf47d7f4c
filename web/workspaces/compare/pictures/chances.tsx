// What is lost by choosing wrongly, and who is ahead of whom in how many of the draws?

import { pairsSheet, regretsSheet } from '#geodata/analysis/decision/document/board-sheets.ts'
import { chanceText, FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import { boardSheet } from '#web/workspaces/compare/pictures/board-sheet.ts'
import { NamedLetter, Picture } from '#web/workspaces/compare/pictures/picture.tsx'
import type { Shown } from '#web/workspaces/compare/pictures/shown.ts'

type Decides = NonNullable<ComparisonResult['decides']>
type ChancesProps = { shown: readonly Shown[]; answer: ComparisonResult; decides: Decides }

/** A number of points with one decimal. */
const points = (amount: number) => String(Math.round(amount * 10) / 10)

export function Regrets({ shown, answer, decides }: ChancesProps) {
  const { draws } = answer.doubt
  const inOrder = decides.ids.flatMap((id) => shown.find((one) => one.id === id) ?? [])
  const least = Math.min(...decides.regrets.map(({ meanPoints }) => meanPoints))
  return (
    <Picture
      id="regrets"
      title={t('pictures.regrets')}
      hint={t('pictures.regretsHint', { draws })}
      sheet={boardSheet(regretsSheet, answer, shown)}
    >
      <div class="compare-scroll">
        <table class="picture-figures">
          <thead>
            <tr>
              <th scope="col">{t('pictures.ifChosen')}</th>
              <th scope="col">{t('pictures.meanLoss')}</th>
              {inOrder.map(({ index }) => (
                <th key={index} scope="col">
                  {t('pictures.ifWins', { letter: letterOf(index) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decides.regrets.map(({ chosenId, meanPoints, ninetyPoints, against }) => {
              const chosen = inOrder.find(({ id }) => id === chosenId)
              return (
                <tr key={chosenId} class={meanPoints === least ? 'least' : undefined}>
                  <th scope="row">
                    {chosen ? <NamedLetter index={chosen.index} name={chosen.name} /> : chosenId}
                  </th>
                  <td>
                    {t('pictures.loss', {
                      mean: points(meanPoints),
                      ninety: points(ninetyPoints),
                    })}
                  </td>
                  {inOrder.map(({ id }) => (
                    <td key={id}>
                      {id === chosenId
                        ? t('pictures.noLoss')
                        : lossText(against.find(({ winnerId }) => winnerId === id))}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Picture>
  )
}

function lossText(one: Decides['regrets'][number]['against'][number] | undefined): string {
  if (!one || one.meanPoints === null || one.ninetyPoints === null) return t('pictures.neverWins')
  return t('pictures.loss', { mean: points(one.meanPoints), ninety: points(one.ninetyPoints) })
}

export function Pairs({ shown, answer, decides }: ChancesProps) {
  const { draws } = answer.doubt
  const inOrder = decides.ids.flatMap((id) => shown.find((one) => one.id === id) ?? [])
  return (
    <Picture
      id="pairs"
      title={t('pictures.pairs')}
      hint={t('pictures.pairsHint', { draws })}
      sheet={boardSheet(pairsSheet, answer, shown)}
    >
      <div class="compare-scroll">
        <table class="picture-figures">
          <thead>
            <tr>
              <th scope="col">{t('pictures.candidate')}</th>
              <th scope="col">{say(FIRST_OF.compared)}</th>
              {inOrder.map(({ index }) => (
                <th key={index} scope="col">
                  {t('pictures.aheadOf', { letter: letterOf(index) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder.map(({ index, id, name }) => {
              const own = decides.ids.indexOf(id)
              return (
                <tr key={id}>
                  <th scope="row">
                    <NamedLetter index={index} name={name} />
                  </th>
                  <td>
                    <Chance share={decides.chances[own] ?? 0} />
                  </td>
                  {inOrder.map((other) => {
                    const share = decides.before[own]?.[decides.ids.indexOf(other.id)]
                    return (
                      <td key={other.id}>
                        {other.id === id || share === undefined ? '·' : <Chance share={share} />}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {decides.chanceOther > 0 && (
        <p class="site-note">
          {t('pictures.chanceOther', { chance: chanceText(decides.chanceOther) })}
        </p>
      )}
    </Picture>
  )
}

/** A chance as a bar with its figure. */
function Chance({ share }: { share: number }) {
  return (
    <span class="chance-bar">
      <i aria-hidden="true" style={{ '--share': `${share * 100}%` }} />
      {chanceText(share)}
    </span>
  )
}
