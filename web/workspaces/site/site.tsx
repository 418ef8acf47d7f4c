// What does the investor ask? Product, needs, weights, an own place: every change is in the URL.
import { hasDirections } from '#web/state/region/networks.ts'
import '#web/workspaces/site/site.css'
import { useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { useRings } from '#web/panels/frame/rings-request.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { ProductPicker } from '#web/parts/controls/product-picker.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { exampleLngLat } from '#web/parts/words/home-words.ts'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'
import { pinShown } from '#web/state/answers/dragged-pin.ts'
import { ranked, siting } from '#web/state/answers/siting.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { editQuestion } from '#web/workspaces/site/asking.ts'
import { SiteNeeds } from '#web/workspaces/site/question/site-needs.tsx'
import { SiteWeights } from '#web/workspaces/site/question/site-weights.tsx'
import { useSiting } from '#web/workspaces/site/site-request.ts'
import { SiteViews } from '#web/workspaces/site/site-views.tsx'

const siteForm: Load = async () =>
  (await import('#web/workspaces/site/question/site-form.tsx')).SiteForm
const siteTemplate: Load = async () =>
  (await import('#web/workspaces/site/question/site-template.tsx')).SiteTemplate
const siteOwnProduct: Load = async () =>
  (await import('#web/workspaces/site/question/site-own-product.tsx')).SiteOwnProduct
const whatChangesFirst: Load = async () =>
  (await import('#web/workspaces/site/sensitivity/sensitivity-note.tsx')).SensitivityNote

/** The asking panel of the siting workspace, left of the map. */
export function SitePanel() {
  // A board beside the question has the page's heading.
  const Title = view.value.siteView === 'map' ? 'h1' : 'h2'
  useSiting()
  useRings()
  return (
    <aside class="panel site-ask" aria-label={t('site.title')}>
      <Title>{t('site.title')}</Title>
      <p class="lead">{t('site.lead')}</p>
      <SiteViews />
      {siting.value.kind !== 'unasked' && (
        <button type="button" class="primary narrow-only" onClick={() => editQuestion(false)}>
          {t('site.showAnswer')}
        </button>
      )}
      <section aria-label={t('site.product')}>
        <h2>{t('site.product')}</h2>
        <Lazy load={siteTemplate} />
        <ProductPicker segments={taxonomy.value} />
        <Lazy load={siteOwnProduct} />
      </section>
      <SiteNeeds />
      <Lazy load={siteForm} />
      <SiteWeights />
      {/* Nothing before the first ranking can be said of a first place. */}
      {view.value.siteView === 'map' && ranked.value && <Lazy load={whatChangesFirst} />}
      <OwnPlace />
    </aside>
  )
}

function OwnPlace() {
  const { direction } = view.value
  const pin = pinShown.value
  const [text, setText] = useState('')
  const [unread, setUnread] = useState<string | null>(null)
  const now = pin && `${pin[0].toFixed(3)}, ${pin[1].toFixed(3)}`
  // Among parks it is said with its rank.
  useAnnounced(now && !ranked.value ? t('site.placeNow', { lngLat: now }) : null)
  const drop = (event: Event) => {
    event.preventDefault()
    const lngLat = parseLngLat(text)
    setUnread(lngLat ? null : text)
    if (!lngLat) return
    changeView({ pin: lngLat, selection: null })
    setText('')
  }
  return (
    <section aria-label={t('site.place')}>
      <h2>{t('site.place')}</h2>
      <p class="site-note">{t('site.placeHint')}</p>
      <form class="site-place" onSubmit={drop}>
        <input
          aria-label={t('site.placeLabel')}
          aria-describedby={unread === null ? undefined : 'site-place-bad'}
          aria-invalid={unread !== null}
          placeholder={now ?? t('site.placeLabel')}
          inputMode="text"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{t('site.placeSet')}</button>
      </form>
      {unread !== null && (
        <p class="site-bad" id="site-place-bad" role="alert">
          {t('site.placeBad', { text: unread, example: exampleLngLat(2) })}
        </p>
      )}
      {now && (
        <p class="site-now">
          {t('site.placeNow', { lngLat: now })}
          <button type="button" class="quiet" onClick={() => changeView({ pin: null })}>
            {t('site.placeClear')}
          </button>
        </p>
      )}
      <fieldset
        class="site-segmented"
        disabled={!hasDirections.value}
        aria-describedby={hasDirections.value ? undefined : 'site-no-directions'}
      >
        <legend>{t('site.direction')}</legend>
        {(['outward', 'inward'] as const).map((way) => (
          <label key={way}>
            <input
              type="radio"
              name="direction"
              checked={direction === way}
              onChange={() => changeView({ direction: way })}
            />
            <span>{t(`site.${way}`)}</span>
          </label>
        ))}
      </fieldset>
      {!hasDirections.value && (
        <p class="site-note" id="site-no-directions">
          {t('network.noDirections')}
        </p>
      )}
    </section>
  )
}
