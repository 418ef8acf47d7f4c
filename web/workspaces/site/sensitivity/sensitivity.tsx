// How firm is the first place, and what would change it? Weights, facts, chance, a second opinion.
import '#web/workspaces/site/sensitivity/sensitivity.css'
import { useMemo } from 'preact/hooks'
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { ranked, siting, sitingQuestion } from '#web/state/answers/siting.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SensitivityChances } from '#web/workspaces/site/sensitivity/sensitivity-chances.tsx'
import { SensitivityInputsTable } from '#web/workspaces/site/sensitivity/sensitivity-inputs.tsx'
import { SensitivityOpinions } from '#web/workspaces/site/sensitivity/sensitivity-opinions.tsx'
import { SensitivityPairs } from '#web/workspaces/site/sensitivity/sensitivity-pairs.tsx'
import { SensitivityWeights } from '#web/workspaces/site/sensitivity/sensitivity-weights.tsx'
import {
  firmnessSentences,
  naming,
  percent,
} from '#web/workspaces/site/sensitivity/sensitivity-words.ts'
import { type Firmness, SETTINGS } from '#web/workspaces/site/sensitivity/study.ts'

export function SensitivityBoard() {
  const result = ranked.value
  // The same function as the server's: a moved slider is followed without a request.
  const found = useMemo(() => result && sitingSensitivity(result, SETTINGS), [result])
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
          <div class="sensitivity-columns">
            <div>
              <SensitivityWeights result={result} found={found} />
              <SensitivityOpinions result={result} found={found} />
            </div>
            <div>
              <SensitivityInputsTable result={result} found={found} />
              <SensitivityChances result={result} found={found} draws={SETTINGS.draws} />
            </div>
          </div>
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
  const chances = found.chances.find(({ id }) => id === found.firstId)
  const wholePercent = (share = 0) => Math.round(share * 100)
  const firmness = first
    ? t('sensitivity.firmness', {
        first: candidateName(first),
        near: wholePercent(chances?.nearWeights),
        both: wholePercent(chances?.nearWeightsAndDoubtfulInputs),
      })
    : null
  useAnnounced(firmness)
  return (
    <>
      <p class="lead">
        {firmness} {firmnessSentences(result, found).join(' ')}{' '}
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
