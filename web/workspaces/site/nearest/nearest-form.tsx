// From where, and what is sought? Every change is in the address.

import { useId, useState } from 'preact/hooks'
import { say, t } from '#web/messages/index.ts'
import { askFirmsNamed } from '#web/state/region/firms.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { hasDirections } from '#web/state/region/networks.ts'
import { type NearestView, SOUGHT } from '#web/state/view/nearest.ts'
import { changeView, view } from '#web/state/view/store.ts'
import {
  type Origin,
  originNames,
  originTyped,
} from '#web/workspaces/site/nearest/nearest-origin.ts'

const HUB_KINDS = ['port', 'rail', 'airport', 'road'] as const

export function NearestForm({ origin }: { origin: Origin }) {
  const { near } = view.value
  const change = (some: Partial<NearestView>) => changeView({ near: { ...near, ...some } })
  return (
    <div class="nearest-form">
      <FromField origin={origin} change={change} />
      <label>
        <span>{t('nearest.what')}</span>
        <select
          value={near.what}
          onChange={(event) => {
            const what = SOUGHT.find((one) => one === event.currentTarget.value)
            if (what) change({ what, hubKind: null, segmentId: null, productId: null })
          }}
        >
          {SOUGHT.map((what) => (
            <option key={what} value={what}>
              {t(`nearest.what.${what}`)}
            </option>
          ))}
        </select>
      </label>
      {(near.what === 'firms' || near.what === 'parks') && (
        <SegmentField near={near} change={change} />
      )}
      {near.what === 'hubs' && (
        <label>
          <span>{t('nearest.hubKind')}</span>
          <select
            value={near.hubKind ?? ''}
            onChange={(event) => change({ hubKind: event.currentTarget.value || null })}
          >
            <option value="">{t('nearest.any')}</option>
            {HUB_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`layout.hub.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('nearest.direction')}</span>
        <select
          value={near.direction}
          disabled={!hasDirections.value}
          aria-describedby={hasDirections.value ? undefined : 'nearest-no-directions'}
          onChange={(event) =>
            change({ direction: event.currentTarget.value === 'inward' ? 'inward' : 'outward' })
          }
        >
          <option value="outward">{t('nearest.outward')}</option>
          <option value="inward">{t('nearest.inward')}</option>
        </select>
      </label>
      {!hasDirections.value && (
        <p class="site-note" id="nearest-no-directions">
          {t('network.noDirections')}
        </p>
      )}
    </div>
  )
}

type FieldProps = { change: (some: Partial<NearestView>) => void }

function FromField({ origin, change }: FieldProps & { origin: Origin }) {
  const [text, setText] = useState('')
  const [unread, setUnread] = useState<string | null>(null)
  const id = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    const from = originTyped(text)
    setUnread(from ? null : text)
    if (!from) return
    change({ from })
    setText('')
  }
  return (
    <form class="nearest-from" onSubmit={submit}>
      <label for={`${id}-from`}>
        <span>
          {t('nearest.from')} {origin.kind !== 'none' && <b>{origin.name}</b>}
        </span>
      </label>
      <input
        id={`${id}-from`}
        list={`${id}-names`}
        placeholder={t('nearest.fromHint')}
        value={text}
        aria-invalid={unread !== null}
        aria-describedby={unread === null ? undefined : `${id}-bad`}
        onInput={(event) => {
          setText(event.currentTarget.value)
          askFirmsNamed(event.currentTarget.value)
        }}
      />
      <datalist id={`${id}-names`}>
        {originNames().map(({ name, from }) => (
          <option key={`${'id' in from ? from.id : ''}/${name}`} value={name} />
        ))}
      </datalist>
      <button type="submit">{t('nearest.set')}</button>
      {unread !== null && (
        <p class="site-bad" id={`${id}-bad`} role="alert">
          {t('nearest.fromBad', { text: unread })}
        </p>
      )}
    </form>
  )
}

/** A whole segment, or of firms one of its products. */
function SegmentField({ near, change }: FieldProps & { near: NearestView }) {
  const withProducts = near.what === 'firms'
  return (
    <label>
      <span>{t(withProducts ? 'nearest.making' : 'nearest.assigned')}</span>
      <select
        value={near.productId ? `product/${near.productId}` : `segment/${near.segmentId ?? ''}`}
        onChange={(event) => {
          const [kind, id] = event.currentTarget.value.split('/')
          change({
            productId: (kind === 'product' && id) || null,
            segmentId: (kind === 'segment' && id) || null,
          })
        }}
      >
        <option value="segment/">{t('nearest.any')}</option>
        {taxonomy.value.map(({ segmentId, name, products }) =>
          withProducts ? (
            <optgroup key={segmentId} label={say(name)}>
              <option value={`segment/${segmentId}`}>
                {t('nearest.wholeSegment', { segment: say(name) })}
              </option>
              {products.map((product) => (
                <option key={product.productId} value={`product/${product.productId}`}>
                  {say(product.name)}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={segmentId} value={`segment/${segmentId}`}>
              {say(name)}
            </option>
          ),
        )}
      </select>
    </label>
  )
}
