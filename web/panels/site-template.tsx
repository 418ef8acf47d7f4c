// A question that is asked often, as a place to start from.
import { TEMPLATES } from '#geodata/analysis/siting/templates.ts'
import { taxonomy } from '#web/api/data.ts'
import { say, t } from '#web/messages/index.ts'
import { choicesOf } from '#web/panels/site-product.tsx'
import { DEFAULT_ASK } from '#web/state/ask.ts'
import { changeView, view } from '#web/state/store.ts'

export function SiteTemplate() {
  const names = new Map(
    choicesOf(taxonomy.value).map(({ productId, name }) => [productId, say(name)]),
  )
  const now = TEMPLATES.find(({ productId }) => productId === view.value.productId)
  return (
    <div class="site-template">
      <label>
        <span class="visually-hidden">{t('ask.template')}</span>
        <select
          value=""
          onChange={({ currentTarget }) => {
            const chosen = TEMPLATES.find(({ productId }) => productId === currentTarget.value)
            if (!chosen) return
            const { productId, annualUnits, needs, logistics } = chosen
            changeView({
              productId,
              segmentId: null,
              selection: null,
              ask: {
                ...DEFAULT_ASK,
                annualUnits,
                needs,
                logistics: { ...DEFAULT_ASK.logistics, ...logistics },
              },
            })
            currentTarget.value = ''
          }}
        >
          <option value="">{t('ask.template')}</option>
          {TEMPLATES.map(({ productId }) => (
            <option key={productId} value={productId}>
              {names.get(productId) ?? productId}
            </option>
          ))}
        </select>
      </label>
      {now && view.value.ask.annualUnits === now.annualUnits && (
        <p class="site-note">{say(now.basis)}</p>
      )}
    </div>
  )
}
