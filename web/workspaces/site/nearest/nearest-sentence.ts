// Which is quickest to reach, and is it the one that lies nearest? One sentence, and what else to know.
import { nameOf, t } from '#web/messages/index.ts'
import { likelyDuration, minutesText } from '#web/messages/minutes-text.ts'
import { kilometersText, type NearestAnswer } from '#web/workspaces/site/nearest/nearest-words.ts'

/** Whom the straight line misleads, or that it does not; empty where nothing is measured. */
export function nearestSentence(
  { items, misleading }: Pick<NearestAnswer, 'items' | 'misleading'>,
  origin: string,
): string {
  const byId = new Map(items.map((item) => [item.id, item]))
  const quick = (misleading && byId.get(misleading.timeId)) ?? items[0]
  const straight =
    (misleading && byId.get(misleading.straightId)) ??
    items.find(({ straightRank }) => straightRank === 1)
  if (!quick || !straight) return ''
  const values = {
    origin,
    quick: nameOf(quick),
    quickKm: kilometersText(quick.straightMeters),
    quickMinutes: minutesText(likelyDuration(quick) ?? quick.duration),
    straight: nameOf(straight),
    straightKm: kilometersText(straight.straightMeters),
    straightMinutes: minutesText(likelyDuration(straight) ?? straight.duration),
  }
  if (misleading) return t('nearest.misleading', values)
  return t(quick.id === straight.id ? 'nearest.same' : 'nearest.differ', values)
}

/** How many change places, whether that is sure, and what lies farthest round. */
export function nearestNotes(
  { misleading }: Pick<NearestAnswer, 'misleading'>,
  shown: NearestAnswer['items'],
): string {
  const moved = shown.filter(({ timeRank, straightRank }) => timeRank !== straightRank).length
  const [farthest] = shown
    .flatMap((item) => (item.detour === null ? [] : [{ ...item, detour: item.detour }]))
    .toSorted((a, b) => b.detour - a.detour)
  return [
    t('nearest.order', { shown: shown.length, moved }),
    ...(!misleading && moved > 0 ? [t('nearest.unsure')] : []),
    ...(farthest
      ? [t('nearest.detour', { name: nameOf(farthest), detour: farthest.detour.toFixed(1) })]
      : []),
  ].join(' ')
}
