// How is each kind of thing drawn: in which token of the design, how wide, how dashed?
//
// Colours are named, never written: the tokens of web/tokens.css say what a name means by day, at night
// and on paper. Widths and type are points of print.
import type { MAP_THEMES } from '#geodata/contract/processes/map.ts'

/** The colour of a token. */
export type Paint = (token: string) => string

export type Theme = (typeof MAP_THEMES)[number]

/** White paper: tokens of the light theme that stand for others there. */
export const ON_PAPER: Record<string, string> = {
  'map-focus': 'bg',
  'map-land': 'bg-2',
  'map-sea': 'bg-3',
}

export type LineStyle = { token: string; width: number; opacity?: number; dash?: string }

/** Thin lines on paper need more ink than wide ones on a screen. */
export const ROADS: Record<'paper' | 'screen', Record<string, LineStyle>> = {
  paper: {
    motorway: { token: 'map-border', width: 1.15, opacity: 0.8 },
    trunk: { token: 'map-border', width: 0.85, opacity: 0.65 },
    primary: { token: 'map-border', width: 0.6, opacity: 0.55 },
    secondary: { token: 'map-border', width: 0.4, opacity: 0.5 },
    tertiary: { token: 'map-border', width: 0.3, opacity: 0.45 },
    other: { token: 'map-border', width: 0.22, opacity: 0.4 },
  },
  screen: {
    motorway: { token: 'map-motorway', width: 1.6 },
    trunk: { token: 'map-trunk', width: 1.2 },
    primary: { token: 'map-primary', width: 0.9 },
    secondary: { token: 'map-primary', width: 0.7 },
    tertiary: { token: 'map-primary', width: 0.5 },
    other: { token: 'map-primary', width: 0.35 },
  },
}

export const LINES = {
  districtBorder: { token: 'line-2', width: 0.5, opacity: 0.9 },
  outline: { token: 'map-border', width: 0.9, dash: '5 2 1 2' },
  outlineBand: { token: 'map-border', width: 6, opacity: 0.12 },
  river: { token: 'map-water', width: 3 },
  frame: { token: 'line-2', width: 0.6 },
  cable: { token: 'ink-3', width: 0.7, opacity: 0.75 },
  strongCable: { token: 'ink-3', width: 1.4, opacity: 0.75 },
  leader: { token: 'ink-2', width: 0.5 },
  scale: { token: 'ink-2', width: 0.9 },
  catchment: { token: 'time-30', width: 1.4 },
  stretchCasing: { token: 'map-focus', width: 4.4 },
  stretch: { token: 'bad', width: 2.4 },
} satisfies Record<string, LineStyle>

type RingStyle = LineStyle & { fill: number }

/** By their order, the nearest first; the last one is dashed and what lies beyond it veiled. */
export const RINGS: readonly RingStyle[] = [
  { token: 'time-30', width: 1.4, fill: 0.2 },
  { token: 'time-60', width: 1.1, fill: 0.14 },
  { token: 'time-90', width: 0.9, fill: 0.1 },
]
export const LAST_RING: RingStyle = { token: 'time-90', width: 0.9, dash: '3 2.2', fill: 0.06 }
export const RING_FILL = 'time-60'
export const VEIL = { token: 'map-sea', opacity: 0.55 }
export const SCORED = { opacity: 0.75 }
export const CATCHMENT_FILL = { token: 'time-60', opacity: 0.16 }

/** Sizes of type. */
export const TYPE = {
  letter: 11,
  name: 8.5,
  minutes: 8.5,
  ring: 9.5,
  district: 7,
  river: 7,
  shield: 6.2,
  scale: 7.5,
  legend: 8,
  credits: 7,
} as const

export const HALO_POINTS = 2.4
export const TEXT_WEIGHT = 400
export const HEAD_WEIGHT = 600
