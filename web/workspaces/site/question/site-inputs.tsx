// What is it made from? As recorded, or as the user chooses; each row with who makes it and its source.

import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { choicesOf } from '#web/parts/controls/product-picker.tsx'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

type Purchased = { productId?: string | undefined; segmentId?: string | undefined }
type Recorded = SitingResult['offered']['inputs'][number]

export function SiteInputs() {
  const { ask, productId: made } = view.value
  const offered = ranked.value?.offered.inputs ?? []
  const usable = offered.filter(({ productId, segmentId }) => productId || segmentId)
  const now: readonly Purchased[] = ask.upstream ?? usable.map(purchasedOf)
  const recorded = new Set(usable.map((input) => keyOf(purchasedOf(input))))
  const own = now.filter((one) => !recorded.has(keyOf(one)))
  const set = (upstream: typeof ask.upstream) => changeView({ ask: { ...ask, upstream } })
  const put = (one: Purchased, isIn: boolean) => {
    const others = now.filter((other) => keyOf(other) !== keyOf(one))
    set(isIn ? [...others, one] : others)
  }
  return (
    <>
      {offered.length === 0 && <p class="site-note">{t('question.noInputs')}</p>}
      <ul class="site-inputs">
        {offered.map((input) => (
          <RecordedInput
            key={input.id}
            input={input}
            isChosen={now.some((one) => keyOf(one) === keyOf(purchasedOf(input)))}
            onChosen={(isIn) => put(purchasedOf(input), isIn)}
          />
        ))}
        {own.map((one) => (
          <li key={keyOf(one)}>
            <label class="site-check">
              <input type="checkbox" checked onChange={() => put(one, false)} />
              <span>
                {nameOfPurchased(one)}
                <small>{t('question.inputOwn')}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="site-group-acts">
        <button type="button" disabled={ask.upstream === null} onClick={() => set(null)}>
          {t('question.asRecorded')}
        </button>
        <ChooseInput onChosen={(productId) => put({ productId }, true)} />
        {made && (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              void openEditor({ collection: 'product-inputs', preset: { productId: made } })
            }
          >
            {t('question.inputAdd')}
          </button>
        )}
      </div>
    </>
  )
}

type RecordedInputProps = {
  input: Recorded
  isChosen: boolean
  onChosen: (isIn: boolean) => void
}

function RecordedInput({ input, isChosen, onChosen }: RecordedInputProps) {
  const isUsable = Boolean(input.productId || input.segmentId)
  const name = say(input.title)
  return (
    <li>
      <label class="site-check">
        <input
          type="checkbox"
          disabled={!isUsable}
          checked={isUsable && isChosen}
          onChange={({ currentTarget }) => onChosen(currentTarget.checked)}
        />
        <span>
          {name}
          <small title={inReadersWords(input.source)}>
            {isUsable
              ? t('question.makers', { count: input.makerCount })
              : t('question.inputUnclassified')}{' '}
            ·{' '}
            {input.kind === 'assumption' ? (
              <em class="assumed">{t('question.unverified')}</em>
            ) : (
              <Words of={shortSource(input.source)} />
            )}
          </small>
        </span>
      </label>
      <button
        type="button"
        class="quiet"
        aria-label={t('question.inputEditOf', { name })}
        onClick={() => void openEditor({ collection: 'product-inputs', id: input.id })}
      >
        {t('question.inputEdit')}
      </button>
    </li>
  )
}

/** An input that is not recorded for the product: of this question alone. */
function ChooseInput({ onChosen }: { onChosen: (productId: string) => void }) {
  return (
    <select
      aria-label={t('question.inputChoose')}
      value=""
      onChange={({ currentTarget }) => {
        if (currentTarget.value) onChosen(currentTarget.value)
        currentTarget.value = ''
      }}
    >
      <option value="">{t('question.inputChoose')}</option>
      {choicesOf(taxonomy.value).flatMap(({ productId, name }) =>
        productId
          ? [
              <option key={productId} value={productId}>
                {say(name)}
              </option>,
            ]
          : [],
      )}
    </select>
  )
}

function nameOfPurchased(one: Purchased): string {
  const found = choicesOf(taxonomy.value).find(
    ({ productId, segmentId }) =>
      productId === (one.productId ?? null) && (one.productId || segmentId === one.segmentId),
  )
  return found ? say(found.name) : (one.productId ?? one.segmentId ?? '')
}

function purchasedOf({ productId, segmentId }: Recorded): Purchased {
  return productId ? { productId } : { segmentId: segmentId ?? '' }
}

function keyOf({ productId, segmentId }: Purchased): string {
  return productId ?? `segment ${segmentId}`
}
