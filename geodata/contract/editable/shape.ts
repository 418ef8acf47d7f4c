// What does the registry say of a table that people write?
import type { z } from 'zod'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** Points from one table to others: what a deletion would leave without its other end. */
export type Reference = {
  property: string
  /** Collections whose ids may stand here; a district code may too where `orDistrict` says so. */
  to: readonly string[]
  orDistrict?: true
  /** The property that says in which of these collections the row is; absent: in any. */
  tableIn?: string
  relation: Bilingual
}

export type Editable = {
  title: Bilingual
  /** What a layer of its own holds; null: a table without geometry. */
  layer: 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY' | null
  geometry: z.ZodType
  properties: z.ZodObject
  /** Properties of the collection that cannot be written. */
  derived: readonly string[]
  references: readonly Reference[]
  /** Which properties identify the row for a reader; where they are empty the title does. */
  named: readonly [zh: string, en: string]
  /** Properties that hold the id of a product of the taxonomy, and of nothing else. */
  products?: readonly string[]
  /** Properties whose value no two rows share; empty, it is shared with none. */
  unique?: readonly string[]
  /** Its rows are made by a route of their own, and never changed: whoever holds their address reads the same. */
  isWrittenOnce?: true
}
