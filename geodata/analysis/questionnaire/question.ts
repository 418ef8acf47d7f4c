// What is a question to a park?
//
// A question is one row of questions.ts. It says in which words it is asked, what of a siting it settles, whether it is
// open at a park, and which row of which table the answer changes.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Question } from '#geodata/contract/processes/questionnaire.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ParkItem } from '#geodata/model/park-item.ts'

type Choice = Question['choices'][number]

/** What is asked about a park, as its siting has it; null: it is left out. */
export type Asking = {
  facts: RegionFacts
  park: Park
  terms: readonly SitingTerm[]
}

export type Asked = {
  id: string
  words: Bilingual
  unit: Bilingual | null
  kind: Question['kind']
  choices: readonly Choice[]
  /** The criterion and the need of a siting that it settles. */
  criterion: string | null
  need: string | null
  /** Whether its place is what would be found out. */
  isPlace: boolean
  /** What is known of it now; null: it is known well enough, and not asked. */
  open: (asking: Asking) => { now: Bilingual; why: Bilingual } | null
  /** Where the answer goes: an item of what parks answer, or a field of the park. */
  into: { item: ParkItem } | { field: 'stage' | 'place' }
}

export type NeedTold = SitingResult['needs'][number]
