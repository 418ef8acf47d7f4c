// The order in a straight line, with a line from each to its row of the table, which is in the order of time.
import { nameOf, t } from '#web/messages/index.ts'
import { kilometersText, type NearestAnswer } from '#web/workspaces/site/nearest/nearest-words.ts'

/** As high as a row of the table, see nearest.css. */
const ROW = 32
const WIDTH = 100

export function NearestOrders({ items }: { items: NearestAnswer['items'] }) {
  const byStraight = items.toSorted(
    (a, b) => a.straightRank - b.straightRank || a.timeRank - b.timeRank,
  )
  const y = (index: number) => (index + 0.5) * ROW
  return (
    <div class="nearest-orders" aria-hidden="true">
      <ol>
        {byStraight.map((item) => (
          <li key={item.id} title={nameOf(item)}>
            <span>{nameOf(item)}</span> <b>{kilometersText(item.straightMeters)} km</b>
          </li>
        ))}
      </ol>
      <svg viewBox={`0 0 ${WIDTH} ${items.length * ROW}`} width={WIDTH} height={items.length * ROW}>
        <title>{t('nearest.sketch')}</title>
        {items.map((item, to) => {
          const from = byStraight.indexOf(item)
          const middle = WIDTH / 2
          return (
            <g key={item.id} class={from === to ? undefined : 'moved'}>
              <path
                d={`M4 ${y(from)}C${middle} ${y(from)} ${middle} ${y(to)} ${WIDTH - 4} ${y(to)}`}
              />
              <circle cx="4" cy={y(from)} r="3" />
              <circle cx={WIDTH - 4} cy={y(to)} r="3" />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
