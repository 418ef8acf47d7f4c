// A need that no source of ours says anything about: everybody stays, and everybody is to be asked.
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Undocumented = Pick<Need, 'id' | 'title' | 'unit' | 'group'> & { ask: Bilingual }

export function undocumented({ id, title, unit, group, ask }: Undocumented): Need {
  return {
    id,
    title,
    unit,
    group,
    compares: unit === null ? 'there' : 'atLeast',
    look: () => unknownNeed(ask, 'land_utilities.csv'),
  }
}
