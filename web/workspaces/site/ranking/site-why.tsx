// Why does a candidate stand where it stands? In two sentences: what it gains most by, and where it falls behind.

import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { centralText, unitWord } from '#web/parts/words/measured.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'
import { leadOf } from '#web/workspaces/site/ranking/likely.ts'

type SiteWhyProps = { candidate: Candidate; result: RankedAnswer }

/** Against the first; the first against the second. */
export function SiteWhy({ candidate, result }: SiteWhyProps) {
  const { ranking, criteria, isSettled } = result
  const other = ranking[0]?.id === candidate.id ? ranking[1] : ranking[0]
  if (!other) return null
  const { gains, loses } = leadOf(candidate, other)
  const told = (term: SitingTerm) => {
    const title = criteria.find(({ id }) => id === term.criterion)?.title
    const theirs = other.terms.find(({ criterion }) => criterion === term.criterion)
    return {
      criterion: title ? say(title) : term.criterion,
      mine: `${centralText(term)} ${unitLong(term.unit)}`,
      theirs: theirs?.known ? `${centralText(theirs)} ${unitLong(term.unit)}` : t('site.unknown'),
      other: candidateName(other),
    }
  }
  return (
    <p class="site-why">
      {gains && t('site.whyGains', told(gains))} {loses && t('site.whyLoses', told(loses))}{' '}
      {isSettled &&
        other.id === ranking[0]?.id &&
        t('site.whyBehind', {
          other: candidateName(other),
          chance: chanceText(candidate.firstIsAhead),
        })}
    </p>
  )
}

/** In a sentence beside points, minutes are written out: both are 分. */
function unitLong(unit: SitingTerm['unit']): string {
  return unit === 'minutes' ? t('site.minutesLong') : unitWord(unit)
}
