// GET /api/stories/{storyId}/scenes/{sceneId}/geojson: the features that a scene shows (RFC 7946, WGS84).
import { z } from 'zod'
import { LAYERS } from '#geodata/contract/collections.ts'
import { Problem } from '#geodata/contract/problem.ts'
import {
  AreaGeometry,
  Basis,
  Bilingual,
  LineGeometry,
  PointGeometry,
} from '#geodata/contract/shared.ts'
import { MapScene, MissingName } from '#geodata/contract/stories.ts'

/** What every feature says, beside all that its row says. */
export const ShownProperties = z.looseObject({
  /**
   * The layer that it is drawn in; rings, surface and stretches are of its analysis, ranks the places of its ranking,
   * compared those that it sets side by side.
   */
  layer: z.enum([...LAYERS, 'rings', 'surface', 'stretches', 'ranks', 'compared']),
  nameZh: z.string(),
  nameEn: z.string(),
  source: z.string(),
  /** Of the fact, as far as its row states one: a year, a month or a day; null: none is stated. */
  date: z.string().nullable(),
  /**
   * How exactly the place is known: site, street, town, district; boundary (a drawn boundary), schematic (a line
   * that only joins its ends), computed (worked out on the roads).
   */
  precision: z.string(),
  /** The scene speaks of this one. */
  isSelected: z.boolean(),
})

export const ShownFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.union([PointGeometry, LineGeometry, AreaGeometry]),
  properties: ShownProperties,
})
export type ShownFeature = z.infer<typeof ShownFeature>

export const SceneFeatures = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(ShownFeature),
  title: Bilingual,
  storyId: z.string(),
  sceneId: z.string(),
  /** When the answer was worked out (ISO 8601). */
  timeStamp: z.iso.datetime(),
  shows: z.object({
    bounds: MapScene.shape.bounds,
    layers: MapScene.shape.layers,
    /** Filter → what is chosen; one that is absent keeps all. */
    filters: z.record(z.string(), z.array(z.string())),
    /** The end of a year of the plan; null: today. */
    year: z.number().nullable(),
    selection: MapScene.shape.selection.nullable(),
    analysis: MapScene.shape.analysis.nullable(),
    /** Settings in the scene's address that change the picture and not this list. */
    notListed: z.array(z.string()),
  }),
  /** What the scene names and is no longer there; empty: it is whole. */
  missing: z.array(MissingName),
  /** Why nothing of its analysis is there, though the scene has one; null: it is there, or there is none. */
  analysisProblem: Problem.nullable(),
  /** What the analysis stands on. */
  basis: Basis.nullable(),
  attribution: z.array(
    z.object({ title: Bilingual, licence: z.string(), url: z.string().nullable() }),
  ),
  boundaryNote: Bilingual,
  mapApprovalNumber: z.string().nullable(),
})
export type SceneFeatures = z.infer<typeof SceneFeatures>
