// What is a term of the park index?
//
// A term is one file in terms/ and one line in terms.ts. It measures a park in a natural unit and says
// how sure that is; what is missing is an interval, never a zero.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import type { IndexRow, IndexUnit } from '#geodata/contract/processes/park-index.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type IndexContext = {
  ground: Ground
  facts: RegionFacts
  /** The parks taken for the "1": the designated one, or every candidate. */
  ones: readonly Park[]
}

export type Measured =
  /** Known, with the bounds that imprecise inputs put on it. */
  | { kind: 'known'; raw: number; low: number; high: number; rows: IndexRow[]; source: string }
  /** Only its bounds are known. */
  | {
      kind: 'bounded'
      low: number
      high: number
      reason: Bilingual
      rows: IndexRow[]
      source: string
    }
  /** Nothing is known: anything the value function allows. */
  | { kind: 'unknown'; reason: Bilingual; source: string }

export type IndexTerm = {
  id: string
  title: Bilingual
  definition: Bilingual
  unit: IndexUnit
  best: number
  worst: number
  /** A planning assumption, to be changed on the page. */
  defaultWeight: number
  measure: (context: IndexContext, park: Park) => Measured
}

/** The firms known to be in a park, and those of its district whose park is unknown. */
export function firmsOf({ facts }: IndexContext, { properties }: Park) {
  return {
    known: facts.companies.filter((firm) => firm.properties.parkId === properties.id),
    perhaps: facts.companies.filter(
      (firm) =>
        firm.properties.parkId === null &&
        firm.properties.adcode !== null &&
        firm.properties.adcode === properties.adcode,
    ),
  }
}

export function rowOf(
  collection: IndexRow['collection'],
  { properties }: { properties: Pick<Company['properties'], 'id' | 'nameZh' | 'nameEn'> },
): IndexRow {
  const { id, nameZh, nameEn } = properties
  return { collection, id, nameZh, nameEn }
}
