// How are slack, shares and verdicts of a window said?
import type { Triple } from '#geodata/analysis/jit/on-time.ts'
import type { WindowPart, WindowPlant } from '#geodata/contract/processes/jit-window.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { type Cell, shownOf } from '#web/workspaces/site/windows/windows-cells.ts'

/** From here on minutes are shown as hours, and hours as days. */
const LONG_MINUTES = 600
const LONG_HOURS = 72
const MINUTES_OF_A_DAY = 1440
const MINUS = '−'

/** "−16", "158", "33 h", "7 d": a figure that fits a cell. */
export function shortMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes))
  const sign = minutes < 0 && whole > 0 ? MINUS : ''
  if (whole < LONG_MINUTES) return `${sign}${whole}`
  const hours = Math.round(whole / 60)
  if (hours < LONG_HOURS) return t('windows.hours', { hours: `${sign}${hours}` })
  return t('windows.days', { days: `${sign}${Math.round(hours / 24)}` })
}

/** Best and worst in one unit, which each of them names, where one of them is no figure of minutes. */
export function shortEnds([worst, , best]: Triple): [best: string, worst: string] {
  const largest = Math.max(Math.abs(worst), Math.abs(best))
  if (isMinutes(largest)) return [shortMinutes(best), shortMinutes(worst)]
  const isDays = Math.round(largest / 60) >= LONG_HOURS
  const said = (minutes: number) => {
    const count = Math.abs(minutes) / (isDays ? MINUTES_OF_A_DAY : 60)
    const figure = count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
    const signed = `${minutes < 0 && figure > 0 ? MINUS : ''}${figure}`
    return isDays ? t('windows.days', { days: signed }) : t('windows.hours', { hours: signed })
  }
  return [said(best), said(worst)]
}

/** "35–47", "−16…158", "240 min–12 h", or one figure where both ends are the same. */
export function minutesRange([low, , high]: Triple): string {
  const isShort = isMinutes(low) && isMinutes(high)
  const [from, to] = [low, high].map((one) => (isShort ? shortMinutes(one) : withUnit(one)))
  if (from === to) return from ?? ''
  return low < 0 ? `${from}…${to}` : `${from}–${to}`
}

/** The range with its unit. */
export function minutesWords(triple: Triple): string {
  const [low, , high] = triple
  const said = minutesRange(triple)
  return isMinutes(low) && isMinutes(high) ? t('windows.minutes', { minutes: said }) : said
}

function withUnit(minutes: number): string {
  const said = shortMinutes(minutes)
  return isMinutes(minutes) ? t('windows.minutes', { minutes: said }) : said
}

function isMinutes(minutes: number): boolean {
  return Math.round(Math.abs(minutes)) < LONG_MINUTES
}

export function spanWords({ low, high }: { low: number; high: number }): string {
  return minutesWords([low, low, high])
}

/** "4–99.8 %"; rounded down, so that a share that is not enough is never read as enough. */
export function shareRange([low, , high]: Triple): string {
  const [from, to] = [percent(low), percent(high)]
  return from === to ? `${from} %` : `${from}–${to} %`
}

function percent(share: number): string {
  const steps = share > 0.99 ? 10 : 1
  return String(Math.floor(share * 100 * steps) / steps)
}

/** "120–240", "4–12 h", "3–7 d": both ends in the unit of the larger, for a head that is narrow. */
export function budgetShort({ low, high }: { low: number; high: number }): string {
  if (isMinutes(high)) return low === high ? `${low}` : `${low}–${high}`
  const isDays = high >= LONG_HOURS * 60
  const each = isDays ? MINUTES_OF_A_DAY : 60
  const [from, to] = [low, high].map((minutes) => Math.round((minutes / each) * 10) / 10)
  const said = from === to ? `${from}` : `${from}–${to}`
  return isDays ? t('windows.days', { days: said }) : t('windows.hours', { hours: said })
}

export function partName({ name }: WindowPart): string {
  return say(name)
}

export function plantName(plant: WindowPlant): string {
  return nameOf(plant)
}

/** The cell in words, for the reader who does not see it. */
export function cellWords(cell: Cell): string {
  const { part, plant, verdict } = cell
  const { slack, share } = shownOf(cell)
  const head = t('windows.cell', { part: partName(part), plant: plantName(plant) })
  const said = t(`windows.verdict.${verdict}`)
  if (!slack || !share) return `${head} ${said}`
  return `${head} ${t('windows.cellKnown', {
    verdict: said,
    slack: minutesWords(slack),
    share: shareRange(share),
  })}`
}

/** Why nothing is known of a cell. */
export function unknownWords({ part, plant }: Cell): string {
  if (plant.reason) return t('windows.unknownDrive', { reason: say(plant.reason) })
  return t('windows.unknownBudget', { part: partName(part) })
}
