// One candidate of the ranking: its place, its points or what the list is read by, and why.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { RankStrip } from '#web/charts/rank-strip.tsx'
import { ScoreBar } from '#web/charts/score-bar.tsx'
import { t } from '#web/messages/index.ts'
import { measuredText, scoreParts } from '#web/parts/words/measured.ts'
import { PIN_ID } from '#web/state/answers/siting.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SiteCandidate } from '#web/workspaces/site/ranking/site-candidate.tsx'
import { doubtsOf, plantMinutesOf } from '#web/workspaces/site/ranking/site-order.ts'

/** Whether a candidate is the open one: the selected place, or the pin when none is selected. */
function isOpen(candidate: Candidate): boolean {
  const { selection, pin } = view.value
  const collection = collectionOf(candidate)
  if (collection) return selection?.collection === collection && selection.id === candidate.id
  const isPlace = selection?.collection === 'parks' || selection?.collection === 'sites'
  return candidate.id === PIN_ID && pin !== null && !isPlace
}

/** Where it is recorded; null: nowhere, it is the user's pin. */
function collectionOf({ kind }: Candidate): string | null {
  return kind === 'pin' ? null : kind === 'site' ? 'sites' : 'parks'
}

type SiteRowProps = { candidate: Candidate; result: SitingResult; name: string }

/** One line of the ranking; opened, everything for and against it. */
export function SiteRow({ candidate, result, name }: SiteRowProps) {
  const open = isOpen(candidate)
  const { score } = scoreParts(candidate)
  const toggle = () => {
    const collection = open ? null : collectionOf(candidate)
    changeView({ selection: collection ? { collection, id: candidate.id } : null })
  }
  return (
    <li class={open ? 'site-row open' : 'site-row'} data-candidate={candidate.id}>
      <button type="button" class="site-row-button" aria-expanded={open} onClick={toggle}>
        <b class="site-rank">{candidate.rank}</b>
        <span class="site-name">
          {name}
          {candidate.flags.length > 0 && <i class="hatch-swatch" aria-hidden="true" />}
        </span>
        <ScoreBar
          terms={candidate.terms}
          label={t('site.scoreLabel', {
            score,
            low: Math.round(candidate.scoreLow),
            high: Math.round(candidate.scoreHigh),
          })}
        />
        <Counted candidate={candidate} />
        <RankStrip
          rank={candidate.rank}
          rankLow={candidate.rankLow}
          rankHigh={candidate.rankHigh}
          count={result.ranking.length}
          label={t('site.rankLabel', {
            rank: candidate.rank,
            low: candidate.rankLow,
            high: candidate.rankHigh,
            count: result.ranking.length,
          })}
        />
      </button>
      {open && <SiteCandidate candidate={candidate} result={result} />}
    </li>
  )
}

/** What the list is read by: points, minutes to the plants, or doubts. */
function Counted({ candidate }: { candidate: Candidate }) {
  const { siteOrder } = view.value
  if (siteOrder === 'doubts') {
    return (
      <span class="site-score">
        <b>{doubtsOf(candidate)}</b>
      </span>
    )
  }
  if (siteOrder === 'minutes') {
    const term = plantMinutesOf(candidate)
    return (
      <span class="site-score">
        {term ? <b>{measuredText(term)}</b> : <span class="unknown">{t('site.unknown')}</span>}
      </span>
    )
  }
  const { score, doubt } = scoreParts(candidate)
  return (
    <span class="site-score">
      <b>{score}</b>
      {doubt && <small>{doubt}</small>}
    </span>
  )
}
