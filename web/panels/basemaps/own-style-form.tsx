// Asks for the address of a style; saved, the page opens anew under a policy that knows its host.
import { useEffect, useRef, useState } from 'preact/hooks'
import { OWN_STYLE_ID } from '#geodata/contract/basemaps.ts'
import { t } from '#web/messages/index.ts'
import { chosenBasemapId, keepOwnStyle, ownStyle } from '#web/state/region/basemaps.ts'
import { changeView } from '#web/state/view/store.ts'

export function OwnStyleForm({ onClose }: { onClose: () => void }) {
  const [url, setUrl] = useState(ownStyle.peek()?.url ?? '')
  const [isWrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const save = () => {
    const address = URL.parse(url.trim())
    if (!address || !/^https?:$/.test(address.protocol)) return setWrong(true)
    keepOwnStyle({ url: address.href, origins: [address.origin] })
    changeView({ base: OWN_STYLE_ID })
    openAnew()
  }
  const remove = () => {
    keepOwnStyle(null)
    if (chosenBasemapId.peek() === OWN_STYLE_ID) changeView({ base: null })
    openAnew()
  }
  return (
    <div class="own-style">
      <label for="own-style-url">{t('basemaps.ownAddress')}</label>
      <input
        id="own-style-url"
        type="url"
        ref={input}
        value={url}
        aria-describedby="own-style-hint"
        aria-invalid={isWrong}
        onInput={(event) => {
          setUrl(event.currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <p id="own-style-hint" class={isWrong ? 'wrong' : ''} role={isWrong ? 'alert' : undefined}>
        {t(isWrong ? 'basemaps.ownInvalid' : 'basemaps.ownHint')}
      </p>
      <p class="acts">
        <button type="button" class="primary" onClick={save}>
          {t('basemaps.ownSave')}
        </button>
        {ownStyle.value && (
          <button type="button" onClick={remove}>
            {t('basemaps.ownRemove')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t('basemaps.ownCancel')}
        </button>
      </p>
    </div>
  )
}

/** The address of the page holds the view, so nothing is lost. */
export function openAnew(): void {
  location.reload()
}
