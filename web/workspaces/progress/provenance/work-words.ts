// How is work on the data put in words: its effect, its day, its kind?
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Effect, ProvenanceResult, WeakRow } from '#geodata/contract/processes/provenance.ts'
import { language, say, t } from '#web/messages/index.ts'

type Task = NonNullable<WeakRow['task']>

/** Why it matters, never as a certainty. */
export function effectText({ effect, parts }: WeakRow): string {
  switch (effect.kind) {
    case 'chance': {
      const isPlace = parts[0]?.field === 'place'
      const chance = chanceText(effect.chanceOther)
      return t(isPlace ? 'provenance.effect.place' : 'provenance.effect.known', { chance })
    }
    case 'unknown':
      return t('provenance.effect.unknown', { why: say(effect.why) })
    default:
      return t(`provenance.effect.${effect.kind}`)
  }
}

/** By how many points the chance of choosing right rises; null: it is not counted. */
export function gainedText(effect: Effect): string | null {
  if (effect.kind !== 'chance') return null
  const points = new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 })
  return t('provenance.effect.gained', { points: points.format(effect.chanceGained * 100) })
}

const DAY_MILLISECONDS = 86_400_000

/** How far its day is off, or that it is past. */
export function dueText({ dueDate, doneDate }: Task, today: string): string {
  if (doneDate !== null) return t('provenance.doneOn', { date: doneDate })
  const days = Math.round((Date.parse(dueDate) - Date.parse(today)) / DAY_MILLISECONDS)
  if (days < 0) return t('provenance.overdueBy', { days: -days })
  return days === 0 ? t('provenance.dueToday') : t('provenance.dueIn', { days })
}

/** The question whose first place counts, in words. */
export function questionText({ question, isDefaultQuestion }: ProvenanceResult): string {
  const made = say(question.product ?? question.segment)
  return t(isDefaultQuestion ? 'provenance.question.default' : 'provenance.question.made', { made })
}
