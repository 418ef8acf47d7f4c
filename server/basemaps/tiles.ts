// The tiles that `npm run basemap` made, where there are any.
import { BASEMAP_ATTRIBUTION } from '#geodata/contract/basemap.ts'
import { RIVERS } from '#server/basemaps/built-in.ts'
import { dataDateOf } from '#server/basemaps/offline-file.ts'
import { type BasemapKind, describe } from '#server/basemaps/setting.ts'

export const TILES_ID = 'tiles'

export const tiles: BasemapKind = {
  kind: 'tiles',
  entries: (known) => {
    if (!known.tiles) return []
    const day = dataDateOf(known.tiles)
    const date = day ? { zh: `（${day}）`, en: ` (${day})` } : { zh: '', en: '' }
    const rivers = known.tilesReplace.includes('rivers')
      ? { zh: '', en: '' }
      : { zh: ` · ${RIVERS.zh}`, en: ` · ${RIVERS.en}` }
    return [
      {
        kind: 'tiles',
        id: TILES_ID,
        ...describe(known, 'tiles', {
          title: { zh: '矢量瓦片（离线）', en: 'Vector tiles (offline)' },
          licence: 'ODbL 1.0',
          attribution: {
            zh: `底图：© OpenStreetMap 贡献者，ODbL 1.0${date.zh}${rivers.zh}`,
            en: `Basemap: ${BASEMAP_ATTRIBUTION}${date.en}${rivers.en}`,
          },
          approvalNumber: known.mapApprovalNumber,
        }),
        online: false,
        imagery: false,
        replaces: known.tilesReplace,
      },
    ]
  },
}
