// What is on the stage beside the scene, and what does an act make of it?

import type { Act } from '#web/workspaces/present/stage/keys.ts'

export type Stage = {
  /** The dialog over the scene. */
  overlay: 'overview' | 'keys' | 'together' | 'files' | null
  blank: 'black' | 'white' | null
  tool: 'laser' | 'draw' | null
  hasNotes: boolean
  /** The number typed so far. */
  typed: string
  /** Scenes follow one another by themselves, or wait to. */
  playing: 'on' | 'paused' | null
}

export const BARE_STAGE: Stage = {
  overlay: null,
  blank: null,
  tool: null,
  hasNotes: false,
  typed: '',
  playing: null,
}

/** Where the story stands: the scene from 0, of so many. */
export type At = { scene: number; scenes: number }

/** `scene`: where to go; null: nowhere. `leaves`: the presentation ends. */
export type After = { stage: Stage; scene: number | null; leaves: boolean }

const MOST_DIGITS = 2

/** The number typed so far as a scene from 0; null: there is no such scene. */
export function typedScene(typed: string, scenes: number): number | null {
  const number = Number(typed)
  return typed !== '' && number >= 1 && number <= scenes ? number - 1 : null
}

/** A digit joins the number that is typed, Backspace takes one away; null: the key is neither. */
export function typedAfter(typed: string, key: string): string | null {
  if (/^\d$/.test(key)) return (typed + key).slice(-MOST_DIGITS)
  return key === 'Backspace' && typed !== '' ? typed.slice(0, -1) : null
}

/** What an act makes of the stage. Asking, full screen and wiping ink are no matter of it. */
export function stageAfter(stage: Stage, act: Act, { scene, scenes }: At): After {
  const stay = (change: Partial<Stage>): After => ({
    stage: { ...stage, typed: '', ...change },
    scene: null,
    leaves: false,
  })
  const to = (wanted: number): After => ({
    ...stay({ overlay: null, blank: null }),
    // Behind a blank screen no scene passes unseen: the first key brings the scene back.
    scene: stage.blank ? null : Math.min(Math.max(0, wanted), scenes - 1),
  })
  switch (act) {
    case 'next':
      return to(scene + 1)
    case 'previous':
      return to(scene - 1)
    case 'first':
      return to(0)
    case 'last':
      return to(scenes - 1)
    case 'go': {
      const wanted = typedScene(stage.typed, scenes)
      // A number that is no scene stays to be read.
      return wanted === null
        ? { stage, scene: null, leaves: false }
        : { ...to(wanted), scene: wanted }
    }
    case 'black':
    case 'white':
      return stay({ blank: stage.blank === act ? null : act, overlay: null })
    case 'overview':
    case 'keys':
    case 'together':
    case 'files':
      return stay({ overlay: stage.overlay === act ? null : act, blank: null })
    case 'laser':
    case 'draw':
      return stay({ tool: stage.tool === act ? null : act })
    case 'notes':
      return stay({ hasNotes: !stage.hasNotes })
    case 'play':
      return stay({ playing: stage.playing === 'on' ? 'paused' : 'on' })
    case 'leave':
      return outOne(stage)
    default:
      return stay({})
  }
}

/** One level out: what lies over the scene first, the presentation last. */
function outOne(stage: Stage): After {
  const levels: readonly [keyof Stage, Partial<Stage>][] = [
    ['overlay', { overlay: null }],
    ['typed', { typed: '' }],
    ['blank', { blank: null }],
    ['tool', { tool: null }],
    ['hasNotes', { hasNotes: false }],
    ['playing', { playing: null }],
  ]
  const level = levels.find(([name]) => Boolean(stage[name]))
  return { stage: { ...stage, ...level?.[1] }, scene: null, leaves: level === undefined }
}
