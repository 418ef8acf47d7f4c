// Route by route: minutes, kilometers, roads, and where it is known the freight and its CO₂.
import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { minutesText, shownDuration } from '#web/messages/minutes-text.ts'
import { hovering } from '#web/state/answers/hover.ts'
import {
  carbonText,
  kilometersText,
  shownInterval,
  wholeText,
  yuanText,
} from '#web/workspaces/site/freight/freight-words.ts'

type Route = LogisticsResult['suppliers'][number] & Partial<LogisticsResult['customers'][number]>
type SiteFreightTableProps = { title: string; routes: readonly Route[] }

/** The longest roads of a way say enough of it. */
const ROADS_SHOWN = 3

export function SiteFreightTable({ title, routes }: SiteFreightTableProps) {
  const hasYuan = routes.some(({ freight }) => freight?.yuan)
  const hasCarbon = routes.some(({ freight }) => freight?.kilogramsCarbon)
  return (
    <table class="site-freight-routes">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('freight.colPlace')}</th>
          <th scope="col">{t('freight.colMinutes')}</th>
          <th scope="col">{t('freight.colKilometers')}</th>
          {hasYuan && <th scope="col">{t('freight.colYuan')}</th>}
          {hasCarbon && <th scope="col">{t('freight.colCarbon')}</th>}
        </tr>
      </thead>
      <tbody>
        {routes.map((route) => (
          <tr key={route.id} {...hovering({ collection: 'companies', id: route.id })}>
            <th scope="row">
              {nameOf(route)}
              <small>{waysOf(route)}</small>
            </th>
            <td>
              <Minutes of={route} />
            </td>
            <td>{kilometersText(route)}</td>
            {hasYuan && <td>{amountOf(route, 'yuan', yuanText)}</td>}
            {hasCarbon && <td>{amountOf(route, 'kilogramsCarbon', carbonText)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Minutes({ of }: { of: Route }) {
  const duration = shownDuration(of)
  return (
    <span class={duration ? undefined : 'unknown'}>
      {duration ? minutesText(duration) : t('freight.noWay')}
    </span>
  )
}

function amountOf(
  { freight }: Route,
  of: 'yuan' | 'kilogramsCarbon',
  words: typeof yuanText,
): string {
  return words(shownInterval(freight?.[of] ?? null, freight?.likely[of] ?? null))
}

/** "G93 60 km · G85 12 km · 43,333 units" */
function waysOf({ roads, units, freight }: Route): string {
  const ways = roads.slice(0, ROADS_SHOWN).map(({ name, ref, lengthMeters }) =>
    t('freight.road', {
      name: ref || name,
      kilometers: wholeText(lengthMeters / 1000),
    }),
  )
  const isShipped = units !== null && units !== undefined && freight?.trips !== null
  return [...ways, ...(isShipped ? [t('freight.units', { text: wholeText(units) })] : [])].join(
    ' · ',
  )
}
