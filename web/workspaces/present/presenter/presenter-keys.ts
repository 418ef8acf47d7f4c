// What does a key mean in the presenter's window? What it means on the stage, but nothing private goes there.
import { type Act, actOf } from '#web/workspaces/present/stage/keys.ts'
import { typedAfter, typedScene } from '#web/workspaces/present/stage/stage-state.ts'

export type Meant =
  /** The number typed so far, seen in this window alone. */
  | { kind: 'typed'; typed: string }
  | { kind: 'go'; scene: number }
  | { kind: 'act'; act: Act }
  /** Back from a question. */
  | { kind: 'return' }
  /** The list of keys, and the notes, are shown here and not on the stage. */
  | { kind: 'keys' }
  | { kind: 'notes' }
  | { kind: 'full' }
  | { kind: 'close' }

export type Situation = {
  typed: string
  scenes: number
  /** Scenes follow one another by themselves: the space bar then holds them, as on the stage. */
  isPlaying: boolean
  /** The script is left for a question: only the way back is a key. */
  isAsking: boolean
}

/** null: the key is not ours. */
export function meantBy(
  key: string,
  hasShift: boolean,
  { typed, scenes, isPlaying, isAsking }: Situation,
): Meant | null {
  if (isAsking) return key.toLowerCase() === 'r' ? { kind: 'return' } : null
  const number = typedAfter(typed, key)
  if (number !== null) return { kind: 'typed', typed: number }
  const act = actOf(key, hasShift)
  if (act === null) return null
  if (act === 'go') {
    const scene = typedScene(typed, scenes)
    return scene === null ? { kind: 'typed', typed } : { kind: 'go', scene }
  }
  if (act === 'leave' && typed !== '') return { kind: 'typed', typed: '' }
  if (act === 'keys' || act === 'notes' || act === 'full') return { kind: act }
  if (act === 'next' && key === ' ' && isPlaying) return { kind: 'act', act: 'play' }
  if (act === 'presenter') return { kind: 'close' }
  return { kind: 'act', act }
}
