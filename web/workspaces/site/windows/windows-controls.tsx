// From which site, at which hour, how doubtful and how sure: nothing here but the site asks the server.

import { nameOf, t } from '#web/messages/index.ts'
import { PIN_ID, ranked } from '#web/state/answers/siting.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { FACTOR_BOUNDS, PEAKS } from '#web/state/view/windows.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'
import type { SiteAsked } from '#web/workspaces/site/windows/windows-cells.ts'

const FACTORS = ['morning', 'evening', 'else'] as const

export function WindowsControls({ site, hour }: { site: SiteAsked; hour: number }) {
  const { variation, requiredShare, factors } = view.value.windows
  return (
    <div class="windows-controls">
      <SiteChoice site={site} />
      <label class="windows-hour">
        <span>{t('windows.hour')}</span>
        <input
          type="range"
          min="0"
          max="23"
          step="1"
          value={hour}
          aria-valuetext={t('windows.hourValue', { hour })}
          onInput={(event) => changeWindows({ hour: event.currentTarget.valueAsNumber })}
        />
        <output>{t('windows.hourValue', { hour })}</output>
      </label>
      <label>
        <span>{t('windows.variation')}</span>
        <input
          type="range"
          min="0"
          max="0.6"
          step="0.05"
          value={variation}
          aria-valuetext={`${Math.round(variation * 100)} %`}
          onInput={(event) => changeWindows({ variation: event.currentTarget.valueAsNumber })}
        />
        <output>{Math.round(variation * 100)} %</output>
      </label>
      <label>
        <span>{t('windows.required')}</span>
        <select
          value={requiredShare}
          onChange={(event) => changeWindows({ requiredShare: Number(event.currentTarget.value) })}
        >
          {[...new Set([0.8, 0.9, 0.95, 0.99, requiredShare])]
            .sort((a, b) => a - b)
            .map((share) => (
              <option key={share} value={share}>
                {Math.round(share * 1000) / 10} %
              </option>
            ))}
        </select>
      </label>
      <fieldset>
        <legend>{t('windows.factors')}</legend>
        {FACTORS.map((id) => (
          <label key={id}>
            <span>
              {id === 'else' ? t('windows.factor.else') : t(`windows.factor.${id}`, PEAKS[id])}
            </span>
            <input
              type="number"
              min={FACTOR_BOUNDS.min}
              max={FACTOR_BOUNDS.max}
              step="0.1"
              value={factors[id]}
              onChange={(event) => {
                const value = event.currentTarget.valueAsNumber
                const isGood = value >= FACTOR_BOUNDS.min && value <= FACTOR_BOUNDS.max
                if (isGood) changeWindows({ factors: { ...factors, [id]: value } })
                else event.currentTarget.value = String(factors[id])
              }}
            />
          </label>
        ))}
        <small>{t('windows.factorsNote')}</small>
      </fieldset>
    </div>
  )
}

/** The candidates of the ranking; whatever else is looked at stands among them. */
function SiteChoice({ site }: { site: SiteAsked }) {
  const { selection, pin } = view.value
  const candidates = (ranked.value?.ranking ?? []).map((one) => ({
    value: one.kind === 'pin' ? PIN_ID : `${one.kind === 'park' ? 'parks' : 'sites'}/${one.id}`,
    name: one.kind === 'pin' ? t('site.pinName') : `${one.rank} · ${nameOf(one)}`,
  }))
  const chosen = selection ? `${selection.collection}/${selection.id}` : null
  const inFocus = site.parkId
    ? `parks/${site.parkId}`
    : site.siteId
      ? `sites/${site.siteId}`
      : site.companyId
        ? `companies/${site.companyId}`
        : PIN_ID
  const named = parks.value.find(({ id }) => id === selection?.id) ?? firmOf(selection?.id)
  const others = [
    ...(chosen && named ? [{ value: chosen, name: nameOf(named.properties) }] : []),
    ...(pin ? [{ value: PIN_ID, name: t('site.pinName') }] : []),
  ].filter(({ value }) => !candidates.some((one) => one.value === value))
  return (
    <label>
      <span>{t('windows.site')}</span>
      <select
        value={inFocus}
        onChange={(event) => {
          const [collection = '', ...rest] = event.currentTarget.value.split('/')
          const id = rest.join('/')
          changeView({ selection: id ? { collection, id } : null })
        }}
      >
        {[...others, ...candidates].map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
