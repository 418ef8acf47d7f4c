// What the pointer or the keyboard rests on: one thing on the map, in the lists and on the boards.
import { signal } from '@preact/signals'

export type Thing = { collection: string; id: string }

export const hovered = signal<Thing | null>(null)

/** Rests on a thing, or on nothing; the same thing again changes nothing. */
export function restOn(thing: Thing | null): void {
  const { collection, id } = hovered.peek() ?? {}
  if (thing?.collection !== collection || thing?.id !== id) hovered.value = thing
}

/** Attributes for an element that stands for a thing: hovering or focusing it shows it everywhere. */
export function hovering(thing: Thing) {
  const enter = () => restOn(thing)
  const leave = () => {
    if (hovered.value?.id === thing.id) hovered.value = null
  }
  return { onPointerEnter: enter, onPointerLeave: leave, onFocusIn: enter, onFocusOut: leave }
}
