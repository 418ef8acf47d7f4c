// How firm is the first place, and what would change it? Weights, facts, chance, a second opinion.
import '#web/workspaces/site/sensitivity/sensitivity.css'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { firstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { inSight } from '#web/api/asked.ts'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { ranked, siting, sitingQuestion } from '#web/state/answers/siting.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { likeliestSaid } from '#web/workspaces/site/ranking/likely.ts'
import { SensitivityBefore } from '#web/workspaces/site/sensitivity/sensitivity-before.tsx'
import { SensitivityChances } from '#web/workspaces/site/sensitivity/sensitivity-chances.tsx'
import { SensitivityOpinions } from '#web/workspaces/site/sensitivity/sensitivity-opinions.tsx'
import { SensitivityPairs } from '#web/workspaces/site/sensitivity/sensitivity-pairs.tsx'
import { SensitivityWeights } from '#web/workspaces/site/sensitivity/sensitivity-weights.tsx'
import {
  firmnessSentences,
  naming,
  percent,
} from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import type { Firmness } from '#web/workspaces/site/sensitivity/study.ts'
import { useSensitivity } from '#web/workspaces/site/sensitivity/use-sensitivity.ts'
import { WorthKnowing } from '#web/workspaces/site/sensitivity/worth-knowing.tsx'

export function SensitivityBoard() {
  const result = ranked.value
  // The same function as the server's: a moved slider is followed without a request.
  const found = useMemo(() => result && firstPlaceChanges(result), [result])
  return (
    <div class="sensitivity-board">
      <header>
        <h1>{t('sensitivity.title')}</h1>
        {result && found?.firstId ? (
          <Conclusion result={result} found={found} />
        ) : (
          <Unanswered isEmpty={result?.ranking.length === 0} />
        )}
      </header>
      {result && found?.firstId && result.ranking.length > 1 && (
        <>
          <Draws result={result}>
            <SensitivityWeights result={result} found={found} />
          </Draws>
          <SensitivityPairs result={result} />
          <footer class="site-note">
            <p>{t('sensitivity.method')}</p>
            <p>
              <BasisLine basis={result.basis} />
            </p>
          </footer>
        </>
      )}
    </div>
  )
}

/** What the server draws for the same question; the weights stand beside it at once. */
function Draws({ result, children }: { result: RankedAnswer; children: ComponentChildren }) {
  const { answer, again } = useSensitivity()
  const found = inSight(answer)
  return (
    <>
      <AnswerStatus answer={answer} again={again} />
      {found && <WorthKnowing result={result} found={found} />}
      <div class="sensitivity-columns">
        <div>
          {children}
          {found && <SensitivityOpinions result={result} found={found} />}
        </div>
        {found && (
          <div>
            <SensitivityChances result={result} found={found} />
            <SensitivityBefore result={result} found={found} />
          </div>
        )}
      </div>
    </>
  )
}

/** Why there is no first place: nothing asked, nothing left, still on its way, or failed. */
function Unanswered({ isEmpty }: { isEmpty: boolean }) {
  const state = siting.value
  if (state.kind === 'failed') {
    return (
      <div class="site-failed" role="alert">
        <h2>{t('site.failed')}</h2>
        <p>{problemText(state.problem)}</p>
        <button type="button" onClick={sitingQuestion.again}>
          {t('site.again')}
        </button>
      </div>
    )
  }
  return (
    <p class="lead" role="status">
      {state.kind === 'computing'
        ? t('site.computing', { count: 0 })
        : isEmpty
          ? t('site.nothing')
          : t('sensitivity.none')}
    </p>
  )
}

function Conclusion({ result, found }: Firmness) {
  const { nameOf } = naming(result)
  const [first, next] = result.ranking
  const all = found.ofAll
  const firmness =
    first && result.isSettled
      ? t('sensitivity.firmness', {
          first: candidateName(first),
          chance: chanceText(first.chanceFirst),
          three: chanceText(first.chanceTopThree),
        })
      : null
  useAnnounced(firmness)
  return (
    <>
      <p class="lead">
        {firmness} {likeliestSaid(result).join(' ')} {firmnessSentences(result, found).join(' ')}{' '}
        {next &&
          first &&
          (all
            ? t('sensitivity.allWeights', {
                moved: percent(all.movedShare),
                rival: nameOf(all.rivalId),
              })
            : t('sensitivity.noWeights', { first: candidateName(first) }))}
      </p>
      {next && first && unproven(first).length > 0 && (
        <p class="lead">
          <i class="hatch-swatch" aria-hidden="true" />
          {t('sensitivity.needsOfFirst', {
            first: candidateName(first),
            next: candidateName(next),
            needs: unproven(first)
              .map(({ id }) => needTitle(result, id))
              .join(t('site.and')),
            also: unproven(next).length > 0 ? 'yes' : 'no',
          })}
        </p>
      )}
      {Object.keys(view.value.weights).length > 0 && (
        <button type="button" onClick={() => changeView({ weights: {} })}>
          {t('sensitivity.back')}
        </button>
      )}
    </>
  )
}

/** Hard needs it is not known to meet: it stays in, but may have to go. */
function unproven({ needs }: Candidate): Candidate['needs'] {
  return needs.filter(({ isHard, standing }) => isHard && standing !== 'met')
}

function needTitle({ needs }: SitingResult, id: string): string {
  const need = needs.find((one) => one.id === id)
  return need ? say(need.title) : id
}
