// How is a road network called, and how does a place meet it, in the reader's words?
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import type { Access } from '#geodata/contract/processes/roads.ts'
import { language, say, t } from '#web/messages/index.ts'

export function networkDate(date: string): string {
  return date || t('network.dateUnknown')
}

/** Name, day of the data, size: what the chip says. */
export function networkText(network: NetworkSummary): string {
  return `${say(network.name)} · ${networkNote(network)}`
}

/** Day of the data, size: what is left out where there is little room. */
export function networkNote({ date, nodes }: NetworkSummary): string {
  return `${networkDate(date)} · ${t('network.junctions', { count: nodes })}`
}

export function distanceText(meters: number): string {
  if (meters < 1000) return t('network.meters', { count: Math.round(meters) })
  const kilometers = meters / 1000
  const digits = kilometers < 10 ? 1 : 0
  const count = kilometers.toLocaleString(language.value, { maximumFractionDigits: digits })
  return t('network.kilometers', { count })
}

/** By which interchange or street, how far, and what is doubtful about it. */
export function accessText(access: Access): string {
  const distance = distanceText(access.accessMeters)
  const by =
    access.entry === 'interchange'
      ? t('network.byInterchange', { name: access.name, distance })
      : t('network.byStreet', { name: access.name || t('network.unnamedStreet'), distance })
  const { passedIslandMeters } = access
  return [
    by,
    passedIslandMeters === null
      ? null
      : t('network.passedIsland', { distance: distanceText(passedIslandMeters) }),
    access.isIsland ? t('network.isIsland') : null,
  ]
    .filter(Boolean)
    .join(t('network.separator'))
}
