// The map's symbols once more, for legends and headings.

import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import type { LINK_KINDS } from '#geodata/contract/collections.ts'

/** In the order of a legend. */
export const PARK_SYMBOLS = [
  'vehicle',
  'candidate',
  'creating',
  'recognised',
  'operating',
  'joint',
  'partner',
  'unknown',
] as const
type SymbolName = (typeof PARK_SYMBOLS)[number]

/** Which symbol of the legend a park has. */
export function symbolOf({ role, stage }: ParkThen['properties']): SymbolName {
  return role === 'parts' ? stage : role
}

export function ParkSymbol({ symbol }: { symbol: SymbolName }) {
  return (
    <svg class="park-symbol" viewBox="-12 -12 24 24" width="22" height="22" aria-hidden="true">
      {symbol === 'vehicle' ? (
        <>
          <rect
            x="-10.500"
            y="-10.500"
            width="21"
            height="21"
            fill="none"
            stroke="currentColor"
            stroke-dasharray="2.500 1.800"
          />
          <rect x="-8" y="-8" width="16" height="16" fill="currentColor" />
          <text y="4.500" text-anchor="middle" font-size="12" font-weight="600" fill="var(--bg)">
            1
          </text>
        </>
      ) : symbol === 'joint' ? (
        <>
          <circle cx="-3.500" r="6" fill="none" stroke="currentColor" stroke-width="2" />
          <circle cx="3.500" r="6" fill="none" stroke="currentColor" stroke-width="2" />
        </>
      ) : (
        <>
          <circle
            r="8"
            fill="none"
            stroke="currentColor"
            stroke-width={symbol === 'partner' ? 1.2 : 3}
          />
          <StageMark stage={symbol} colour="currentColor" />
        </>
      )}
    </svg>
  )
}

/** What fills the ring of a parts park, 4 units in radius around the origin; nothing for a candidate. */
export function StageMark({ stage, colour }: { stage: string; colour: string }) {
  switch (stage) {
    case 'creating':
      return <path d="M-4 0a4 4 0 008 0z" fill={colour} />
    case 'recognised':
      return <circle r="4" fill={colour} />
    case 'operating':
      return <path d="M-3.500 -3.500h7v7h-7z" fill={colour} />
    case 'unknown':
      return (
        <text y="4" text-anchor="middle" font-size="11" font-weight="600" fill={colour}>
          ?
        </text>
      )
    default:
      return null
  }
}

const DASH: Record<(typeof LINK_KINDS)[number], string | undefined> = {
  industry: undefined,
  park: undefined,
  technology: '9 3 2 3',
  talent: '2 3',
  market: '8 5',
}

export function LinkPattern({ kind }: { kind: (typeof LINK_KINDS)[number] }) {
  return (
    <svg class="link-pattern" viewBox="0 0 44 10" width="44" height="10" aria-hidden="true">
      {kind === 'park' ? (
        <path d="M0 3.500h44M0 6.500h44" stroke="currentColor" fill="none" />
      ) : (
        <path
          d="M0 5h44"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray={DASH[kind]}
          fill="none"
        />
      )}
    </svg>
  )
}
