// Which grounds can the map lie on? The list, and what each kind serves for itself.
import { Hono } from 'hono'
import { BasemapList, BUILT_IN_ID } from '#geodata/contract/basemaps.ts'
import { BASEMAP_KINDS } from '#server/basemaps/index.ts'
import { replacedBy } from '#server/basemaps/offline-file.ts'
import { NOTHING_SET } from '#server/basemaps/read-setting.ts'
import type { Known } from '#server/basemaps/setting.ts'
import { terrainOf } from '#server/basemaps/terrain.ts'
import { TILES_ID } from '#server/basemaps/tiles.ts'
import type { Deps } from '#server/deps.ts'
import { answered, json, ok, type Paths } from '#server/http/described.ts'

export function basemapListRoutes({ basemaps, basemap, region, mapApprovalNumber }: Deps): Hono {
  const known: Known = {
    ...(basemaps ?? NOTHING_SET),
    tiles: basemap,
    tilesReplace: basemap
      ? replacedBy(
          basemap,
          region.facts.parks.map(({ geometry }) => geometry.coordinates),
        )
      : [],
    mapApprovalNumber,
  }
  const items = BASEMAP_KINDS.flatMap((kind) => kind.entries(known))
  const list = BasemapList.parse({
    items,
    defaultId: items.some(({ id }) => id === TILES_ID) ? TILES_ID : BUILT_IN_ID,
    terrain: terrainOf(known),
    origins: known.origins,
  })
  const routes = new Hono()
  routes.get('/basemaps', (c) => c.json(list))
  for (const { routes: own } of BASEMAP_KINDS) if (own) routes.route('/', own(known))
  return routes
}

export const basemapListPaths = (): Paths => ({
  '/basemaps': {
    get: {
      summary: 'Grounds the map can lie on: kind, licence, attribution, approval number',
      responses: ok(json(answered(BasemapList))),
    },
  },
  ...Object.assign({}, ...BASEMAP_KINDS.map(({ paths }) => paths?.())),
})
