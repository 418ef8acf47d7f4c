// Heights for shading, where the operator named a source of them (TERRAIN_URL).
import type { Terrain } from '#geodata/contract/basemaps.ts'
import { describe, type Known } from '#server/basemaps/setting.ts'

export function terrainOf(known: Known): Terrain | null {
  if (!known.terrain) return null
  const ours = {
    title: { zh: '地形阴影', en: 'Terrain shading' },
    licence: 'see its provider',
    attribution: { zh: '', en: '' },
    approvalNumber: null,
  }
  return { ...known.terrain, ...describe(known, 'terrain', ours) }
}
