// A feature of a scene before it is known which of them is spoken of.
import type { ShownFeature } from '#geodata/contract/scene-features.ts'

export type Said = Pick<
  ShownFeature['properties'],
  'layer' | 'nameZh' | 'nameEn' | 'date' | 'precision'
>
export type Listed = {
  collection: string
  geometry: ShownFeature['geometry']
  properties: Said & { id: string; source: string }
}

type Row = { geometry: unknown; properties: { id: string; source: string } }

/** What its row says, and what every feature says; nothing where it has no place. */
export function shown(row: Row, collection: string, said: Said): Listed[] {
  if (row.geometry === null) return []
  const geometry = row.geometry as Listed['geometry']
  return [{ collection, geometry, properties: { ...row.properties, ...said } }]
}
