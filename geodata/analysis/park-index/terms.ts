// The terms of the park index; a new one is a new file and a line here.
import type { IndexTerm } from '#geodata/analysis/park-index/term.ts'
import { certifications } from '#geodata/analysis/park-index/terms/certifications.ts'
import { documentedArea } from '#geodata/analysis/park-index/terms/documented-area.ts'
import { knownFirms } from '#geodata/analysis/park-index/terms/known-firms.ts'
import { level } from '#geodata/analysis/park-index/terms/level.ts'
import { minutesToOne } from '#geodata/analysis/park-index/terms/minutes-to-one.ts'
import { platforms } from '#geodata/analysis/park-index/terms/platforms.ts'
import { segmentsCovered } from '#geodata/analysis/park-index/terms/segments-covered.ts'
import { statedSources } from '#geodata/analysis/park-index/terms/stated-sources.ts'

export const INDEX_TERMS: readonly IndexTerm[] = [
  knownFirms,
  segmentsCovered,
  minutesToOne,
  level,
  platforms,
  statedSources,
  certifications,
  documentedArea,
]
