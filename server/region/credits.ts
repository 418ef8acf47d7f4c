// Whose are the roads and the places that answers stand on?
import type { Dataset } from '#geodata/contract/documents.ts'

type Attribution = Dataset['attribution'][number]

export const COORDINATES: Attribution = {
  title: {
    zh: '部分坐标：GeoNames、WRI 电厂库',
    en: 'Some coordinates: GeoNames, WRI power plants',
  },
  licence: 'CC BY 4.0',
  url: 'https://www.geonames.org',
}

/** Of the roads of a network. */
export function roadAttribution(kind: 'skeleton' | 'street'): Attribution {
  if (kind === 'street') {
    return {
      title: { zh: '道路：© OpenStreetMap 贡献者', en: 'Roads: © OpenStreetMap contributors' },
      licence: 'ODbL 1.0',
      url: 'https://www.openstreetmap.org/copyright',
    }
  }
  return {
    title: { zh: '道路：骨架路网（示意）', en: 'Roads: skeleton network (schematic)' },
    licence: 'facts, sources per row',
    url: null,
  }
}

/** Whose boundaries the base was built with: the package's or a file of the user's own. */
export function boundaryAttribution(stored: Record<string, string>): Attribution {
  return {
    title: { zh: stored.boundary_title_zh ?? '', en: stored.boundary_title_en ?? '' },
    licence: stored.boundary_licence ?? '',
    url: null,
  }
}
