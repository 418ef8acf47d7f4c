// Was a thing chosen by its name, so that it is to be read at once? Then the focus goes to its heading.
import { signal } from '@preact/signals'

export const arriving = signal(false)
