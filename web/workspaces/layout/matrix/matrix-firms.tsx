// Which firms stand in a cell of the matrix, how far from whom they supply, and who says so?

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { reachOf } from '#geodata/analysis/coverage/reach.ts'
import type { CoverageFirm, CoverageRow } from '#geodata/contract/processes/coverage.ts'
import { frame } from '#web/map/current.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { Provenance } from '#web/panels/inspector/facts-parts.tsx'
import { focusCell } from '#web/parts/controls/grid-keys.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { Words } from '#web/parts/words/words.tsx'
import { hovering } from '#web/state/answers/hover.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { askedIndexes, changeMatrix, nearestOf } from '#web/workspaces/layout/matrix/coverage.ts'
import { cellOf } from '#web/workspaces/layout/matrix/matrix-keys.ts'
import { type MatrixProps, systemOf } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { columnName, minutesWords, rowName } from '#web/workspaces/layout/matrix/matrix-words.ts'

export function MatrixFirms({ matrix, known }: MatrixProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { cell: opened, destinationId } = view.value.matrix
  const { rowId = '', columnId = '' } = opened ?? {}
  useLayoutEffect(() => {
    // Before anything is pressed again, and only after an act in the matrix: a page opened by its
    // address keeps its own start.
    if (document.activeElement?.closest('.matrix-main')) heading.current?.focus()
  }, [rowId, columnId])
  const row = matrix.rows.find(({ id }) => id === rowId)
  const column = matrix.columns.find(({ id }) => id === columnId)
  const close = () => {
    changeMatrix({ cell: null })
    requestAnimationFrame(() => {
      const cell = cellOf(rowId, columnId)
      if (cell) focusCell(cell)
    })
  }
  const back = (
    <button type="button" class="matrix-back" onClick={close}>
      {t('matrix.back')}
    </button>
  )
  if (!row || !column) {
    return (
      <>
        {back}
        <p role="status">{t('matrix.cellGone')}</p>
      </>
    )
  }
  const cell = row.cells.find((one) => one.columnId === columnId)
  const secondsOf = (firm: CoverageFirm) =>
    nearestOf(known, firm, destinationId)?.seconds[1] ?? Infinity
  const its = new Set(cell?.firmIds)
  const firms = known.firms
    .filter(({ id }) => its.has(id))
    .sort((a, b) => secondsOf(a) - secondsOf(b) || (a.id < b.id ? -1 : 1))
  const system = systemOf(known, row)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back from anywhere in it
    <div
      class="matrix-firms"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      {back}
      <h2 ref={heading} tabIndex={-1}>
        <b class={`chip seg-${system}`}>{systemMark(system)}</b>{' '}
        {t('matrix.cellTitle', { row: rowName(row, known), column: columnName(column) })}
      </h2>
      <p>
        {cell
          ? t('matrix.strength', {
              count: firms.length,
              stated: cell.stated,
              certified: cell.certified,
            })
          : t('matrix.cell.nothing')}{' '}
        {cell?.isAssigned ? t('matrix.isAssigned') : t('matrix.notAssigned')}
      </p>
      {row.kind === 'product' && <p class="site-note">{t('matrix.productNote')}</p>}
      <p class="acts">
        <button type="button" onClick={() => showOnMap(row, column.parkIds, firms)}>
          {t('matrix.onMap')}
        </button>
      </p>
      <ul key={`${rowId}/${columnId}`}>
        <Firms firms={firms} row={row} matrix={matrix} known={known} />
      </ul>
    </div>
  )
}

/** The nearest first; more come on demand. */
const FIRMS_AT_ONCE = 60

function Firms({ firms, ...of }: MatrixProps & { firms: CoverageFirm[]; row: CoverageRow }) {
  const [shown, setShown] = useState(FIRMS_AT_ONCE)
  return (
    <>
      {firms.slice(0, shown).map((firm) => (
        <Firm key={firm.id} firm={firm} {...of} />
      ))}
      {firms.length > shown && (
        <li>
          <button type="button" onClick={() => setShown(shown + 5 * FIRMS_AT_ONCE)}>
            {t('layout.moreRows', { count: firms.length - shown })}
          </button>
        </li>
      )}
    </>
  )
}

const FRAME_DEGREES = 0.06

/** The map narrowed to the segment, with the park or the first firm chosen and all firms in sight. */
function showOnMap(row: CoverageRow, parkIds: readonly string[], firms: readonly CoverageFirm[]) {
  const places = firms.flatMap(({ id }) => {
    const geometry = firmOf(id)?.geometry
    return geometry ? [geometry.coordinates] : []
  })
  const park = parkIds.length === 1 ? parkIds[0] : undefined
  const first = firms[0]?.id
  changeView({
    layoutView: 'map',
    selection: park
      ? { collection: 'parks', id: park }
      : first
        ? { collection: 'companies', id: first }
        : null,
    filters: { ...view.peek().filters, segments: [row.segmentId] },
  })
  const lngs = places.map(([lng = 0]) => lng)
  const lats = places.map(([, lat = 0]) => lat)
  if (places.length > 0) {
    frame([
      [Math.min(...lngs) - FRAME_DEGREES, Math.min(...lats) - FRAME_DEGREES],
      [Math.max(...lngs) + FRAME_DEGREES, Math.max(...lats) + FRAME_DEGREES],
    ])
  }
}

function Firm({
  firm,
  row,
  matrix,
  known,
}: MatrixProps & { firm: CoverageFirm; row: CoverageRow }) {
  const { destinationId, withinMinutes } = view.value.matrix
  const facts = firmOf(firm.id)?.properties
  const nearest = nearestOf(known, firm, destinationId)
  const makes = firm.makes.find(({ segmentId }) => segmentId === row.segmentId)
  const asked = askedIndexes(known, destinationId)
  const reach = reachOf(firm, asked, matrix.settings.withinMinutes)
  const [lowSeconds = 0, centralSeconds = 0, highSeconds = 0] = nearest?.seconds ?? []
  return (
    <li {...hovering({ collection: 'companies', id: firm.id })}>
      <h3>
        <button
          type="button"
          class="quiet"
          onClick={() => changeView({ selection: { collection: 'companies', id: firm.id } })}
        >
          <Words of={nameOf(firm)} />
        </button>
      </h3>
      <p>
        {makes?.bases.includes('segment') ? (
          t('matrix.basisSegment')
        ) : (
          <Words of={t('matrix.basisStated', { products: facts?.products ?? '' })} />
        )}
        {firm.isCertified && ` · ${facts?.certifications ?? ''}`}
      </p>
      <p class={withinMinutes === null ? '' : `reach of-${reach}`}>
        {nearest
          ? t('matrix.toNearest', {
              name: nameOf(nearest.destination),
              minutes: minutesWords({ lowSeconds, centralSeconds, highSeconds }),
            })
          : t('matrix.unmeasured')}
        {withinMinutes !== null && nearest && ` · ${t(`matrix.reach.${reach}`)}`}
      </p>
      {facts && <Provenance {...facts} />}
    </li>
  )
}
