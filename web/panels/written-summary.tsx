// What the map shows, in sentences made from the same figures.
import { SYSTEMS } from '#geodata/model/system.ts'
import { timeFromTheOne } from '#web/api/minutes.ts'
import { language, t } from '#web/messages/index.ts'
import { nearText } from '#web/panels/near-text.ts'
import { keptCompanies, keptLinks, keptParks } from '#web/state/kept.ts'

const NEAR_SECONDS = 3600
const NAMED = 3

export function WrittenSummary() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section class="drawer-body written" tabIndex={0} aria-label={t('layout.tab.summary')}>
      {sentences().map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function sentences(): string[] {
  const parks = keptParks.value.kept.map(({ properties }) => properties)
  const firms = keptCompanies.value.kept.map(({ properties }) => properties)
  const links = keptLinks.value.kept.map(({ properties }) => properties)
  const count = (test: (park: (typeof parks)[number]) => boolean) => parks.filter(test).length
  const times = timeFromTheOne.value
  const near = count(
    ({ id, role }) =>
      role === 'parts' && (times.get(id)?.centralSeconds ?? Infinity) <= NEAR_SECONDS,
  )
  const largest = [...parks].sort((a, b) => b.companyCount - a.companyCount).slice(0, NAMED)
  const years = links.map(({ year }) => year)
  const list = (words: string[]) => words.join(t('common.listSeparator'))
  return [
    t('layout.written.parks', {
      total: parks.length,
      vehicle: count(({ role }) => role === 'vehicle'),
      parts: count(({ role, stage }) => role === 'parts' && stage !== 'partner'),
      joint: count(({ role }) => role === 'joint'),
      recognised: count(({ stage }) => stage === 'recognised'),
      creating: count(({ stage }) => stage === 'creating'),
    }),
    times.size > 0 ? nearText(near, 'layout.written.near') : t('layout.written.noMinutes'),
    t('layout.written.firms', {
      total: firms.length,
      unplaced: firms.filter(({ coordPrecision }) => coordPrecision === 'unknown').length,
      systems: list(
        SYSTEMS.flatMap((system) => {
          const its = firms.filter(({ systems }) => systems.includes(system)).length
          return its > 0 ? [`${t(`common.system.${system}`)} ${its}`] : []
        }),
      ),
    }),
    ...(largest.length > 0
      ? [
          t('layout.written.largest', {
            names: list(
              largest.map(
                (park) =>
                  `${language.value === 'en' ? park.labelEn : park.labelZh} ${park.companyCount}`,
              ),
            ),
          }),
        ]
      : []),
    ...(links.length > 0
      ? [
          t('layout.written.links', {
            total: links.length,
            from: String(Math.min(...years)),
            to: String(Math.max(...years)),
          }),
        ]
      : []),
    t('layout.written.precision', {
      coarse: count(({ coordPrecision }) => ['town', 'district'].includes(coordPrecision)),
      total: parks.length,
    }),
  ]
}
