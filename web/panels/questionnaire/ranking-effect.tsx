// What the answers would do to the ranking: rank and points, with their likely ranges, before and after.
import { useState } from 'preact/hooks'
import type { QuestionnaireAnswersResult } from '#geodata/contract/processes/questionnaire-answers.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Answer } from '#geodata/contract/questionnaire/answer.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'

type Told = QuestionnaireAnswersResult['candidates'][number]
type EffectProps = { siting: SitingInputs; answers: readonly Answer[] }

/** The question stays that of the first drawing where nothing of it changed: what is written meanwhile is told once. */
export function RankingEffect({ siting, answers }: EffectProps) {
  const [asked] = useState(siting)
  const { answer } = useAnswer(
    (signal) => execute('questionnaire-answers', { siting: asked, answers: [...answers] }, signal),
    JSON.stringify(answers),
  )
  const found = inSight(answer)
  return (
    <section aria-labelledby="questionnaire-effect" aria-busy={answer.kind === 'computing'}>
      <h3 id="questionnaire-effect">{t('questionnaire.effect')}</h3>
      {answer.kind === 'computing' && !found && <p role="status">{t('questionnaire.computing')}</p>}
      {answer.kind === 'failed' && <p role="alert">{problemText(answer.problem)}</p>}
      {found && (
        <table class="questionnaire-table">
          <thead>
            <tr>
              <th scope="col">{t('questionnaire.candidate')}</th>
              <th scope="col">{t('questionnaire.before')}</th>
              <th scope="col">{t('questionnaire.after')}</th>
              <th scope="col">{t('questionnaire.narrower')}</th>
            </tr>
          </thead>
          <tbody>
            {found.candidates.map((one) => (
              <EffectRow key={one.id} told={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function EffectRow({ told: { nameZh, nameEn, before, after } }: { told: Told }) {
  const [from, to] = [before, after].map((one) => one && one.scoreLikely[1] - one.scoreLikely[0])
  return (
    <tr>
      <th scope="row">{say({ zh: nameZh, en: nameEn })}</th>
      <td>{stoodText(before)}</td>
      <td>
        <b>{stoodText(after)}</b>
      </td>
      <td>{from == null || to == null ? '' : widthText(from, to)}</td>
    </tr>
  )
}

function widthText(from: number, to: number): string {
  const [was, is] = [from.toFixed(1), to.toFixed(1)]
  return was === is
    ? t('questionnaire.sameWidth', { points: is })
    : t('questionnaire.width', { from: was, to: is })
}

function stoodText(stood: Told['before']): string {
  if (!stood) return t('questionnaire.left')
  const { rank, rankLikely, score } = stood
  const [low, high] = rankLikely
  const points = score.toFixed(1)
  return low === high
    ? t('questionnaire.stood', { rank, points })
    : t('questionnaire.stoodLikely', { rank, low, high, points })
}
