// A page for paper: what it is, the map with its legend and scale, the list, and whose all of it is.
import '#web/parts/controls/print.css'
import '#web/panels/print/print-sheet.css'
import type { ComponentChildren } from 'preact'
import { language, say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { dataset } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'

/** What stands at the foot of a page: what it is of, and whose all of it is. */
export function printFoot(title: string): string {
  return [title, ...creditLines()].join(' · ')
}

type PrintSheetProps = {
  title: string
  /** What was asked or kept, a line each. */
  lines: readonly string[]
  map: ComponentChildren
  legend: readonly { mark: ComponentChildren; text: string }[]
  listTitle: string
  head: readonly string[]
  /** A row of the list each. */
  children: ComponentChildren
  /** Further pages behind the list. */
  pages?: ComponentChildren
}

export function PrintSheet(props: PrintSheetProps) {
  const { title, lines, map, legend, listTitle, head, children, pages } = props
  const credits = [...(dataset.value ? [say(dataset.value.boundaryNote)] : []), ...creditLines()]
  const date = new Intl.DateTimeFormat(language.value, { dateStyle: 'long' }).format(new Date())
  return (
    <article class="print-sheet">
      <h1>{title}</h1>
      <p>{[...lines, t('print.date', { date })].join(' · ')}</p>
      {map}
      <ul class="print-legend" aria-label={t('print.legend')}>
        {legend.map(({ mark, text }) => (
          <li key={text}>
            {mark}
            {text}
          </li>
        ))}
      </ul>
      <p class="print-credits">{credits.join(' · ')}</p>
      <p class="print-credits print-address">
        {t('print.address', {
          url: `${location.origin}${location.pathname}?${encodeView(view.value)}`,
        })}
      </p>
      <h2>{listTitle}</h2>
      <table>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        <tfoot>
          <tr>
            <td colSpan={head.length}>{printFoot(title)}</td>
          </tr>
        </tfoot>
      </table>
      {pages}
    </article>
  )
}
