// Why does this candidate stand where it stands? Term by term, with the plants and the doubts.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { useLazy } from '#web/parts/controls/lazy.tsx'
import { COMPARED_MAXIMUM, pinCandidateId, withCompared } from '#web/state/answers/compare.ts'
import type { Candidate } from '#web/state/answers/siting-rank.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SiteNear, SitePlants } from '#web/workspaces/site/ranking/site-near.tsx'
import { SiteStandings } from '#web/workspaces/site/ranking/site-standings.tsx'
import { SiteTerms } from '#web/workspaces/site/ranking/site-terms.tsx'

type SiteCandidateProps = { candidate: Candidate; result: SitingResult }

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
        <span>
          {candidate.rankLow === candidate.rankHigh
            ? t('site.rank', { rank: candidate.rank })
            : t('site.rankBetween', { low: candidate.rankLow, high: candidate.rankHigh })}
        </span>
        <AddToCompare candidate={candidate} />
      </p>
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
      {candidate.nearestHub && <SiteNear title={t('site.hub')} places={[candidate.nearestHub]} />}
    </div>
  )
}

function AddToCompare({ candidate }: { candidate: Candidate }) {
  const id = candidate.kind === 'park' ? candidate.id : pinCandidateId(candidate.lngLat)
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
