// Says that the chosen basemap is not what is seen, why, and what can be done.
import { OWN_STYLE_ID } from '#geodata/contract/basemaps.ts'
import { say, t } from '#web/messages/index.ts'
import { openAnew } from '#web/panels/own-style-form.tsx'
import {
  type BasemapFailure,
  basemapChoices,
  basemapFailure,
  basemapList,
  chosenBasemapId,
  keepOwnStyle,
  ownStyle,
  tryBasemapsAgain,
} from '#web/state/basemaps.ts'
import { changeView } from '#web/state/store.ts'

export function BasemapNotice() {
  const failure = basemapFailure.value
  if (!failure) return null
  const id = chosenBasemapId.value
  const entry = basemapChoices.value.find((choice) => choice.id === id)
  const name = entry ? say(entry.title) : id
  const own = id === OWN_STYLE_ID ? ownStyle.value : null
  return (
    <div class="network-notice basemap-notice" role="status">
      <p>{textOf(failure, name)}</p>
      {failure.kind === 'failed' && <p class="why">{say(failure.reason)}</p>}
      <p class="network-notice-acts">
        {failure.kind === 'hosts' && own && (
          <button
            type="button"
            onClick={() => {
              keepOwnStyle({ ...own, origins: [...own.origins, ...failure.origins] })
              openAnew()
            }}
          >
            {t('basemaps.allow')}
          </button>
        )}
        {failure.kind === 'failed' && (
          <button type="button" onClick={tryBasemapsAgain}>
            {t('basemaps.again')}
          </button>
        )}
        <button type="button" onClick={() => changeView({ base: builtInChoice() })}>
          {t('basemaps.useBuiltIn')}
        </button>
      </p>
    </div>
  )
}

/** What stands in the address for the built-in one: nothing where it is the default. */
function builtInChoice(): string | null {
  const builtIn = basemapList.peek()?.items.find(({ kind }) => kind === 'built-in')?.id ?? null
  return builtIn === basemapList.peek()?.defaultId ? null : builtIn
}

function textOf(failure: BasemapFailure, name: string): string {
  if (failure.kind === 'missing') return t('basemaps.failedMissing', { name })
  if (failure.kind === 'failed') return t('basemaps.failed', { name })
  return t('basemaps.failedHosts', { name, hosts: failure.origins.join('  ') })
}
