// What would change the first place, in sentences?
import type { FirstPlaceChanges } from '#geodata/analysis/decision/siting-sensitivity.ts'
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { amount, unitWord } from '#web/parts/words/measured.ts'

type DecidingInput = SensitivityResult['decidingInputs'][number]

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

/** Whether the winner changes above the level, or below: a rival's input good, or the first's bad. */
export function changesAbove(result: SitingResult, input: DecidingInput): boolean {
  const criterion = naming(result).criterionOf(input.criterion)
  const moreIsBetter = criterion ? criterion.best > criterion.worst : true
  return (input.id === input.rivalId) === moreIsBetter
}

/** The amount above or below which the winner changes; of what is counted, the last that changes nothing. */
export function levelText(result: SitingResult, input: DecidingInput): string {
  const unit = naming(result).criterionOf(input.criterion)?.unit ?? 'minutes'
  const { levelRaw } = input
  if (unit === 'plants' || unit === 'companies') {
    return String(changesAbove(result, input) ? Math.ceil(levelRaw) - 1 : Math.floor(levelRaw) + 1)
  }
  const isFine = Math.abs(levelRaw) < 10 && unit !== 'share'
  return isFine ? String(Math.round(levelRaw * 10) / 10) : amount(levelRaw, unit)
}

/** The few sentences that say how firm the first place is, the most important first. */
export function firmnessSentences(result: SitingResult, changes: FirstPlaceChanges): string[] {
  if (changes.firstId === null) return []
  if (result.ranking.length === 1) return [t('sensitivity.only')]
  return [inputSentence(result, changes), weightSentence(result, changes)]
}

function inputSentence(result: SitingResult, changes: FirstPlaceChanges): string {
  const { nameOf, titleOf, criterionOf } = naming(result)
  const [first] = result.ranking
  const input = changes.decidingInputs.find(({ known }) => !known) ?? changes.decidingInputs[0]
  if (!input || !first) {
    return changes.doubtfulCount === 0
      ? t('sensitivity.allKnown')
      : t('sensitivity.noUnknown', { count: changes.doubtfulCount })
  }
  const criterion = criterionOf(input.criterion)
  const values = {
    first: candidateName(first),
    rival: nameOf(input.rivalId),
    criterion: titleOf(input.criterion),
    level: levelText(result, input),
    unit: criterion ? unitWord(criterion.unit) : '',
    above: changesAbove(result, input) ? 'yes' : 'no',
    firstScore: input.firstScore.toFixed(0),
    rivalScore: input.rivalScore.toFixed(0),
  }
  return input.id === input.rivalId
    ? t('sensitivity.rivalUnknown', values)
    : t('sensitivity.firstUnknown', values)
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
