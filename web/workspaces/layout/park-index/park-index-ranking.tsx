// In which order do the parks stand, and between which ranks may each be?
import { useState } from 'preact/hooks'
import type {
  IndexedPark,
  IndexTermValue,
  ParkIndexResult,
} from '#geodata/contract/processes/park-index.ts'
import { RankStrip } from '#web/charts/rank-strip.tsx'
import { ScoreBar, type ScoreTerm } from '#web/charts/score-bar.tsx'
import { language, t } from '#web/messages/index.ts'
import { ParkIndexTerms } from '#web/workspaces/layout/park-index/park-index-terms.tsx'
import { scoreText } from '#web/workspaces/layout/park-index/park-index-words.ts'

export function ParkIndexRanking({ result }: { result: ParkIndexResult }) {
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <section class="index-ranking" aria-labelledby="index-ranking">
      <h2 id="index-ranking">
        {t('parkIndex.ranking', { count: result.ranking.length })}{' '}
        <small>
          <i class="hatch-swatch" aria-hidden="true" />
          {t('parkIndex.rankingHint')}
        </small>
      </h2>
      <ol>
        {result.ranking.map((park) => (
          <Row
            key={park.id}
            park={park}
            result={result}
            isOpen={openId === park.id}
            toggle={() => setOpenId(openId === park.id ? null : park.id)}
          />
        ))}
      </ol>
    </section>
  )
}

/** A term is drawn with its doubt as soon as that is wider than half a point. */
function asDrawn(term: IndexTermValue): ScoreTerm {
  return { ...term, known: term.contributionHigh - term.contributionLow < 0.5 }
}

type RowProps = {
  park: IndexedPark
  result: ParkIndexResult
  isOpen: boolean
  toggle: () => void
}

function Row({ park, result, isOpen, toggle }: RowProps) {
  const { rank, rankLow, rankHigh } = park
  const ranks = rankLow === rankHigh ? `${rank}` : `${rankLow}–${rankHigh}`
  const score = scoreText(park)
  return (
    <li class={isOpen ? 'site-row open' : 'site-row'} data-park={park.id}>
      <button type="button" class="index-row" aria-expanded={isOpen} onClick={toggle}>
        <span class="index-rank">{ranks}</span>
        <RankStrip
          rank={rank}
          rankLow={rankLow}
          rankHigh={rankHigh}
          count={result.ranking.length}
          label={t('parkIndex.rankLabel', { ranks, count: result.ranking.length })}
        />
        <span class="site-name">{language.value === 'en' ? park.labelEn : park.labelZh}</span>
        <ScoreBar terms={park.terms.map(asDrawn)} label={t('parkIndex.scoreLabel', { score })} />
        <b>{score}</b>
      </button>
      {isOpen && <ParkIndexTerms park={park} terms={result.terms} />}
    </li>
  )
}
