// Which network answers, always in sight over the map; pressed, it opens what there is to know of it.
import { useState } from 'preact/hooks'
import { tabMemory } from '#web/api/memory.ts'
import { say, t } from '#web/messages/index.ts'
import { networkPanelOpen } from '#web/panels/networks/panel-open.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { networkNote, networkText } from '#web/parts/words/network-words.ts'
import { answering, missingNetworkId, networks } from '#web/state/region/networks.ts'
import { replacedNetworkId } from '#web/state/region/networks-followed.ts'

const networkPanel: Load = async () =>
  (await import('#web/panels/networks/network-panel.tsx')).NetworkPanel

export function NetworkChip() {
  const open = networkPanelOpen.value
  const network = answering.value
  if (!network) return null
  return (
    <>
      {open && <Lazy load={networkPanel} />}
      <button
        type="button"
        class="network-chip"
        data-over-map
        aria-expanded={open}
        aria-label={t('network.chip', { text: networkText(network) })}
        onClick={() => {
          networkPanelOpen.value = !open
        }}
      >
        <Icon path="M6 21L9 3M18 21L15 3M12 5v3M12 11v3M12 17v3" />
        <span>
          {say(network.name)}
          <small> · {networkNote(network)}</small>
        </span>
      </button>
    </>
  )
}

const DISMISSED = 'park-atlas.refused-networks'

/** Says that network files cannot be used, that the address named one that is not here, or that one was replaced. */
export function NetworkNotice() {
  const { refused } = networks.value
  const key = JSON.stringify(refused.map(({ file, reason }) => [file, reason.en]))
  const [dismissed, setDismissed] = useState(() => tabMemory.getItem(DISMISSED))
  const network = answering.value
  const missing = missingNetworkId.value
  const isReplaced = network !== null && replacedNetworkId.value === network.id
  const tellsRefused = refused.length > 0 && dismissed !== key
  if (!network || !(tellsRefused || isReplaced || missing !== null)) return null
  const name = say(network.name)
  const dismiss = () => {
    missingNetworkId.value = null
    replacedNetworkId.value = null
    if (!tellsRefused) return
    tabMemory.setItem(DISMISSED, key)
    setDismissed(key)
  }
  return (
    <div class="network-notice" role="status">
      {missing !== null && <p>{t('network.missing', { id: missing, name })}</p>}
      {isReplaced && <p>{t('network.replaced', { name })}</p>}
      {tellsRefused && (
        <p>
          <b>{t('network.refused', { count: refused.length })}</b>{' '}
          {t('network.refusedActs', { name })}
        </p>
      )}
      <p class="network-notice-acts">
        {tellsRefused && (
          <button
            type="button"
            onClick={() => {
              networkPanelOpen.value = true
            }}
          >
            {t('network.refusedDetails')}
          </button>
        )}
        <button type="button" onClick={dismiss}>
          {t('network.refusedDismiss')}
        </button>
      </p>
    </div>
  )
}
