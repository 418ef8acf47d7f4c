// What is known of the road networks: which one answers, what each stands on, what was refused.
import '#web/panels/networks/network.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import { adminToken } from '#web/api/reach.ts'
import { say, t } from '#web/messages/index.ts'
import { remove } from '#web/panels/networks/network-acts.ts'
import { NetworkBuild } from '#web/panels/networks/network-build.tsx'
import { networkPanelOpen } from '#web/panels/networks/panel-open.ts'
import { networkDate } from '#web/parts/words/network-words.ts'
import { askForNetwork, kernelState } from '#web/state/answers/worked-out.ts'
import { parks } from '#web/state/region/lists.ts'
import { answering, networks } from '#web/state/region/networks.ts'
import { changeView } from '#web/state/view/store.ts'

export function NetworkPanel() {
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    root.current?.focus()
  }, [])
  const close = () => {
    networkPanelOpen.value = false
  }
  return (
    <section
      class="network-panel"
      data-opened
      aria-labelledby="network-title"
      ref={root}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <header>
        <h2 id="network-title">{t('network.title')}</h2>
        <button type="button" class="close" aria-label={t('network.close')} onClick={close}>
          ×
        </button>
      </header>
      <p class="network-lead">{t('network.lead')}</p>
      <Choice />
      <Refused />
      <NetworkBuild />
    </section>
  )
}

function Choice() {
  const { items } = networks.value
  return (
    <fieldset class="network-choice">
      <legend class="visually-hidden">{t('network.choose')}</legend>
      {items.map((network) => (
        <Network key={network.id} network={network} />
      ))}
    </fieldset>
  )
}

function Network({ network }: { network: NetworkSummary }) {
  const { id, nodes, notes, hash } = network
  const inside = parks.value.filter(({ geometry }) => isWithin(geometry.coordinates, network))
  const facts = [
    networkDate(network.date),
    t('network.junctions', { count: nodes }),
    t('network.covers', { inside: inside.length, all: parks.value.length }),
  ]
  return (
    <div class="network-one">
      <label>
        <input
          type="radio"
          name="network"
          checked={answering.value?.id === id}
          onChange={() => changeView({ networkId: id })}
        />
        <span>
          <b>{say(network.name)}</b>
          <small>{facts.join(' · ')}</small>
        </span>
      </label>
      <details>
        <summary>{t('network.notes')}</summary>
        <ul>
          {notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
          <li>{t('network.hash', { hash })}</li>
        </ul>
      </details>
      {answering.value?.id === id && <Here />}
      {network.kind === 'street' && adminToken.value !== null && <Remove network={network} />}
    </div>
  )
}

/** Whether this device answers over it, or why the server does. */
function Here() {
  const state = kernelState.value
  if (!state) return null
  const key = state.kind === 'without' ? state.why : state.kind
  return (
    <p class="network-here" role="status">
      {t(`network.here.${key}`)}{' '}
      {key === 'too-large' && (
        <button type="button" onClick={askForNetwork}>
          {t('network.hereAsk')}
        </button>
      )}
    </p>
  )
}

/** Removing asks twice: what is gone has to be built again. */
function Remove({ network }: { network: NetworkSummary }) {
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <button
        type="button"
        class="quiet network-remove"
        aria-label={t('network.removeOf', { name: say(network.name) })}
        onClick={() => setSure(true)}
      >
        {t('network.remove')}
      </button>
    )
  }
  return (
    <p class="network-remove" role="alert">
      {t('network.removeSure')}{' '}
      <button type="button" onClick={() => void remove(network.id)}>
        {t('network.removeYes')}
      </button>{' '}
      <button type="button" onClick={() => setSure(false)}>
        {t('network.removeNo')}
      </button>
    </p>
  )
}

function isWithin(
  [lng = Number.NaN, lat = Number.NaN]: readonly number[],
  { bounds: [west, south, east, north] }: NetworkSummary,
): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}

function Refused() {
  const { refused } = networks.value
  const network = answering.value
  if (refused.length === 0 || !network) return null
  return (
    <section class="network-refused">
      <h3>{t('network.refused', { count: refused.length })}</h3>
      <ul>
        {refused.map(({ file, reason }) => (
          <li key={file}>
            <b>{file}</b> {say(reason)}
          </li>
        ))}
      </ul>
      <p>{t('network.refusedActs', { name: say(network.name) })}</p>
    </section>
  )
}
