// A need that no source of ours says anything about: only the park itself can. Whoever has not answered stays, and is
// to be asked.

import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'
import { answerOf, foundIn } from '#geodata/analysis/siting/park-answer.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ParkItem } from '#geodata/model/park-item.ts'

type Undocumented = Pick<Need, 'title' | 'unit' | 'group'> & { id: ParkItem; ask: Bilingual }

export function undocumented({ id, title, unit, group, ask }: Undocumented): Need {
  return {
    id,
    title,
    unit,
    group,
    compares: unit === null ? 'there' : 'atLeast',
    look: ({ facts }, { candidate: { park } }) =>
      foundIn({ title, unit }, answerOf(facts, park, id)) ?? unknownNeed(ask, 'land_utilities.csv'),
  }
}
