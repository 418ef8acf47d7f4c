// At which candidate does the new supplier stand, and how many needs would each of them meet?
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { changeView, view } from '#web/state/view/store.ts'

type CandidateChoiceProps = { known: SourcingKnown; productId: string; chosenId: string }

export function CandidateChoice({ known, productId, chosenId }: CandidateChoiceProps) {
  const { withinMinutes } = view.value.sourcing
  const products = known.products.filter((one) => one.productId === productId)
  const [cells = []] = supplyCells({ ...known, products }, withinMinutes)
  const rankOf = new Map(ranked.value?.ranking.map(({ id, rank }) => [id, rank]))
  const parks = known.parks
    .map(({ id, nameZh, nameEn, secondsTo }) => ({
      id,
      name: nameOf({ nameZh, nameEn }),
      rank: rankOf.get(id) ?? null,
      count: secondsTo.filter(
        (seconds, plant) =>
          seconds && seconds[1] <= withinMinutes * 60 && (cells[plant]?.central ?? 0) === 0,
      ).length,
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  return (
    <label class="sourcing-candidate">
      <span>{t('sourcing.candidate')}</span>
      <select
        value={chosenId}
        onChange={({ currentTarget: { value: id } }) =>
          changeView({ selection: { collection: 'parks', id } })
        }
      >
        {parks.map(({ id, name, rank, count }) => (
          <option key={id} value={id}>
            {t(rank === null ? 'sourcing.candidateUnranked' : 'sourcing.candidateOption', {
              rank: rank ?? '',
              name,
              count,
            })}
          </option>
        ))}
      </select>
    </label>
  )
}
