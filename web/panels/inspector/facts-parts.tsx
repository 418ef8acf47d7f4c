import type { Park } from '#geodata/contract/collections.ts'
import type { System } from '#geodata/model/system.ts'
import { say, t } from '#web/messages/index.ts'
import { linked } from '#web/parts/words/linked.ts'
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

/** A word that says little without its head. */
export const headed = (head: string, value: string) => t('layout.headed', { head, value })

export function PrecisionTag({ precision }: { precision: Park['properties']['coordPrecision'] }) {
  return <span>{headed(t('layout.precision'), t(`layout.precision.${precision}`))}</span>
}

/** What the compilers noted for themselves: folded, with what they read it in. */
export function Note({ note, source }: { note: string | null; source: string }) {
  if (!note) return null
  return (
    <>
      <dt>{t('layout.note')}</dt>
      <dd>
        <details class="compilers-note">
          <summary>{t('layout.noteOfCompilers')}</summary>
          <p>
            <Words of={note} />
          </p>
          <Sources source={source} />
        </details>
      </dd>
    </>
  )
}

/** Each source once; an address as the name of its site, which leads there. */
function Sources({ source }: { source: string }) {
  return (
    <ul>
      {source.split(';').map((one) => (
        <li key={one}>
          <Source text={one.trim()} />
        </li>
      ))}
    </ul>
  )
}

function Source({ text }: { text: string }) {
  return (
    <>
      {linked(text).map(({ text: part, href }) =>
        href === null ? (
          <Words key={part} of={part} />
        ) : (
          <a key={part} href={href} target="_blank" rel="noreferrer" title={href}>
            {part}
          </a>
        ),
      )}
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
      <Sources source={source} />
    </div>
  )
}
