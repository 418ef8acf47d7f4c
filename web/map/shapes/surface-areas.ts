// The answer of process surface as ground to be filled; fetched when a scene first shows one.
import { classAreas } from '#geodata/analysis/surface/class-areas.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import type { ClassArea } from '#geodata/model/score-classes.ts'

export const areasOf = (result: SurfaceResult): ClassArea[] => classAreas(result)
