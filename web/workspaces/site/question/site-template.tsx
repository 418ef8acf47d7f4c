// A question that is asked often, as a place to start from.

import type { Template } from '#geodata/analysis/siting/template.ts'
import { TEMPLATES } from '#geodata/analysis/siting/templates.ts'
import { say, t } from '#web/messages/index.ts'
import { choicesOf } from '#web/parts/controls/product-picker.tsx'
import { taxonomy } from '#web/state/region/lists.ts'
import { DEFAULT_ASK } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SiteTemplate() {
  const { productId, ask } = view.value
  const names = new Map(
    choicesOf(taxonomy.value).map(({ productId, name }) => [productId, say(name)]),
  )
  const now = TEMPLATES.find((one) => one.productId === productId)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a part of the form
    <div class="site-templates" role="group" aria-label={t('question.template')}>
      <small>{t('question.template')}</small>
      {TEMPLATES.map((one) => (
        <button
          key={one.productId}
          type="button"
          aria-pressed={one === now}
          onClick={() => start(one)}
        >
          {names.get(one.productId) ?? one.productId}
        </button>
      ))}
      {now && ask.annualUnits === now.annualUnits && <p class="site-note">{say(now.basis)}</p>}
    </div>
  )
}

function start({ productId, annualUnits, needs, logistics }: Template): void {
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
}
