// One candidate of the ranking: its place, its points or what the list is read by, and why.

import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Range, ScoreDomain } from '#geodata/drawing/charts/score-domain.ts'
import { ScoreStrip } from '#web/charts/score-strip.tsx'
import { t } from '#web/messages/index.ts'
import { measuredText, scoreParts } from '#web/parts/words/measured.ts'
import { PIN_ID } from '#web/state/answers/siting.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { rangeOf, tiedFirsts } from '#web/workspaces/site/ranking/likely.ts'
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

type SiteRowProps = {
  candidate: Candidate
  result: RankedAnswer
  name: string
  domain: ScoreDomain
  /** The range of the first, drawn behind every row. */
  behind: Range | null
}

/** One line of the ranking; opened, everything for and against it. */
export function SiteRow({ candidate, result, name, domain, behind }: SiteRowProps) {
  const open = isOpen(candidate)
  const range = rangeOf(candidate, result)
  const toggle = () => {
    const collection = open ? null : collectionOf(candidate)
    changeView({ selection: collection ? { collection, id: candidate.id } : null })
  }
  const isTied = tiedFirsts(result).includes(candidate)
  return (
    <li
      class={`site-row${open ? ' open' : ''}${isTied ? ' tied' : ''}`}
      data-candidate={candidate.id}
    >
      <button type="button" class="site-row-button" aria-expanded={open} onClick={toggle}>
        <b class="site-rank">{candidate.rank}</b>
        <span class="site-name">
          {name}
          {candidate.flags.length > 0 && <i class="hatch-swatch" aria-hidden="true" />}
        </span>
        <ScoreStrip
          domain={domain}
          score={candidate.score}
          range={range}
          behind={behind}
          label={stripLabel(candidate, range)}
        />
        <Counted candidate={candidate} />
        <Chance chance={result.isSettled ? candidate.chanceFirst : null} />
      </button>
      {open && <SiteCandidate candidate={candidate} result={result} />}
    </li>
  )
}

function stripLabel({ score }: Candidate, range: Range | null): string {
  return range
    ? t(shownRange.value === 'likely' ? 'site.scoreLabel' : 'site.scoreBounds', {
        score: Math.round(score),
        low: Math.round(range[0]),
        high: Math.round(range[1]),
      })
    : t('site.scoreAlone', { score: Math.round(score) })
}

/** Of being first; null: not drawn yet under these weights. */
function Chance({ chance }: { chance: number | null }) {
  return (
    <span class="site-chance" title={t('site.chanceFirst')}>
      <span class="site-chance-bar" aria-hidden="true">
        <i style={{ width: `${(chance ?? 0) * 100}%` }} />
      </span>
      <span>
        <span class="visually-hidden">{t('site.chanceFirst')} </span>
        {chance === null ? '…' : chanceText(chance)}
      </span>
    </span>
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
  return (
    <span class="site-score">
      <b>{scoreParts(candidate).score}</b>
    </span>
  )
}
