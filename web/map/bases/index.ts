// The kinds of basemaps the map can draw: a new one is a file and a line here, and the same in server/basemaps.
import type { BasemapKindName } from '#geodata/contract/basemaps.ts'
import type { Base } from '#web/map/bases/base.ts'
import { builtIn } from '#web/map/bases/built-in.ts'
import { style } from '#web/map/bases/style.ts'
import { tianditu } from '#web/map/bases/tianditu.ts'
import { tiles } from '#web/map/bases/tiles.ts'

export const BASES: { [Kind in BasemapKindName]: Base<Kind> } = {
  'built-in': builtIn,
  tiles,
  tianditu,
  style,
}
