// What may people write, and what must such a draft hold?
//
// One entry per table: its title, the fields a person gives, which of a collection's properties follow
// from others (the server works them out in the same transaction), and which fields name other rows.
// A table listed here is read and written by the API, made in the base where no source file fills it,
// and gained by a working copy made before it existed.
import { z } from 'zod'
import { COLLECTIONS, type CollectionId } from '#geodata/contract/collections.ts'
import { certificates } from '#geodata/contract/editable/certificates.ts'
import { companies, transformations } from '#geodata/contract/editable/companies.ts'
import { comparisons } from '#geodata/contract/editable/comparisons.ts'
import { firmProducts } from '#geodata/contract/editable/firm-products.ts'
import { hubs } from '#geodata/contract/editable/hubs.ts'
import { jitPractice } from '#geodata/contract/editable/jit-practice.ts'
import { links } from '#geodata/contract/editable/links.ts'
import { ownStories } from '#geodata/contract/editable/own-stories.ts'
import { parkAnswers } from '#geodata/contract/editable/park-answers.ts'
import { parkAreas, parks, sites } from '#geodata/contract/editable/parks.ts'
import { platforms } from '#geodata/contract/editable/platforms.ts'
import { productInputs } from '#geodata/contract/editable/product-inputs.ts'
import { prospects } from '#geodata/contract/editable/prospects.ts'
import { scenarios } from '#geodata/contract/editable/scenarios.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { stageCriteria, stageEvidence } from '#geodata/contract/editable/stages.ts'
import { supplyRelations } from '#geodata/contract/editable/supply-relations.ts'
import { targets } from '#geodata/contract/editable/targets.ts'
import { tasks } from '#geodata/contract/editable/tasks.ts'

export const EDITABLE = {
  parks,
  companies,
  hubs,
  links,
  platforms,
  'park-areas': parkAreas,
  sites,
  targets,
  'stage-criteria': stageCriteria,
  'stage-evidence': stageEvidence,
  transformations,
  scenarios,
  comparisons,
  'own-stories': ownStories,
  'jit-practice': jitPractice,
  'product-inputs': productInputs,
  'park-answers': parkAnswers,
  'firm-products': firmProducts,
  certificates,
  'supply-relations': supplyRelations,
  prospects,
  tasks,
} as const satisfies Record<string, Editable>

export type EditableId = keyof typeof EDITABLE
export const EDITABLE_IDS = Object.keys(EDITABLE) as EditableId[]

/** What the API reads as a collection; the tables without geometry come last. */
export type ReadableId = CollectionId | EditableId
export const READABLE_IDS: readonly ReadableId[] = [...new Set([...COLLECTIONS, ...EDITABLE_IDS])]

/** What a client sends to be kept: the server gives the id. */
export type Draft<K extends EditableId = EditableId> = {
  type: 'Feature'
  geometry: z.infer<(typeof EDITABLE)[K]['geometry']>
  properties: z.infer<(typeof EDITABLE)[K]['properties']>
}
export type AnyDraft = { type: 'Feature'; geometry: unknown; properties: Record<string, unknown> }

export const DRAFTS = Object.fromEntries(
  EDITABLE_IDS.map((id) => [
    id,
    z.object({
      type: z.literal('Feature'),
      geometry: EDITABLE[id].geometry,
      properties: EDITABLE[id].properties,
    }),
  ]),
) as unknown as Record<EditableId, z.ZodType<AnyDraft>>

/** Of a row whose geometry cannot be read: what else it says is written, and that stays as it is. */
export const DRAFTS_WITHOUT_PLACE = Object.fromEntries(
  EDITABLE_IDS.map((id) => [
    id,
    z.object({
      type: z.literal('Feature'),
      geometry: z.null(),
      properties: EDITABLE[id].properties,
    }),
  ]),
) as unknown as Record<EditableId, z.ZodType<AnyDraft>>

export function isEditable(id: string): id is EditableId {
  return Object.hasOwn(EDITABLE, id)
}
