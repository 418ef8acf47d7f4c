// How is an amount written in its unit, wherever it is read: on the page, in minutes of a meeting, in a report?
import type { Row } from '#geodata/contract/processes/comparison.ts'

export type Unit = Row['unit']

/** Less is what computing leaves behind, and reads as nothing. */
const LEAST = 1e-6

/**
 * One amount in a unit: shares as per cent, areas with one decimal, most others whole. What would round to
 * nothing and is not nothing has the decimals of its first figure: 0.005 km².
 */
export function amountText(value: number, unit: Unit): string {
  const text = roundedText(value, unit)
  const shown = unit === 'share' ? value * 100 : value
  if (Number(text) !== 0 || Math.abs(shown) < LEAST) return text
  return String(Number(shown.toPrecision(1)))
}

function roundedText(value: number, unit: Unit): string {
  switch (unit) {
    case 'share':
      return String(wholePercent(value))
    case 'yuanPerUnit':
    case 'kilogramsPerUnit':
      return value.toPrecision(2)
    case 'squareKilometers':
    case 'yuanPerSquareMeterMonth':
    case 'tonnesPerSquareMeter':
      return String(Math.round(value * 10) / 10)
    default:
      return String(Math.round(value))
  }
}

/** "41–53"; null: both ends read alike, or one is not known. */
export function rangeText(
  low: number | null | undefined,
  high: number | null | undefined,
  unit: Unit,
): string | null {
  if (low == null || high == null) return null
  const [from, to] = [amountText(low, unit), amountText(high, unit)]
  return from === to ? null : `${from}–${to}`
}

/** What an amount is and what it becomes, with as many decimals as it takes to tell them apart. */
export function changeTexts(from: number, to: number, unit: Unit): [from: string, to: string] {
  const usual: [string, string] = [amountText(from, unit), amountText(to, unit)]
  if (usual[0] !== usual[1] || from === to) return usual
  const scale = unit === 'share' ? 100 : 1
  const most = 4
  for (let decimals = 1; decimals <= most; decimals++) {
    const [before, after] = [(from * scale).toFixed(decimals), (to * scale).toFixed(decimals)]
    if (before !== after) return [before, after]
  }
  return usual
}

/** With its sign; what rounds to nothing is ±0. */
export function signedText(value: number, unit: Unit): string {
  const text = roundedText(Math.abs(value), unit)
  if (Number(text) === 0) return '±0'
  return `${value > 0 ? '+' : '−'}${text}`
}

/** A share in whole per cent; what a sum of shares leaves behind the ninth decimal decides no half. */
export function wholePercent(share: number): number {
  return Math.round(Number((share * 100).toFixed(7)))
}

/** A share of all weight as per cent with one decimal where it has one. */
export function percentText(share: number): string {
  return String(Math.round(share * 1000) / 10)
}
