// 缺口与重复: what the matrix found, each with the rule that found it, and the rules to edit.

import { reachOf } from '#geodata/analysis/coverage/reach.ts'
import type {
  CoverageKnown,
  CoverageMatrix,
  CoverageRow,
} from '#geodata/contract/processes/coverage.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { focusCell } from '#web/parts/controls/grid-keys.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { askedIndexes, changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'
import { rowHeadOf } from '#web/workspaces/layout/matrix/matrix-keys.ts'
import { type MatrixProps, systemOf } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { MatrixRules } from '#web/workspaces/layout/matrix/matrix-rules.tsx'
import { MatrixTags } from '#web/workspaces/layout/matrix/matrix-tags.tsx'
import { minutesWords, rangeText, rowName } from '#web/workspaces/layout/matrix/matrix-words.ts'

const NAMED_FIRMS = 6

export function MatrixFindings({ matrix, known }: MatrixProps) {
  const { totals, rows } = matrix
  const found = rows.filter(
    ({ kind, verdict, assignment }) =>
      kind === 'segment' && (verdict !== null || assignment?.isDuplicated),
  )
  return (
    <>
      <h2>{t('matrix.findings')}</h2>
      <p>
        {t('matrix.summary', {
          assignments: totals.assignments,
          empty: totals.emptyAssignments,
          firms: totals.firms,
        })}
      </p>
      {Object.keys(view.value.filters).length > 0 && <p>{t('matrix.filtered')}</p>}
      {found.length === 0 && <p role="status">{t('matrix.noFinding')}</p>}
      {found.map((row) => (
        <Finding key={row.id} row={row} matrix={matrix} known={known} />
      ))}
      <Plants matrix={matrix} known={known} />
      <EmptyParks matrix={matrix} known={known} />
      <Products matrix={matrix} known={known} />
      <MatrixRules />
      <p class="site-note">
        {t('matrix.countingRule', { several: totals.inSeveralSegments, none: totals.inNoSegment })}
      </p>
    </>
  )
}

/** Goes to the row of the table or the list; a product's segment is opened for it. */
function goTo(row: CoverageRow): void {
  const { opened } = view.peek().matrix
  if (row.kind !== 'segment' && !opened.includes(row.segmentId)) {
    changeMatrix({ opened: [...opened, row.segmentId] })
  }
  requestAnimationFrame(() => {
    const head = rowHeadOf(row.id)
    if (!head) return
    focusCell(head)
    head.scrollIntoView({ block: 'center' })
  })
}

function Finding({ row, matrix, known }: MatrixProps & { row: CoverageRow }) {
  const { settings } = matrix
  const { verdict, assignment, reach } = row
  const system = systemOf(known, row)
  const counted = rangeText(row.suppliersLow, row.suppliersHigh)
  return (
    <article class="finding">
      <h3>
        <b class={`chip seg-${system}`}>{systemMark(system)}</b>
        <button type="button" class="quiet" onClick={() => goTo(row)}>
          {rowName(row, known)}
        </button>
        <MatrixTags row={row} />
      </h3>
      {verdict && (
        <p>
          {settings.withinMinutes === null
            ? t('matrix.found.few', { count: counted, names: namesOf(row, matrix, known) })
            : t('matrix.found.fewWithin', {
                minutes: settings.withinMinutes,
                count: counted,
                names: namesOf(row, matrix, known),
              })}
          {reach.perhaps + reach.unmeasured > 0 &&
            ` ${t('matrix.found.doubt', { perhaps: reach.perhaps, unmeasured: reach.unmeasured })}`}
        </p>
      )}
      {assignment?.isDuplicated && (
        <p>
          {t('matrix.found.doubled', {
            districts: assignment.districts,
            parks: assignment.parkIds.length,
            empty: assignment.emptyParkIds.length,
          })}
        </p>
      )}
    </article>
  )
}

/** The suppliers that surely count. */
function namesOf({ firmIds }: CoverageRow, { settings }: CoverageMatrix, known: CoverageKnown) {
  const { withinMinutes } = settings
  const asked = askedIndexes(known, view.value.matrix.destinationId)
  const its = new Set(firmIds)
  const names = known.firms
    .filter((firm) => its.has(firm.id) && reachOf(firm, asked, withinMinutes) === 'within')
    .map(nameOf)
  if (names.length === 0) return t('matrix.nobody')
  const shown = names.slice(0, NAMED_FIRMS).join(t('common.listSeparator'))
  return names.length > NAMED_FIRMS ? t('matrix.andMore', { names: shown }) : shown
}

/** Plants of which a segment has no supplier in time: the need counted where it arises. */
function Plants({ matrix, known }: MatrixProps) {
  const segments = matrix.rows.filter(({ kind }) => kind === 'segment')
  const plants = known.destinations
    .map(({ id, nameZh, nameEn }) => {
      const lacking = segments.filter(({ uncoveredIds }) => uncoveredIds.includes(id))
      const perhaps = segments.filter((row) => row.perhapsUncoveredIds.includes(id)).length
      return { id, name: nameOf({ nameZh, nameEn }), lacking, perhaps }
    })
    .filter(({ lacking, perhaps }) => lacking.length + perhaps > 0)
    .sort((a, b) => b.lacking.length - a.lacking.length || b.perhaps - a.perhaps)
  const { withinMinutes } = matrix.settings
  if (withinMinutes === null || plants.length === 0) return null
  return (
    <section class="finding-list">
      <h3>{t('matrix.plantsLacking', { minutes: withinMinutes })}</h3>
      <p class="site-note">{t('matrix.plantsRule', { segments: segments.length })}</p>
      <ul>
        {plants.map(({ id, name, lacking, perhaps }) => (
          <li key={id}>
            <button
              type="button"
              class="quiet"
              title={lacking.map((row) => rowName(row, known)).join(t('common.listSeparator'))}
              onClick={() => changeMatrix({ destinationId: id })}
            >
              {name}
            </button>
            <span>{t('matrix.lacking', { sure: lacking.length, perhaps })}</span>
          </li>
        ))}
      </ul>
      {known.plantsLeftOut.length > 0 && (
        <p class="site-note">
          {t('matrix.plantsLeftOut', {
            count: known.plantsLeftOut.length,
            names: known.plantsLeftOut.map(nameOf).join(t('common.listSeparator')),
          })}
        </p>
      )}
    </section>
  )
}

function EmptyParks({ matrix, known }: MatrixProps) {
  const empty = known.parks.filter(({ id }) => matrix.emptyParkIds.includes(id))
  if (empty.length === 0) return null
  return (
    <section class="finding-list">
      <h3>{t('matrix.emptyParks', { count: empty.length })}</h3>
      <ul>
        {empty.map((park) => (
          <li key={park.id}>
            <button
              type="button"
              class="quiet"
              onClick={() => changeView({ selection: { collection: 'parks', id: park.id } })}
            >
              {nameOf(park)}
            </button>
            <span>
              {t('matrix.emptyPark', {
                count: park.segmentIds.length,
                minutes: minutesWords(park.duration),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Listed products with no sure supplier in time, or a single one. */
function Products({ matrix, known }: MatrixProps) {
  const products = matrix.rows.filter(
    ({ kind, verdict }) => kind === 'product' && verdict !== null && verdict.kind !== 'thin',
  )
  const certain = products.filter(({ verdict }) => verdict?.kind === 'gap' && verdict.isCertain)
  if (products.length === 0) return null
  return (
    <details class="finding-list">
      <summary>{t('matrix.products', { count: products.length, certain: certain.length })}</summary>
      <p class="site-note">{t('matrix.productsRule')}</p>
      <ul>
        {products.map((row) => (
          <li key={row.id}>
            <button type="button" class="quiet" onClick={() => goTo(row)}>
              {rowName(row, known)}
            </button>
            <MatrixTags row={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}
