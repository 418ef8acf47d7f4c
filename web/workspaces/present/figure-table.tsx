// A live figure of many numbers: rows and columns, in letters that a room can read.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { say, t } from '#web/messages/index.ts'
import { roomOf } from '#web/workspaces/present/table-room.ts'

type TableFigureProps = {
  figure: LiveFigure
  table: FigureTable
  answer: FigureAnswer
}

export function TableFigure({ figure, table, answer }: TableFigureProps) {
  const { columns, rows, unit } = table
  const frame = useRef<HTMLDivElement>(null)
  const isCut = useIsCut(frame, table)
  const label = say(figure.label)
  if (rows.length === 0) {
    return (
      <div class="show-table">
        <h3>{label}</h3>
        {answer.said ? (
          <p>{say(answer.said)}</p>
        ) : (
          <span class="show-unknown">{t('present.unknown')}</span>
        )}
      </div>
    )
  }
  const isMinutes = figure.kind === 'matrix'
  const isMarked = rows.some(({ cells }) => cells.some(({ mark }) => mark))
  const isTied = figure.kind === 'comparison' && answer.value === null && answer.said
  return (
    <div class="show-table" data-columns={roomOf(figure.kind, columns.length)}>
      {/* Cut off on a small screen it is scrolled, by the keys too. */}
      <div
        ref={frame}
        class="show-table-frame"
        {...(isCut ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
      >
        <table>
          <caption>
            {label}
            {unit && <small> {say(unit)}</small>}
          </caption>
          <thead>
            <tr>
              <td />
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  {/* As it stands on the map of the scene. */}
                  {table.places && <LetterBadge index={at} />}
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  {/* As it stands on the map of the scene. */}
                  {figure.kind === 'disruption' && <em class="stretch-number">{index + 1}</em>}
                  {say(row.name)}
                  {row.unit && <small>{say(row.unit)}</small>}
                </th>
                {row.cells.map((cell, at) => (
                  <Cell key={at} cell={cell} isMinutes={isMinutes} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isMarked && <p>{t(isMinutes ? 'present.shortestOfRow' : 'present.bestAndWorst')}</p>}
      {isTied && answer.said && <p>{t('present.tied', { names: say(answer.said) })}</p>}
    </div>
  )
}

type CellProps = { cell: FigureTable['rows'][number]['cells'][number]; isMinutes: boolean }

function Cell({ cell: { said, mark }, isMinutes }: CellProps) {
  if (!said) {
    return (
      <td>
        <span class="show-unknown">{t('present.unknown')}</span>
      </td>
    )
  }
  const spoken = mark && t(isMinutes ? 'present.shortest' : `present.${mark}`)
  return (
    <td data-mark={mark ?? undefined}>
      {mark && !isMinutes && <i aria-hidden="true">{mark === 'best' ? '▲' : '▽'}</i>}
      {say(said)}
      {spoken && <span class="visually-hidden"> {spoken}</span>}
    </td>
  )
}

/** Does a part of it lie outside of what is seen? */
function useIsCut(frame: { current: HTMLElement | null }, table: FigureTable): boolean {
  const [isCut, setCut] = useState(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => setCut(element.scrollWidth > element.clientWidth)
    const watching = new ResizeObserver(look)
    watching.observe(element)
    look()
    return () => watching.disconnect()
  }, [table])
  return isCut
}
