// What can be done on the stage, and by which key? The list of keys that `?` shows is made from this table.
import type { MessageKey } from '#web/messages/texts.ts'

export type Act =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'go'
  | 'overview'
  | 'black'
  | 'white'
  | 'notes'
  | 'laser'
  | 'draw'
  | 'clear'
  | 'play'
  | 'ask'
  | 'presenter'
  | 'full'
  | 'together'
  | 'files'
  | 'keys'
  | 'leave'

export type StageKey = {
  act: Act
  /** As the browser names them, letters small; clickers send PageUp, PageDown, F5 and the full stop. */
  keys: readonly string[]
  /** As the list shows them. */
  shown: string
  name: MessageKey
}

export const KEYS: readonly StageKey[] = [
  {
    act: 'next',
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' '],
    shown: '→ ↓ PgDn ␣',
    name: 'present.actNext',
  },
  {
    act: 'previous',
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp'],
    shown: '← ↑ PgUp ⇧␣',
    name: 'present.actPrevious',
  },
  { act: 'first', keys: ['Home'], shown: 'Home', name: 'present.actFirst' },
  { act: 'last', keys: ['End'], shown: 'End', name: 'present.actLast' },
  { act: 'go', keys: ['Enter'], shown: '1–9 ↵', name: 'present.actGo' },
  { act: 'overview', keys: ['o'], shown: 'O', name: 'present.actOverview' },
  { act: 'ask', keys: ['a'], shown: 'A', name: 'present.actAsk' },
  { act: 'notes', keys: ['n'], shown: 'N', name: 'present.actNotes' },
  { act: 'laser', keys: ['l'], shown: 'L', name: 'present.actLaser' },
  { act: 'draw', keys: ['d'], shown: 'D', name: 'present.actDraw' },
  { act: 'clear', keys: ['c'], shown: 'C', name: 'present.actClear' },
  { act: 'black', keys: ['b', '.'], shown: 'B', name: 'present.actBlack' },
  { act: 'white', keys: ['w', ','], shown: 'W', name: 'present.actWhite' },
  { act: 'play', keys: ['s'], shown: 'S', name: 'present.actPlay' },
  { act: 'presenter', keys: ['p'], shown: 'P', name: 'present.actPresenter' },
  { act: 'full', keys: ['f', 'F5'], shown: 'F', name: 'present.actFull' },
  { act: 'together', keys: ['m'], shown: 'M', name: 'present.actTogether' },
  { act: 'files', keys: ['e'], shown: 'E', name: 'present.actFiles' },
  { act: 'keys', keys: ['?', 'h'], shown: '?', name: 'present.actKeys' },
  { act: 'leave', keys: ['Escape'], shown: 'Esc', name: 'present.actLeave' },
]

/** What a key means on the stage; null: not ours. */
export function actOf(key: string, shift: boolean): Act | null {
  if (key === ' ' && shift) return 'previous'
  const plain = key.length === 1 ? key.toLowerCase() : key
  return KEYS.find(({ keys }) => keys.includes(plain))?.act ?? null
}
