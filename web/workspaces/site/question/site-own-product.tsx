// A product that nobody listed: asked for by the segment it belongs to and what it is made from.
import { say, t } from '#web/messages/index.ts'
import { choicesOf } from '#web/parts/controls/product-picker.tsx'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SiteInputs } from '#web/workspaces/site/question/site-inputs.tsx'

export function SiteOwnProduct() {
  const { productId, segmentId } = view.value
  const isAsked = productId === null && segmentId !== null
  return (
    <details class="site-more">
      <summary>{t('question.ownProduct')}</summary>
      <p class="site-note">{t('question.ownProductHint')}</p>
      <label class="site-own-segment">
        <span>{t('question.ownSegment')}</span>
        <select
          value={isAsked ? segmentId : ''}
          onChange={({ currentTarget: { value } }) => value && askBySegment(value)}
        >
          <option value="">{t('question.ownSegmentChoose')}</option>
          {choicesOf(taxonomy.value)
            .filter(({ whole }) => whole)
            .map(({ segmentId: id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
        </select>
      </label>
      {isAsked && <SiteInputs />}
    </details>
  )
}

function askBySegment(segmentId: string): void {
  const ask = { ...view.peek().ask, upstream: null }
  changeView({ productId: null, segmentId, selection: null, ask })
}
