// What do the coordinates of a file seem to be, and how is that said? Sentences and shares of one reading.
import type { ImportCoordinates, ImportSaying, ImportSystem } from '#geodata/contract/imports.ts'
import { language, say, t } from '#web/messages/index.ts'

/** A system with the way its two columns are read, where that is not as they stand. */
export function systemName({ words, reading }: Pick<ImportSystem, 'words' | 'reading'>): string {
  const how = say(reading)
  return how ? t('imports.systemRead', { system: say(words), how }) : say(words)
}

export type Share = { kind: 'road' | 'area' | 'region'; share: number }

/** The shares that are known of a reading, at most two: what tells readings apart comes first. */
export function sharesOf(system: ImportSystem): Share[] {
  const { rows, byRoad, namesArea, inNamedArea, inRegion } = system
  const shares: Share[] = []
  if (byRoad !== null && rows > 0) shares.push({ kind: 'road', share: byRoad / rows })
  if (namesArea > 0) shares.push({ kind: 'area', share: inNamedArea / namesArea })
  if (shares.length < 2 && rows > 0) shares.push({ kind: 'region', share: inRegion / rows })
  return shares
}

/** A percentage that is 100 or 0 only where it is all or none. */
export function percentOf(share: number): number {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return 99
  return rounded === 0 && share > 0 ? 1 : rounded
}

/** A length for a sentence: meters below a kilometer, else kilometers. */
export function lengthText(meters: number): string {
  const length = Math.abs(meters)
  if (length < 1000) return t('imports.meters', { count: Math.round(length) })
  const digits = length < 10_000 ? 2 : length < 100_000 ? 1 : 0
  return t('imports.kilometers', { count: (length / 1000).toFixed(digits) })
}

/** Where the middle row lies by this reading, seen from the likeliest. */
function shiftText({ eastMeters, northMeters }: ImportSystem): string {
  const parts = [
    Math.abs(eastMeters) >= 10 && { is: eastMeters > 0 ? 'east' : 'west', by: eastMeters },
    Math.abs(northMeters) >= 10 && { is: northMeters > 0 ? 'north' : 'south', by: northMeters },
  ].flatMap((part) => part || [])
  return parts
    .map(({ is, by }) => t(`imports.shift.${is as 'east'}`, { length: lengthText(by) }))
    .join(t('common.listSeparator'))
}

/** What the coordinates seem to be; once somebody has chosen, what they are read as. */
export function proposalTitle(
  { answer, systems, others }: ImportCoordinates,
  confirmed: string | null,
): string {
  const found = [...systems, ...others].find(({ key }) => key === confirmed)
  if (found) return t('imports.confirmed', { system: systemName(found) })
  const [first] = systems
  if (answer === 'told' && first) return t('imports.told', { system: systemName(first) })
  return t(`imports.answer.${answer === 'told' ? 'nowhere' : answer}`)
}

/** The evidence in a sentence or two. */
export function proposalText(coordinates: ImportCoordinates, confirmed: string | null): string {
  const { answer, systems, rowsWith, rowsWithout } = coordinates
  const [first, second] = systems
  if (answer === 'none') return t('imports.answerText.none')
  if (confirmed === null && (answer === 'nowhere' || !first)) {
    return t('imports.answerText.nowhere', { rows: rowsWith })
  }
  const sentences: string[] = []
  const found = systems.find(({ key }) => key === confirmed)
  if (confirmed !== null) {
    if (found) sentences.push(fitsText(found))
  } else if (answer === 'datum-open') {
    const names = systems.map(systemName).join(t('common.listSeparator'))
    const apart = lengthText(Math.max(...systems.map(({ metersApart }) => metersApart)))
    sentences.push(t('imports.answerText.datum', { names, apart }))
  } else if (answer === 'cannot-tell') {
    const names = systems.slice(0, 3).map(systemName).join(t('common.listSeparator'))
    sentences.push(t('imports.answerText.cannot', { names }))
  } else {
    if (first) sentences.push(fitsText(first))
    if (first && second && second.metersApart >= 1) sentences.push(rivalText(second, first))
  }
  if (rowsWithout > 0) sentences.push(t('imports.withoutPlace', { count: rowsWithout }))
  return sentences.join(language.value === 'en' ? ' ' : '')
}

function fitsText(system: ImportSystem): string {
  const [share] = sharesOf(system)
  if (!share) return ''
  return t(`imports.fits.${share.kind}`, { percent: percentOf(share.share) })
}

/** What the file says of its coordinates, and whether its rows agree. */
export function sayingText(
  { by, text, system, rows }: ImportSaying,
  { systems: [first] }: ImportCoordinates,
): string {
  if (!system) return t('imports.fileSays', { said: text })
  const says = t(`imports.says.${by}`, { said: text, system: say(system) })
  if (rows === 'against' && first) {
    return t('imports.saysAgainst', { says, system: systemName(first) })
  }
  return t(rows === 'with' ? 'imports.saysWith' : 'imports.saysOpen', { says })
}

function rivalText(rival: ImportSystem, best: ImportSystem): string {
  const shift = shiftText(rival)
  const system = systemName(rival)
  const gone = best.inNamedArea - rival.inNamedArea
  const offRoad = (best.byRoad ?? 0) - (rival.byRoad ?? 0)
  const away = shift ? t('imports.rival', { system, shift }) : ''
  if (gone > 0 && away) return t('imports.rivalGone', { away, count: gone })
  if (offRoad > 0 && away) return t('imports.rivalOffRoad', { away, count: offRoad })
  return away && t('imports.rivalEnds', { away })
}
