// Which vehicle plants buy it, how many a year, and how is it delivered?
import { type Customer, DELIVERIES } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SiteCustomers() {
  const { ask } = view.value
  const plants = ranked.value?.offered.plants ?? []
  const now: readonly Customer[] =
    ask.customers ??
    plants.filter(({ isCustomer }) => isCustomer).map(({ id }) => ({ plantId: id }))
  const set = (customers: readonly Customer[] | null) => changeView({ ask: { ...ask, customers } })
  const put = (plantId: string, changed: Partial<Customer>) =>
    set(now.map((one) => (one.plantId === plantId ? clean({ ...one, ...changed }) : one)))
  const isNone = ask.customers?.length === 0
  return (
    <>
      <NumberField
        label={t('question.annualUnits')}
        unit={t('question.unitsAYear')}
        value={ask.annualUnits}
        onValue={(annualUnits) => changeView({ ask: { ...ask, annualUnits: annualUnits || null } })}
      />
      {isNone && (
        <p class="site-bad" role="alert">
          {t('question.noCustomer')}
        </p>
      )}
      <p class="site-group-acts">
        <button type="button" disabled={ask.customers === null} onClick={() => set(null)}>
          {t('question.allPlants')}
        </button>
        <small>{t('question.unknownUnits')}</small>
      </p>
      <ul class="site-customers">
        {plants.map(({ id, nameZh, nameEn, isRunning }) => {
          const name = say({ zh: nameZh, en: nameEn })
          const customer = now.find(({ plantId }) => plantId === id)
          return (
            <li key={id}>
              <label class="site-check">
                <input
                  type="checkbox"
                  checked={customer !== undefined}
                  onChange={({ currentTarget }) =>
                    set(
                      currentTarget.checked
                        ? [...now, { plantId: id }]
                        : now.filter(({ plantId }) => plantId !== id),
                    )
                  }
                />
                <span>
                  {name}
                  {!isRunning && <small> {t('question.notRunning')}</small>}
                </span>
              </label>
              {customer && ask.customers && (
                <CustomerTerms
                  name={name}
                  customer={customer}
                  change={(changed) => put(id, changed)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

type CustomerTermsProps = {
  name: string
  customer: Customer
  change: (changed: Partial<Customer>) => void
}

/** How many a year, and how delivered. */
function CustomerTerms({ name, customer, change }: CustomerTermsProps) {
  return (
    <div class="site-customer">
      <NumberField
        isQuiet
        label={t('question.unitsOf', { name })}
        unit={t('question.unitsAYear')}
        value={customer.annualUnits ?? null}
        onValue={(units) => change({ annualUnits: units || undefined })}
      />
      <select
        aria-label={t('question.deliveryOf', { name })}
        value={customer.delivery ?? ''}
        onChange={({ currentTarget }) =>
          change({
            delivery: DELIVERIES.find((one) => one === currentTarget.value),
          })
        }
      >
        <option value="">{t('question.deliveryUnknown')}</option>
        {DELIVERIES.map((delivery) => (
          <option key={delivery} value={delivery}>
            {t(`question.delivery.${delivery}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

type Changed = { [K in keyof Customer]: Customer[K] | undefined }

/** Without the fields that are unknown. */
function clean({ plantId, annualUnits, delivery }: Changed): Customer {
  return {
    plantId: plantId ?? '',
    ...(annualUnits === undefined ? {} : { annualUnits }),
    ...(delivery === undefined ? {} : { delivery }),
  }
}
