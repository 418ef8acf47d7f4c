// Which range is shown beside a central value: what nine in ten draws give, or the outer bounds?
import { signal } from '@preact/signals'

export type ShownRange = 'likely' | 'bounds'

export const shownRange = signal<ShownRange>('likely')
