// By what name does a person know a stretch of road?
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { t } from '#web/messages/index.ts'

export type Stretch = DisruptionResult['links'][number]

/** Number and name of the road, both ends, and what carries it: bridge or tunnel. */
export function stretchName({
  id,
  name,
  ref,
  fromName,
  toName,
  endsAre,
  structure,
}: Stretch): string {
  const ends = [...new Set([fromName, toName].filter(Boolean))]
  const where =
    endsAre === 'near' && ends.length > 0
      ? t('disruption.near', { places: ends.join(t('disruption.endsJoin')) })
      : ends.join(t('disruption.endsJoin'))
  const words = [ref, name, where].filter(Boolean).join(' ') || t('disruption.unnamed', { id })
  return structure ? t(`disruption.${structure}`, { name: words }) : words
}
