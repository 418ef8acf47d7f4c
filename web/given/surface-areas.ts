// A file holds a surface as ground already: what makes ground of cells stays out of it.

import type { HeldSurface } from '#geodata/contract/given.ts'
import type { ClassArea } from '#geodata/model/score-classes.ts'

export const areasOf = (held: unknown): ClassArea[] => (held as HeldSurface).areas
