// What is assumed of everything that is not known, why, and how often was it drawn? The factors can be changed.
import type { DoubtAssumption } from '#geodata/contract/processes/doubt.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { DEFAULT_ASK } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SiteDoubt({ result: { doubt } }: { result: SitingResult }) {
  return (
    <details class="site-more site-doubt">
      <summary>{t('site.doubt')}</summary>
      <p class="site-note">
        {t('site.doubtHow', {
          draws: doubt.draws,
          percent: Math.round(doubt.likelyShare * 100),
          seed: doubt.seed,
        })}
      </p>
      <ul>
        {doubt.assumptions.map((one) => (
          <li key={one.id}>
            <span>
              {say(one.title)} <b>{rangeOf(one)}</b>
            </span>
            <small>{say(one.reason)}</small>
          </li>
        ))}
      </ul>
      <Factors />
    </details>
  )
}

function rangeOf({ low, high, unit }: DoubtAssumption): string {
  if (low === null || high === null) return ''
  return unit === 'chance' ? `${Math.round(100 * low)}%` : `${low}–${high}`
}

/** Shares in per cent: by how much all driving may be faster or slower, and the chance of a possible maker. */
function Factors() {
  const { ask } = view.value
  const { doubt } = ask
  const set = (changed: Partial<typeof doubt>) =>
    changeView({ ask: { ...ask, doubt: { ...doubt, ...changed } } })
  const percent = (share: number) => Math.round(share * 100)
  return (
    <>
      <NumberField
        label={t('site.speedLow')}
        unit="%"
        max={50}
        value={percent(1 - doubt.speedLow)}
        onValue={(value) =>
          set({ speedLow: value === null ? DEFAULT_ASK.doubt.speedLow : 1 - value / 100 })
        }
      />
      <NumberField
        label={t('site.speedHigh')}
        unit="%"
        max={100}
        value={percent(doubt.speedHigh - 1)}
        onValue={(value) =>
          set({ speedHigh: value === null ? DEFAULT_ASK.doubt.speedHigh : 1 + value / 100 })
        }
      />
      <NumberField
        label={t('site.makerChance')}
        unit="%"
        max={100}
        value={doubt.makerChance === null ? null : percent(doubt.makerChance)}
        onValue={(value) => set({ makerChance: value === null ? null : value / 100 })}
      />
    </>
  )
}
