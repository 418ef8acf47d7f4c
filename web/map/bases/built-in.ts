// The ground that is always there: its layers are those of the map itself.
import type { Base } from '#web/map/bases/base.ts'

export const builtIn: Base<'built-in'> = async () => ({
  layerIds: [],
  sourceIds: [],
  replaces: [],
})
