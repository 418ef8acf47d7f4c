// Says that the chosen basemap is not what is seen, why, and what can be done.
import { OWN_STYLE_ID } from '#geodata/contract/basemaps.ts'
import { say, t } from '#web/messages/index.ts'
import { openAnew } from '#web/panels/basemaps/own-style-form.tsx'
import {
  type BasemapFailure,
  basemapChoices,
  basemapFailure,
  basemapList,
  chosenBasemapId,
  keepOwnStyle,
  ownStyle,
  tryBasemapsAgain,
} from '#web/state/region/basemaps.ts'
import { changeView } from '#web/state/view/store.ts'

export function BasemapNotice() {
  const failure = basemapFailure.value
  if (!failure) return null
  const id = chosenBasemapId.value
  const entry = basemapChoices.value.find((choice) => choice.id === id)
  const name = entry ? say(entry.title) : id
  const why = whyOf(failure)
  const own = id === OWN_STYLE_ID ? ownStyle.value : null
  return (
    <div class="network-notice basemap-notice" role="status">
      <p>{textOf(failure, name)}</p>
      {why && <p class="why">{why}</p>}
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
        {why && (
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
  if (failure.kind === 'hosts') {
    return t('basemaps.failedHosts', { name, hosts: failure.origins.join('  ') })
  }
  return t('basemaps.failed', { name })
}

/** Null where trying again cannot help. */
function whyOf(failure: BasemapFailure): string | null {
  if (failure.kind === 'missing' || failure.kind === 'hosts') return null
  if (failure.kind === 'failed') return say(failure.reason)
  if (failure.kind === 'unexpected') return failure.said
  if (failure.kind === 'not-style') return t('basemaps.whyNotStyle', failure)
  return failure.kind === 'answered'
    ? t('basemaps.whyAnswered', failure)
    : t('basemaps.whyClosed', failure)
}
