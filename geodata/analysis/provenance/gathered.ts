// What is looked up before anything is looked through: the rows and what stands beside them.
import type { Looked } from '#geodata/analysis/provenance/known-row.ts'
import type { TaskRow } from '#geodata/analysis/provenance/work.ts'

export type ProvenanceGathered = Pick<Looked, 'rows' | 'statements' | 'areas' | 'today'> & {
  tasks: readonly TaskRow[]
}
