// What would change the first place, in sentences?
import type { FirstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import type { RankedAnswer } from '#web/state/answers/siting-rank.ts'

/** What sentences are made of: names instead of ids. */
export function naming({ criteria, ranking }: SitingResult) {
  const nameOf = (id: string) => {
    const candidate = ranking.find((one) => one.id === id)
    return candidate ? candidateName(candidate) : id
  }
  const criterionOf = (id: CriterionId) => criteria.find((one) => one.id === id)
  const titleOf = (id: CriterionId) => {
    const criterion = criterionOf(id)
    return criterion ? say(criterion.title) : id
  }
  return { nameOf, titleOf, criterionOf }
}

/** A share of all weight as per cent; one decimal where whole numbers would hide a change. */
export function percent(share: number): string {
  return String(Math.round(share * 1000) / 10)
}

/** The few sentences that say how firm the first place is, the most important first. */
export function firmnessSentences(result: RankedAnswer, changes: FirstPlaceChanges): string[] {
  if (changes.firstId === null) return []
  if (result.ranking.length === 1) return [t('sensitivity.only')]
  return [...chanceSentence(result), weightSentence(result, changes)]
}

/** How sure the first place is, and who cannot be told apart from it. */
function chanceSentence(result: RankedAnswer): string[] {
  const [first] = result.ranking
  if (!first || !result.isSettled) return []
  const tied = result.ranking.filter(({ group }) => group === 1)
  return [
    tied.length > 1
      ? t('sensitivity.tied', { names: tied.map(candidateName).join(t('site.and')) })
      : t('sensitivity.alone', {
          first: candidateName(first),
          chance: chanceText(first.chanceFirst),
        }),
  ]
}

function weightSentence(result: SitingResult, { ofOne, firstId }: FirstPlaceChanges): string {
  const { nameOf, titleOf } = naming(result)
  if (!ofOne) return t('sensitivity.noWeight', { first: nameOf(firstId ?? '') })
  return t('sensitivity.oneWeight', {
    criterion: titleOf(ofOne.criterion),
    from: percent(ofOne.fromShare),
    to: percent(ofOne.toShare),
    up: ofOne.toShare > ofOne.fromShare ? 'yes' : 'no',
    rival: nameOf(ofOne.rivalId),
  })
}
