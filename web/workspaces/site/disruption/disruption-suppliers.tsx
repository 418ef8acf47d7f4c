// A supplier stops: which plants lose their only or second recorded source of what?
import { useMemo, useState } from 'preact/hooks'
import { type LostSupplier, lostSuppliers } from '#geodata/analysis/sourcing/lost-suppliers.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { inSight } from '#web/api/asked.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { view } from '#web/state/view/store.ts'
import { useSourcing } from '#web/workspaces/site/sourcing/sourcing-known.ts'

const SHOWN = 15

export function DisruptionSuppliers() {
  const { answer, again } = useSourcing()
  const known = inSight(answer)?.known ?? null
  const { withinMinutes } = view.value.sourcing
  const lost = useMemo(
    () => (known ? lostSuppliers(known, withinMinutes) : []),
    [known, withinMinutes],
  )
  return (
    <section aria-label={t('disruption.suppliers')}>
      <h2>{t('disruption.suppliers')}</h2>
      <p class="site-note">{t('disruption.suppliersLead')}</p>
      <AnswerStatus answer={answer} again={again} />
      <ol class="gaps-list">
        {known &&
          lost
            .filter(({ only }) => only.length > 0)
            .slice(0, SHOWN)
            .map((one) => <Supplier key={one.firmId} one={one} known={known} />)}
      </ol>
    </section>
  )
}

function Supplier({
  one: { firmId, only, second },
  known,
}: {
  one: LostSupplier
  known: SourcingKnown
}) {
  const [isOpen, setOpen] = useState(false)
  const firm = known.firms.find(({ id }) => id === firmId)
  if (!firm) return null
  const byProduct = [...Map.groupBy(only, ({ productId }) => productId)]
  return (
    <li>
      <b class="site-rank">{only.length}</b>
      <span>
        <strong>{nameOf(firm)}</strong>
        <small>{t('disruption.supplierSaid', { only: only.length, second: second.length })}</small>
        {isOpen &&
          byProduct.map(([productId, needs]) => {
            const product = known.products.find((made) => made.productId === productId)
            return (
              <small key={productId}>
                {product ? say(product.name) : productId}:{' '}
                {needs
                  .map(({ plantId }) => known.plants.find(({ id }) => id === plantId))
                  .map((plant) => (plant ? nameOf(plant) : ''))
                  .join(' · ')}
              </small>
            )
          })}
      </span>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('disruption.which')}
      </button>
    </li>
  )
}
