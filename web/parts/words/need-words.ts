// What does a place have of a need, and if it meets it in some draws only, in how many?

import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { NeedFound, SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'

type Standings = SitingResult['needs'][number]['standings']

/** How many candidates stand how: a range that crosses the limit is not the same as nothing known. */
export function standingsTold(
  { failed = 0, perhaps = 0, unknown = 0, met = 0 }: Standings,
  isHard: boolean,
): string[] {
  return [
    isHard ? t('site.excludedBy', { count: failed }) : t('site.wishStands', { met, failed }),
    ...(perhaps > 0 ? [t('site.perhapsKept', { count: perhaps })] : []),
    ...(unknown > 0 ? [t('site.unknownKept', { count: unknown })] : []),
  ]
}

type Told = Pick<NeedFound, 'standing' | 'told' | 'chance' | 'low' | 'high'>

/** In words; how often and between which bounds only where that is sure neither way. */
export function needTold(
  { standing, told, chance, low, high }: Told,
  unit: SitingResult['needs'][number]['unit'],
): string {
  const isInDraws = standing === 'perhaps' && chance !== null && unit !== null
  if (!isInDraws || low === null || high === null) return say(told)
  return t('question.needInDraws', {
    told: say(told),
    chance: chanceText(chance),
    low: Math.round(low),
    high: Math.round(high),
    unit: t(`site.needUnit.${unit}`),
  })
}
