// The same two orders as a table: ranks, minutes, kilometers and the detour; a name leads to the map.

import type { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { minutesText, shownDuration } from '#web/messages/minutes-text.ts'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { changeView } from '#web/state/view/store.ts'
import { kilometersText, type NearestAnswer } from '#web/workspaces/site/nearest/nearest-words.ts'

/** The detour's bar ends here; what is farther round fills it. */
const DETOUR_END = 3

type NearestTableProps = {
  items: NearestAnswer['items']
  collection: NearestInputs['collection']
}

export function NearestTable({ items, collection }: NearestTableProps) {
  const grid = useButtonGrid()
  return (
    <table class="nearest-table" {...grid}>
      <caption class="visually-hidden">{t('nearest.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('nearest.colTimeRank')}</th>
          <th scope="col">{t('nearest.colName')}</th>
          <th scope="col">{t('nearest.colMinutes')}</th>
          <th scope="col">{t('nearest.colRoad')}</th>
          <th scope="col">{t('nearest.colStraight')}</th>
          <th scope="col">{t('nearest.colStraightRank')}</th>
          <th scope="col">{t('nearest.colDetour')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} class={item.timeRank === item.straightRank ? undefined : 'moved'}>
            <td>{item.timeRank}</td>
            <th scope="row">
              <button
                type="button"
                class="quiet"
                title={t('nearest.open', { name: nameOf(item) })}
                onClick={() =>
                  changeView({ siteView: 'map', selection: { collection, id: item.id } })
                }
              >
                {nameOf(item)}
              </button>
            </th>
            <td>{minutesText(shownDuration(item) ?? item.duration)}</td>
            <td>{kilometersText(item.lengthMeters)}</td>
            <td>{kilometersText(item.straightMeters)}</td>
            <td>{item.straightRank}</td>
            <td>
              {item.detour === null ? (
                <span class="unknown">{t('nearest.detourNone')}</span>
              ) : (
                <span class="nearest-detour">
                  <span aria-hidden="true">
                    <i
                      style={{
                        width: `${(Math.min(item.detour, DETOUR_END) / DETOUR_END) * 100}%`,
                      }}
                    />
                  </span>
                  {t('nearest.times', { ratio: item.detour.toFixed(1) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
