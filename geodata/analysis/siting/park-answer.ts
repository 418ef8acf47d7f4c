// What did the park itself answer, and what does that say of a need?
import type { ParkAnswerRow, RegionFacts } from '#geodata/analysis/facts.ts'
import type { Found } from '#geodata/analysis/siting/need.ts'
import { NEED_UNIT } from '#geodata/analysis/siting/need-unit.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { NEED_UNITS } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ParkItem } from '#geodata/model/park-item.ts'

/** null: it was not asked, or it is no park. */
export function answerOf(
  { parkAnswers }: Pick<RegionFacts, 'parkAnswers'>,
  park: Park | null,
  item: ParkItem,
): ParkAnswerRow | null {
  if (!park) return null
  return parkAnswers.find((row) => row.parkId === park.properties.id && row.item === item) ?? null
}

type About = { title: Bilingual; unit: (typeof NEED_UNITS)[number] | null }

/** What the answer says of a need; null: it says nothing that decides. */
export function foundIn({ title, unit }: About, answer: ParkAnswerRow | null): Found | null {
  if (!answer || answer.state === 'notKnown') return null
  const { state, amount, source, asOf } = answer
  const when = asOf ? ` ${asOf}` : ''
  const told = ({ zh, en }: Bilingual) => ({
    zh: `${title.zh}：园区答复${zh}${when && `（${asOf}）`}`,
    en: `${title.en}: the park answers ${en}${when && ` (${asOf})`}.`,
  })
  switch (state) {
    case 'there':
      return { kind: 'there', told: told({ zh: '有', en: 'yes' }), source }
    case 'absent':
      return { kind: 'absent', told: told({ zh: '没有', en: 'no' }), source }
    case 'building':
      return { kind: 'unknown', told: told({ zh: '在建', en: 'that it is being built' }), source }
    case 'stated': {
      if (amount === null) return null
      const words = unit ? NEED_UNIT[unit] : { zh: '', en: '' }
      return {
        kind: 'amount',
        low: amount,
        central: amount,
        high: amount,
        drawn: null,
        told: told({ zh: ` ${amount} ${words.zh}`, en: `${amount} ${words.en}` }),
        source,
      }
    }
  }
}
