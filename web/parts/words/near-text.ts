// How many parks are near the "1"? Said of the one the planner set, or of the nearest candidate.
import { nameOf, t } from '#web/messages/index.ts'
import { theOne } from '#web/state/region/designation.ts'

/** `undecided` is what is said while no "1" is set. */
export function nearText(near: number, undecided: 'layout.near' | 'layout.written.near'): string {
  const one = theOne.value
  return one.kind === 'designated'
    ? t('designation.near', { near, name: nameOf(one.park.properties) })
    : t(undecided, { near })
}
