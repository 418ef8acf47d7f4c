// The windows as a table: parts down, plants across by truck minutes, best and worst slack in the cells.

import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { WindowPart, WindowPlant } from '#geodata/contract/processes/jit-window.ts'
import { t } from '#web/messages/index.ts'
import { focusCell, keepReachable, moveByKey } from '#web/parts/controls/grid-keys.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'
import { type Cell, shownMinutesTo, shownOf } from '#web/workspaces/site/windows/windows-cells.ts'
import {
  budgetShort,
  cellWords,
  minutesRange,
  partName,
  plantName,
  shortEnds,
} from '#web/workspaces/site/windows/windows-words.ts'

export type WindowRow = { part: WindowPart; cells: Cell[] }
type Props = { label: string; rows: readonly WindowRow[]; plants: readonly WindowPlant[] }

export function WindowsGrid({ label, rows, plants }: Props) {
  const hint = useId()
  const table = useRef<HTMLTableElement>(null)
  const { cell: open } = view.value.windows
  useLayoutEffect(() => {
    if (table.current) keepReachable(table.current)
  })
  const act = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('th, td') : null
    if (!cell) return
    focusCell(cell)
    const productId = cell.closest<HTMLElement>('[data-row]')?.dataset.row
    const plantId = cell.dataset.column
    if (!productId || !plantId || cell.tagName === 'TH') return
    const before = view.peek().windows.cell
    const isAgain = before?.productId === productId && before.plantId === plantId
    const hasRoute = plants.some(({ id, duration }) => id === plantId && duration)
    if (isAgain && hasRoute) showOnMap('route')
    else changeWindows({ cell: { productId, plantId } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!table.current) return
    if (event.key === 'Enter' || event.key === ' ') act(event.target)
    else if (event.key === 'Escape' && view.peek().windows.cell) changeWindows({ cell: null })
    else if (!moveByKey(table.current, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section class="windows-scroll" aria-labelledby={hint} style={{ '--columns': plants.length }}>
      <p id={hint} class="windows-hint">
        {t('windows.scrollHint', { count: plants.length })}
      </p>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table
        role="grid"
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={(event) => act(event.target)}
      >
        <colgroup>
          <col class="head" />
          <col span={plants.length} class="cell" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" class="corner">
              <span>{t('windows.corner')}</span>
            </th>
            {plants.map((plant) => (
              <th key={plant.id} scope="col" data-column={plant.id} title={plantName(plant)}>
                <span class="window-plant">{plantName(plant)}</span>
                <PlantMinutes plant={plant} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, cells }) => (
            <tr key={part.productId} data-row={part.productId}>
              <PartHead part={part} />
              {cells.map((cell) => (
                <WindowCell
                  key={cell.plant.id}
                  cell={cell}
                  isOpen={open?.productId === part.productId && open.plantId === cell.plant.id}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The map takes the place of the board and shows the open cell's route or ring. */
export function showOnMap(onMap: 'route' | 'ring'): void {
  changeView({ siteView: 'map', windows: { ...view.peek().windows, onMap } })
}

function PlantMinutes({ plant }: { plant: WindowPlant }) {
  const minutes = shownMinutesTo(plant)
  if (!minutes) return <small class="hatched">{t('common.unknown')}</small>
  return <small>{minutesRange(minutes)}</small>
}

function PartHead({ part }: { part: WindowPart }) {
  const segment = taxonomy.value.find(({ segmentId }) => segmentId === part.segmentId)
  const system = segment?.system ?? null
  return (
    <th
      scope="row"
      title={partName(part)}
      class={part.productId === view.value.productId ? 'asked' : undefined}
    >
      <span class="window-part">
        {system && (
          <b class={`chip seg-${system}`} aria-hidden="true">
            {systemMark(system)}
          </b>
        )}
        <span class="row-name">{partName(part)}</span>
        <small>{part.budget ? budgetShort(part.budget.minutes) : t('common.unknown')}</small>
      </span>
    </th>
  )
}

function WindowCell({ cell, isOpen }: { cell: Cell; isOpen: boolean }) {
  const { verdict, plant } = cell
  const { slack } = shownOf(cell)
  const [best, worst] = slack ? shortEnds(slack) : ['', '']
  return (
    <td data-column={plant.id} data-verdict={verdict} class={isOpen ? 'open' : undefined}>
      <span class="visually-hidden">{cellWords(cell)}</span>
      <span class={`window-mark ${verdict}`} aria-hidden="true">
        <span>{best}</span>
        {worst !== best && <span>{worst}</span>}
      </span>
    </td>
  )
}
