// The kinds of basemaps: a new one is a file and a line here, and the same in web/map/bases.
import { builtIn } from '#server/basemaps/built-in.ts'
import type { BasemapKind } from '#server/basemaps/setting.ts'
import { style } from '#server/basemaps/style.ts'
import { tianditu } from '#server/basemaps/tianditu.ts'
import { tiles } from '#server/basemaps/tiles.ts'

export const BASEMAP_KINDS: BasemapKind[] = [builtIn, tiles, tianditu, style]
