// What is seen of the windows, as one plain value and as one word of the address?
import { WINDOW_DEFAULTS } from '#geodata/model/window-defaults.ts'

/** Hours of departure in which roads are slower, as planners name them. */
export const PEAKS = {
  morning: { from: 7, to: 9 },
  evening: { from: 17, to: 19 },
} as const
export type Peak = keyof typeof PEAKS

export type WindowsView = {
  /** Hour of departure; null: the one of the question's logistics. */
  hour: number | null
  /** Standard deviation over mean of the time on the road. */
  variation: number
  /** Share of deliveries that must be in time. */
  requiredShare: number
  /** Time on the road over free flow, in the peaks and else. */
  factors: Record<Peak | 'else', number>
  /** The cell whose window is shown. */
  cell: { productId: string; plantId: string } | null
  /** What the map shows of the cell: its route, or from where the part still makes it. */
  onMap: 'route' | 'ring' | null
  /** Products without a budget are listed too. */
  withUnknown: boolean
}

export const DEFAULT_WINDOWS: WindowsView = {
  hour: null,
  variation: WINDOW_DEFAULTS.variation,
  requiredShare: WINDOW_DEFAULTS.requiredShare,
  factors: {
    morning: WINDOW_DEFAULTS.hourFactor,
    evening: WINDOW_DEFAULTS.hourFactor,
    else: WINDOW_DEFAULTS.hourFactor,
  },
  cell: null,
  onMap: null,
  withUnknown: false,
}

/** What a reader may set, with their names in the address and their bounds. */
export const BOUNDS = {
  variation: { word: 'vary', min: 0, max: 1 },
  requiredShare: { word: 'share', min: 0.5, max: 0.999 },
} as const
export const FACTOR_BOUNDS = { min: 0.5, max: 5 } as const
const FACTORS = ['morning', 'evening', 'else'] as const

/** The factor of each hour of the day, 0 … 23. */
export function hourFactorsOf({ factors }: WindowsView): number[] {
  return [...Array(24).keys()].map((hour) => {
    const peak = (Object.keys(PEAKS) as Peak[]).find(
      (one) => hour >= PEAKS[one].from && hour < PEAKS[one].to,
    )
    return factors[peak ?? 'else']
  })
}

/** "hour:8,vary:0.3,factors:1.4~1.3~1,cell:seat~O008,map:route"; what is default is left out. */
export function encodeWindows(seen: WindowsView): string {
  const words: string[] = []
  if (seen.hour !== null) words.push(`hour:${seen.hour}`)
  for (const id of ['variation', 'requiredShare'] as const) {
    if (seen[id] !== DEFAULT_WINDOWS[id]) words.push(`${BOUNDS[id].word}:${seen[id]}`)
  }
  if (FACTORS.some((id) => seen.factors[id] !== DEFAULT_WINDOWS.factors[id])) {
    words.push(`factors:${FACTORS.map((id) => seen.factors[id]).join('~')}`)
  }
  if (seen.cell) words.push(`cell:${seen.cell.productId}~${seen.cell.plantId}`)
  if (seen.onMap) words.push(`map:${seen.onMap}`)
  if (seen.withUnknown) words.push('all:1')
  return words.join(',')
}

/** What it does not understand is left at its default. */
export function decodeWindows(text: string | null): WindowsView {
  const words = new Map(
    (text ?? '').split(',').map((word): [string, string] => {
      const colon = word.indexOf(':')
      return [word.slice(0, colon), word.slice(colon + 1)]
    }),
  )
  const number = (name: string, { min, max }: { min: number; max: number }) => {
    const value = Number(words.get(name) || Number.NaN)
    return value >= min && value <= max ? value : null
  }
  const hour = number('hour', { min: 0, max: 23 })
  const [productId, plantId] = (words.get('cell') ?? '').split('~')
  const cell = productId && plantId ? { productId, plantId } : null
  const factors = (words.get('factors') ?? '').split('~').map(Number)
  const { min, max } = FACTOR_BOUNDS
  const isRead = factors.length === 3 && factors.every((one) => one >= min && one <= max)
  const [morning = 1, evening = 1, other = 1] = factors
  const onMap = words.get('map')
  return {
    hour: hour !== null && Number.isInteger(hour) ? hour : null,
    variation: number(BOUNDS.variation.word, BOUNDS.variation) ?? DEFAULT_WINDOWS.variation,
    requiredShare:
      number(BOUNDS.requiredShare.word, BOUNDS.requiredShare) ?? DEFAULT_WINDOWS.requiredShare,
    factors: isRead ? { morning, evening, else: other } : DEFAULT_WINDOWS.factors,
    cell,
    onMap: cell && (onMap === 'route' || onMap === 'ring') ? onMap : null,
    withUnknown: words.get('all') === '1',
  }
}
