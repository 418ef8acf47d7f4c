// Where does it belong? The ranking with its reasons, doubts, exclusions and assumptions.

import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { type Range, scoreDomain } from '#geodata/drawing/charts/score-domain.ts'
import { inSight } from '#web/api/asked.ts'
import { ScoreAxis } from '#web/charts/score-strip.tsx'
import { say, t } from '#web/messages/index.ts'
import { ringsBusy } from '#web/panels/frame/rings-request.ts'
import { PictureButton } from '#web/panels/print/picture-button.tsx'
import { SitingPlaces } from '#web/panels/print/siting-places.tsx'
import { SitingWorkbook } from '#web/panels/print/siting-workbook.tsx'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { scoreParts } from '#web/parts/words/measured.ts'
import { networkDate } from '#web/parts/words/network-words.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { WorkedOut } from '#web/parts/words/worked-out-words.tsx'
import { ranked, siting, sitingQuestion } from '#web/state/answers/siting.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { editQuestion } from '#web/workspaces/site/asking.ts'
import { likeliestSaid, rangeOf, tiedFirsts } from '#web/workspaces/site/ranking/likely.ts'
import { SiteDoubt } from '#web/workspaces/site/ranking/site-doubt.tsx'
import { inOrder } from '#web/workspaces/site/ranking/site-order.ts'
import { SiteOrderChoice } from '#web/workspaces/site/ranking/site-order-choice.tsx'
import { SiteRow } from '#web/workspaces/site/ranking/site-row.tsx'

const worthFirst: Load = async () =>
  (await import('#web/workspaces/site/sensitivity/worth-first.tsx')).WorthFirst

/** The explaining panel of the siting workspace, right of the map. */
export function SiteResults() {
  const state = siting.value
  const result = ranked.value
  useAnnounced(state.kind === 'answered' && result ? saidOf(result) : null)
  return (
    <aside class="inspector site-results" aria-label={t('site.results')}>
      <button type="button" class="narrow-only" onClick={() => editQuestion(true)}>
        {t('site.changeQuestion')}
      </button>
      <div class="site-status" role="status" aria-live="polite">
        {state.kind === 'computing' && (
          <p class="site-progress">
            <progress aria-label={t('site.computing', { count: 0 })} />
            {t('site.computing', { count: result?.ranking.length ?? 0 })}
            <button type="button" class="quiet" onClick={sitingQuestion.cancel}>
              {t('site.cancel')}
            </button>
          </p>
        )}
        {ringsBusy.value && state.kind !== 'computing' && (
          <p class="site-progress">{t('site.ringsComputing')}</p>
        )}
        {state.kind === 'cancelled' && (
          <p>
            {t('site.cancelled')}
            <Again />
          </p>
        )}
      </div>
      {state.kind === 'unasked' && (
        <div class="site-empty">
          <h2>{t('site.empty')}</h2>
          <p>{t('site.emptyHint')}</p>
        </div>
      )}
      {state.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('site.failed')}</h2>
          <p>{problemText(state.problem)}</p>
          <Again />
        </div>
      )}
      {result && state.kind !== 'failed' && <Ranking result={result} />}
    </aside>
  )
}

/** Who is first, and how one's own pin and the chosen place stand. */
function saidOf({ ranking }: SitingResult): string | null {
  const { selection, siteOrder } = view.value
  const [first] = inOrder(ranking, siteOrder)
  if (!first) return null
  const standing = (candidate: Candidate) => ({
    name: candidateName(candidate),
    rank: candidate.rank,
    score: scoreParts(candidate).score,
  })
  const others = ranking.filter(
    ({ id, kind }) => id !== first.id && (kind === 'pin' || id === selection?.id),
  )
  return [
    t('site.said', { count: ranking.length, ...standing(first) }),
    ...others.map((one) => t('site.saidOther', standing(one))),
  ].join(t('site.saidThen'))
}

function Again() {
  return (
    <button type="button" onClick={sitingQuestion.again}>
      {t('site.again')}
    </button>
  )
}

function Ranking({ result }: { result: RankedAnswer }) {
  const { ranking, question, basis } = result
  const { siteOrder } = view.value
  const tied = tiedFirsts(result).length
  // On a phone the ranking comes first.
  const isNarrow = useMedia('(max-width: 760px)')
  return (
    <>
      <header class="site-results-head">
        <div class="site-results-title">
          <h2>
            {siteOrder === 'score'
              ? tied > 0
                ? t('site.countTied', { count: ranking.length, tied })
                : t('site.count', { count: ranking.length })
              : t(`freight.countBy.${siteOrder}`, { count: ranking.length })}
          </h2>
          <SiteOrderChoice />
        </div>
        <FirstChance result={result} />
        <p>
          {say(question.product ?? question.segment)} ·{' '}
          {t('site.basis', {
            name: say(basis.network.name),
            date: networkDate(basis.network.date),
          })}
          {' · '}
          <WorkedOut of={inSight(siting.value)} />
        </p>
        {question.product && question.matchedBy === 'segment' && (
          <p class="site-note">
            {t('site.matchedBySegment', {
              product: say(question.product),
              segment: say(question.segment),
            })}
          </p>
        )}
      </header>
      {result.notices.map((notice) => (
        <p class="site-note" role="note" key={notice.en}>
          {say(notice)}
        </p>
      ))}
      {ranking.length > 1 && !isNarrow && <Lazy load={worthFirst} />}
      {ranking.length === 0 ? <NothingFeasible result={result} /> : <List result={result} />}
      {ranking.length > 1 && isNarrow && <Lazy load={worthFirst} />}
      <p class="site-go">
        <GoCompare />
        {ranking.length > 0 && (
          <button type="button" onClick={() => window.print()}>
            {t('print.act')}
          </button>
        )}
        {ranking.length > 0 && <SitingWorkbook />}
        {ranking.length > 0 && <SitingPlaces />}
        {ranking.length > 0 && (
          <PictureButton
            about={async () =>
              (await import('#web/workspaces/site/ranking/site-sheet.tsx')).sitePicture(result)
            }
          />
        )}
      </p>
      <Excluded result={result} />
      <Assumptions result={result} />
      <SiteDoubt result={result} />
    </>
  )
}

/** Who is most likely first, and how sure that is; where another has the highest score, why both are said. */
function FirstChance({ result }: { result: RankedAnswer }) {
  const [likeliest, other] = likeliestSaid(result)
  if (!likeliest) return null
  return (
    <p class="site-likeliest">
      <b>{likeliest}</b> {other}
    </p>
  )
}

/** So many rows say how far the axis reaches. */
const AXIS_ROWS = 12

function List({ result }: { result: RankedAnswer }) {
  const { ranking } = result
  const { siteOrder } = view.value
  // Beyond the leading ones a strip only shows that it lies far below.
  const ranges = ranking
    .slice(0, AXIS_ROWS)
    .map((candidate): Range => rangeOf(candidate, result) ?? [candidate.score, candidate.score])
  const domain = scoreDomain(ranges)
  const [first] = ranking
  const behind = first ? rangeOf(first, result) : null
  return (
    <>
      <div class="site-list-head">
        <ShownRangeChoice />
        <span class="site-list-axis">
          <ScoreAxis domain={domain} />
        </span>
        <span>{t('site.colPoints')}</span>
        <span title={t('site.chanceFirst')}>{t('site.chanceShort')}</span>
      </div>
      <ol class="site-ranking" aria-label={t('site.results')}>
        {inOrder(ranking, siteOrder).map((candidate) => (
          <SiteRow
            key={candidate.id}
            candidate={candidate}
            result={result}
            name={candidateName(candidate)}
            domain={domain}
            behind={behind}
          />
        ))}
      </ol>
    </>
  )
}

function NothingFeasible({ result }: { result: SitingResult }) {
  const titleOf = (id: string) => {
    const need = result.needs.find((one) => one.id === id)
    return need ? say(need.title) : id
  }
  const giveUp = (needIds: readonly string[]) => {
    const { ask } = view.peek()
    const needs = ask.needs.map((need) =>
      needIds.includes(need.id) ? { ...need, isHard: false } : need,
    )
    changeView({ ask: { ...ask, needs } })
  }
  return (
    <div class="site-empty" role="alert">
      <h2>{t('site.nothing')}</h2>
      {result.relaxations.slice(0, 4).map(({ needIds, siteIds }) => {
        const titles = needIds.map(titleOf).join(t('site.and'))
        return (
          <p key={titles}>
            {t('site.nothingRelax', { constraint: titles, count: siteIds.length })}{' '}
            <button type="button" onClick={() => giveUp(needIds)}>
              {t('site.relax', { constraint: titles })}
            </button>
          </p>
        )
      })}
    </div>
  )
}

function GoCompare() {
  const count = view.value.compared.length
  if (count === 0) return null
  return (
    <button type="button" class="primary" onClick={() => changeView({ workspace: 'compare' })}>
      {t('site.goCompare', { count })}
    </button>
  )
}

function Excluded({ result }: { result: SitingResult }) {
  if (result.excluded.length === 0) return null
  return (
    <details class="site-more">
      <summary>{t('site.excluded', { count: result.excluded.length })}</summary>
      <ul>
        {result.excluded.map((one) => (
          <li key={one.id}>
            <span>{say({ zh: one.nameZh, en: one.nameEn })}</span>
            <small>{one.against.map(({ told }) => say(told)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Assumptions({ result }: { result: SitingResult }) {
  if (result.assumptions.length === 0) return null
  return (
    <details class="site-more">
      <summary>{t('site.assumptions', { count: result.assumptions.length })}</summary>
      <ul>
        {result.assumptions.map((one) => (
          <li key={one.id}>
            <span>
              {say(one.text)} <b>{`${one.value} ${one.unit}`}</b>
            </span>
            <small>
              <em class={one.kind === 'assumption' ? 'assumed' : 'documented'}>
                {t(`question.kind.${one.kind}`)}
              </em>{' '}
              <Words of={one.source} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
