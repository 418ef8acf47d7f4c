// What is known of a district and what is missing, cut to what one page holds; what is cut is counted.

import type { Park } from '#geodata/contract/collections.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { amount } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import type { DistrictFigures } from '#web/state/region/district-figures.ts'
import { taxonomy } from '#web/state/region/lists.ts'

/** So many lines of each kind leave the page its foot, whatever the names (measured in the browser test). */
const LINES = { parks: 7, figures: 3, links: 3, gaps: 10, firms: 12 }

export function BriefFacts({ one }: { one: DistrictFigures }) {
  return (
    <div class="brief-columns">
      <section>
        <h2>{t('brief.parks', { count: one.parks.length })}</h2>
        {one.parks.length === 0 && <Unknown />}
        <ol>
          {one.parks.slice(0, LINES.parks).map((park) => (
            <ParkLine key={park.id} park={park} />
          ))}
        </ol>
        <More count={one.parks.length - LINES.parks} />
        <h2>{t('brief.figures')}</h2>
        {one.figures.length === 0 && <Unknown />}
        <ul>
          {one.figures.slice(0, LINES.figures).map((row) => (
            <li key={row.rowId}>
              {say(row.metric)} <b>{amount(row)}</b> <small>{row.asOf && dateText(row.asOf)}</small>
            </li>
          ))}
        </ul>
        <More count={one.figures.length - LINES.figures} />
      </section>
      <section>
        <h2>{t('brief.firms', { count: one.counts.firms })}</h2>
        {one.counts.firms === 0 && <Unknown />}
        <p class="brief-names">
          {listed(one.firms.slice(0, LINES.firms).map(({ properties }) => nameOf(properties)))}
        </p>
        <More count={one.counts.firms - LINES.firms} />
        <h2>{t('brief.gaps')}</h2>
        <Gaps one={one} />
        <h2>{t('brief.links', { count: one.links.length })}</h2>
        {one.links.length === 0 && <Unknown />}
        <ul>
          {one.links.slice(0, LINES.links).map(({ id, properties }) => (
            <li key={id} class="brief-clamped">
              {properties.year} {t(`layout.kind.${properties.kind}`)}{' '}
              <small lang="zh-CN">{properties.description}</small>
            </li>
          ))}
        </ul>
        <More count={one.links.length - LINES.links} />
      </section>
    </div>
  )
}

function ParkLine({ park: { properties } }: { park: Park }) {
  const { stage, developedAreaSquareKilometers: area, segmentIds } = properties
  return (
    <li>
      <span class="brief-park">{nameOf(properties)}</span>
      <small>
        {t(`layout.role.${properties.role}`)} · {t(`layout.stage.${stage}`)} ·{' '}
        {t('brief.segments', { count: segmentIds.length })} ·{' '}
        {area === null ? (
          <>
            <i class="hatch-swatch" aria-hidden="true" />
            {t('brief.areaUnknown')}
          </>
        ) : (
          t('brief.area', { area })
        )}
      </small>
    </li>
  )
}

/** Segments that the district's parks are meant for and of which no firm is known there. */
function Gaps({ one }: { one: DistrictFigures }) {
  const assigned = new Set(one.parks.flatMap(({ properties }) => properties.segmentIds))
  if (assigned.size === 0) return <Unknown />
  const missing = [...assigned].filter((id) => !one.segmentIds.includes(id))
  if (missing.length === 0) return <p>{t('brief.noGap', { count: assigned.size })}</p>
  const names = missing.map((id) => {
    const segment = taxonomy.value.find(({ segmentId }) => segmentId === id)
    return segment ? say(segment.name) : id
  })
  return (
    <>
      <p class="brief-names">
        {t('brief.gapsOf', { missing: missing.length, assigned: assigned.size })}{' '}
        {listed(names.slice(0, LINES.gaps))}
      </p>
      <More count={names.length - LINES.gaps} />
    </>
  )
}

function Unknown() {
  return <p class="unknown">{t('progress.unknown')}</p>
}

function More({ count }: { count: number }) {
  return count > 0 ? <p class="brief-more">{t('progress.more', { count })}</p> : null
}

function listed(names: readonly string[]): string {
  return names.join(t('common.listSeparator'))
}
