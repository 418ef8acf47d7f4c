// What is it made from? As recorded, or as the asker chooses; each row with who makes it and its source.
import { say, t } from '#web/messages/index.ts'
import { shortSource } from '#web/panels/short-source.ts'
import { ranked } from '#web/state/siting.ts'
import { changeView, view } from '#web/state/store.ts'

type Purchased = { productId?: string | undefined; segmentId?: string | undefined }

export function SiteInputs() {
  const { ask } = view.value
  const offered = ranked.value?.offered.inputs ?? []
  const usable = offered.filter(({ productId, segmentId }) => productId || segmentId)
  const now: readonly Purchased[] = ask.upstream ?? usable.map(purchasedOf)
  const isChosen = (one: Purchased) => now.some((other) => keyOf(other) === keyOf(one))
  const set = (upstream: typeof ask.upstream) => changeView({ ask: { ...ask, upstream } })
  if (offered.length === 0) return <p class="site-note">{t('ask.noInputs')}</p>
  return (
    <>
      <p class="site-group-acts">
        <button type="button" disabled={ask.upstream === null} onClick={() => set(null)}>
          {t('ask.asRecorded')}
        </button>
      </p>
      <ul class="site-inputs">
        {offered.map((input) => {
          const one = purchasedOf(input)
          const isUsable = usable.includes(input)
          return (
            <li key={`${input.title.zh}`}>
              <label class="site-check">
                <input
                  type="checkbox"
                  disabled={!isUsable}
                  checked={isUsable && isChosen(one)}
                  onChange={({ currentTarget }) => {
                    const others = now.filter((other) => keyOf(other) !== keyOf(one))
                    set(currentTarget.checked ? [...others, one] : others)
                  }}
                />
                <span>
                  {say(input.title)}
                  <small title={input.source}>
                    {isUsable
                      ? t('ask.makers', { count: input.makerCount })
                      : t('ask.inputUnclassified')}{' '}
                    · {shortSource(input.source)}
                  </small>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function purchasedOf({
  productId,
  segmentId,
}: {
  productId: string | null
  segmentId: string | null
}): Purchased {
  return productId ? { productId } : { segmentId: segmentId ?? '' }
}

function keyOf({ productId, segmentId }: Purchased): string {
  return productId ? `product ${productId}` : `segment ${segmentId}`
}
