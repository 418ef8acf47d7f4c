// How does it travel? Every number is a planning assumption, to be changed.
import { TRUCKS } from '#geodata/contract/processes/siting.ts'
import { t } from '#web/messages/index.ts'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { type Ask, DEFAULT_ASK } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SiteLogistics() {
  const { ask } = view.value
  const { logistics } = ask
  const set = (changed: Partial<Ask['logistics']>) =>
    changeView({ ask: { ...ask, logistics: { ...logistics, ...changed } } })
  const unknownable = (key: 'unitsPerTruck' | 'kilogramsPerUnit') => (value: number | null) => {
    const { [key]: _, ...rest } = logistics
    changeView({ ask: { ...ask, logistics: value ? { ...rest, [key]: value } : rest } })
  }
  return (
    <>
      <label class="number-field">
        <span>{t('question.truck')}</span>
        <select
          value={logistics.truck}
          onChange={({ currentTarget }) => {
            const truck = TRUCKS.find((one) => one === currentTarget.value)
            if (truck) set({ truck })
          }}
        >
          {TRUCKS.map((truck) => (
            <option key={truck} value={truck}>
              {t(`question.truck.${truck}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={t('question.unitsPerTruck')}
        unit={t('question.pieces')}
        value={logistics.unitsPerTruck ?? null}
        onValue={unknownable('unitsPerTruck')}
      />
      <NumberField
        label={t('question.kilogramsPerUnit')}
        unit="kg"
        value={logistics.kilogramsPerUnit ?? null}
        onValue={unknownable('kilogramsPerUnit')}
      />
      <NumberField
        label={t('question.loadingMinutes')}
        unit={t('site.unitMinutes')}
        max={600}
        value={logistics.loadingMinutes}
        onValue={(value) => set({ loadingMinutes: value ?? DEFAULT_ASK.logistics.loadingMinutes })}
      />
      <NumberField
        label={t('question.gateMinutes')}
        unit={t('site.unitMinutes')}
        max={600}
        value={logistics.gateMinutes}
        onValue={(value) => set({ gateMinutes: value ?? DEFAULT_ASK.logistics.gateMinutes })}
      />
      <NumberField
        label={t('question.departureHour')}
        unit={t('question.oClock')}
        max={23}
        value={logistics.departureHour}
        onValue={(value) =>
          set({ departureHour: Math.round(value ?? DEFAULT_ASK.logistics.departureHour) })
        }
      />
      <p class="site-note">{t('question.assumed')}</p>
    </>
  )
}
