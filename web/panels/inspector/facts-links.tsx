// Which links does a cable hold, each with its evidence?

import type { Link } from '#geodata/contract/collections.ts'
import { cablesOf } from '#web/map/shapes/cables.ts'
import { t } from '#web/messages/index.ts'
import { CorrectButton } from '#web/panels/editor/edit-buttons.tsx'
import { minutesNetwork, Provenance } from '#web/panels/inspector/facts-parts.tsx'
import { Stated } from '#web/panels/inspector/stated.tsx'
import { LinkPattern } from '#web/parts/controls/symbols.tsx'
import { Words } from '#web/parts/words/words.tsx'
import { hovering } from '#web/state/answers/hover.ts'

export function CableFacts({ pair }: { pair: string }) {
  const cable = cablesOf().find((one) => one.pair === pair)
  if (!cable) return null
  const { origin, city, minutes, members } = cable
  return (
    <>
      <h2 class="name">{t('layout.cable', { city, count: members.length })}</h2>
      {minutes !== null && (
        <p class="lead">
          {t('layout.cableMinutes', { origin, city, minutes, network: minutesNetwork() })}
        </p>
      )}
      <LinkList links={members} />
    </>
  )
}

export function LinkList({ links: list }: { links: Link[] }) {
  return (
    <>
      {list.map(({ properties }) => (
        <article
          key={properties.id}
          class="link"
          {...hovering({ collection: 'links', id: properties.id })}
        >
          <h3>
            <LinkPattern kind={properties.kind} /> {t(`layout.kind.${properties.kind}`)} ·{' '}
            {properties.year}
          </h3>
          <p>
            <strong>
              <Words of={`${properties.fromNameZh} → ${properties.toNameZh}`} />
            </strong>
          </p>
          <p>
            <Words of={properties.description} />
          </p>
          <Provenance {...properties} />
          {list.length > 1 && (
            <p class="acts">
              <CorrectButton collection="links" id={properties.id} />
            </p>
          )}
        </article>
      ))}
      {list.length === 1 && list[0] && (
        <>
          <Stated about="links" id={list[0].properties.id} />
          <p class="acts">
            <CorrectButton collection="links" id={list[0].properties.id} />
          </p>
        </>
      )}
    </>
  )
}
