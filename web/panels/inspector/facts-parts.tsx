import type { System } from '#geodata/model/system.ts'
import { say, t } from '#web/messages/index.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { Words } from '#web/parts/words/words.tsx'
import { minutesBasis } from '#web/state/answers/minutes.ts'

/** The network the minutes of the layout were measured on. */
export function minutesNetwork(): string {
  const basis = minutesBasis.value
  return basis ? say(basis.network.name) : t('common.unknown')
}

export function Systems({ systems }: { systems: System[] }) {
  return (
    <p class="systems">
      {systems.map((system) => (
        <span key={system}>
          <b class={`chip seg-${system}`}>{systemMark(system)}</b> {t(`common.system.${system}`)}
        </span>
      ))}
    </p>
  )
}

/** Unknown is hatched where the value would be. */
export function Fact({ term, value }: { term: string; value: string | null }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value ? <Words of={value} /> : <span class="unknown">{t('common.unknown')}</span>}</dd>
    </>
  )
}

/** How sure, at a glance. */
export const DOTS = { high: '●●●', medium: '●●○', low: '●○○' }

export function Provenance({
  source,
  confidence,
}: {
  source: string
  confidence: 'high' | 'medium' | 'low'
}) {
  return (
    <div class="provenance">
      <p>
        {t('common.source')} · {t('common.confidence')}{' '}
        <span aria-hidden="true">{DOTS[confidence]}</span> {t(`common.confidence.${confidence}`)}
      </p>
      <ul>
        {source.split(';').map((one) => (
          <li key={one}>
            <Words of={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}
