import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { ScoreBar } from '#web/charts/score-bar.tsx'
import { say, t } from '#web/messages/index.ts'
import { useLazy } from '#web/parts/controls/lazy.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { Words } from '#web/parts/words/words.tsx'
import { COMPARED_MAXIMUM, pinCandidateId, withCompared } from '#web/state/answers/compare.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { shownRange } from '#web/state/view/shown-range.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { rangeOf } from '#web/workspaces/site/ranking/likely.ts'
import { SiteNear, SitePlants } from '#web/workspaces/site/ranking/site-near.tsx'
import { SiteStandings } from '#web/workspaces/site/ranking/site-standings.tsx'
import { SiteTerms } from '#web/workspaces/site/ranking/site-terms.tsx'
import { SiteWhy } from '#web/workspaces/site/ranking/site-why.tsx'

type SiteCandidateProps = { candidate: Candidate; result: RankedAnswer }

export function SiteCandidate({ candidate, result }: SiteCandidateProps) {
  const name = say({ zh: candidate.nameZh, en: candidate.nameEn })
  const {
    Loaded: Freight,
    isFailed,
    words,
  } = useLazy(
    async () => (await import('#web/workspaces/site/freight/site-freight.tsx')).SiteFreight,
  )
  return (
    <div class="site-candidate">
      <p class="site-candidate-head">
        <Standing candidate={candidate} result={result} />
        <AddToCompare candidate={candidate} />
      </p>
      <SiteWhy candidate={candidate} result={result} />
      <ScoreBar
        terms={candidate.terms}
        label={t('site.termTable', { name: candidateName(candidate) })}
      />
      <SiteTerms candidate={candidate} result={result} name={name} />
      <SiteStandings candidate={candidate} asked={result.needs} />
      {candidate.flags.length > 0 && (
        <div class="site-flags">
          <h3>{t('site.flags')}</h3>
          <ul>
            {candidate.flags.map((flag) => (
              <li key={flag.en}>
                <i class="hatch-swatch" aria-hidden="true" />
                {say(flag)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SitePlants candidate={candidate} hasList={!Freight} />
      {isFailed && words}
      {Freight ? (
        <Freight candidateId={candidate.id} />
      ) : (
        <SiteNear title={t('site.suppliers')} places={candidate.suppliers} />
      )}
      <Serving candidate={candidate} />
      {candidate.nearestHub && <SiteNear title={t('site.hub')} places={[candidate.nearestHub]} />}
    </div>
  )
}

/** Its score and rank with what is likely of them, or the bounds. */
function Standing({ candidate, result }: SiteCandidateProps) {
  const range = rangeOf(candidate, result)
  const [low, high] =
    shownRange.value === 'likely' ? candidate.rankLikely : [candidate.rankLow, candidate.rankHigh]
  const isRange = range && Math.round(range[0]) !== Math.round(range[1])
  return (
    <span>
      {t('site.points', { score: Math.round(candidate.score) })}
      {isRange &&
        t(`site.pointsIn.${shownRange.value}`, {
          low: Math.round(range[0]),
          high: Math.round(range[1]),
        })}
      {' · '}
      {low === high || (shownRange.value === 'likely' && !result.isSettled)
        ? t('site.rank', { rank: candidate.rank })
        : t('site.rankBetween', { low, high })}
    </span>
  )
}

/** Which input each firm serves, and how that is known. */
function Serving({ candidate }: { candidate: Candidate }) {
  if (candidate.suppliers.length === 0) return null
  return (
    <div class="site-serving">
      <h3>{t('site.serving')}</h3>
      <ul>
        {candidate.suppliers.map(({ id, nameZh, nameEn, serves }) => (
          <li key={id}>
            <Words of={say({ zh: nameZh, en: nameEn })} />
            {serves.map(({ title, basis, chance }) => (
              <small key={title.zh}>
                {basis !== 'product' && <i class="hatch-swatch" aria-hidden="true" />}
                {say(title)} · {t(`site.basis.${basis}`, { chance: chanceText(chance) })}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddToCompare({ candidate }: { candidate: Candidate }) {
  const id = candidate.kind === 'pin' ? pinCandidateId(candidate.lngLat) : candidate.id
  const { compared } = view.value
  const there = compared.includes(id)
  const full = !there && compared.length >= COMPARED_MAXIMUM
  return (
    <button
      type="button"
      aria-disabled={there || full}
      onClick={() => changeView({ compared: withCompared(compared, id) })}
    >
      {there ? t('site.inCompare') : full ? t('site.compareFull') : t('site.addCompare')}
    </button>
  )
}
