// What does this browser remember of its person? Nothing of it is part of a link.
import { effect, type Signal, signal } from '@preact/signals'
import { browserMemory } from '#web/api/memory.ts'

/** A switch that is on unless it was turned off here. */
function remembered(name: string): Signal<boolean> {
  const key = `park-atlas.${name}-off`
  const on = signal(browserMemory.getItem(key) === null)
  effect(() => {
    if (on.value) browserMemory.removeItem(key)
    else browserMemory.setItem(key, '1')
  })
  return on
}

/** Single keys are in the way of people who use voice control. */
export const singleKeys = remembered('single-keys')
/** Things glide; besides, the system's own setting is followed. */
export const motion = remembered('motion')
/** The three steps for a new user. */
export const introduction = remembered('introduction')
/** They are unfolded on the first visit of this browser, later only when asked for. */
export const introductionUnfolded = signal(isFirst('visited'))

/** Was this not remembered before? From now on it is. */
function isFirst(name: string): boolean {
  const key = `park-atlas.${name}`
  const first = browserMemory.getItem(key) === null
  browserMemory.setItem(key, '1')
  return first
}

export function keepMotion(): () => void {
  return effect(() => {
    document.documentElement.dataset.motion = motion.value ? 'on' : 'off'
  })
}

/** How long a glide may take, in milliseconds: none for those who want none. */
export function glideMilliseconds(wanted: number): number {
  const isStill = !motion.peek() || matchMedia('(prefers-reduced-motion: reduce)').matches
  return isStill ? 0 : wanted
}
