// Is the panel of networks open?
import { signal } from '@preact/signals'

export const networkPanelOpen = signal(false)
