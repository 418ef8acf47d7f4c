// The heads of the columns: truck minutes as bars with their doubt, the limit as a line, names upright.
import type { CoverageColumn } from '#geodata/contract/processes/coverage.ts'
import { t } from '#web/messages/index.ts'
import type { MatrixProps } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { columnName, minutesWords } from '#web/workspaces/layout/matrix/matrix-words.ts'

const BAR_PIXELS = 52
/** Longer bars are cut off here, or the near ones could not be distinguished. */
const AXIS_MINUTES = 120
/** Left of the limit there is room for its words after so many columns. */
const EDGE_ROOM_COLUMNS = 4

function minutesOf({ duration }: CoverageColumn): number | null {
  return duration && duration.centralSeconds / 60
}

/** The first column beyond the limit; -1: none, or all are. */
function edgeOf(columns: readonly CoverageColumn[], withinMinutes: number | null): number {
  const isBeyond = (one: CoverageColumn) =>
    !one.isVehiclePark && (minutesOf(one) ?? 0) > (withinMinutes ?? Infinity)
  return columns.findIndex(isBeyond)
}

export function MatrixHead({ matrix: { columns, settings }, known }: MatrixProps) {
  const edge = edgeOf(columns, settings.withinMinutes)
  const measured = columns.flatMap((one, index) =>
    one.isVehiclePark || !one.duration ? [] : [index],
  )
  const ones = known.destinations.filter(({ kind }) => kind === 'vehicle-park').length
  const labelled = new Set([measured[0], edge - 1, edge, measured.at(-1)])
  return (
    <>
      <colgroup>
        <col class="head" />
        <col span={columns.length} class="cell" />
        <col class="end" />
        <col class="last" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" class="corner">
            <span>{t(ones === 1 ? 'matrix.axisOne' : 'matrix.axis')}</span>
          </th>
          {columns.map((column, index) => (
            <th
              key={column.id}
              scope="col"
              data-column={column.id}
              class={[
                index === edge && 'edge',
                column.isVehiclePark && 'vehicle',
                edge >= 0 && index >= edge && 'beyond',
              ]
                .filter(Boolean)
                .join(' ')}
              title={t('matrix.column', {
                name: columnName(column),
                minutes: minutesWords(column.duration),
              })}
            >
              <Bar column={column} isLabelled={labelled.has(index)} />
              {index === edge && settings.withinMinutes !== null && (
                <span
                  class={index > EDGE_ROOM_COLUMNS ? 'edge-words both' : 'edge-words'}
                  aria-hidden="true"
                >
                  {index > EDGE_ROOM_COLUMNS && (
                    <b>{t('matrix.inside', { minutes: settings.withinMinutes })}</b>
                  )}
                  <span>{t('matrix.outside')}</span>
                </span>
              )}
              <span class="column-name">{columnName(column)}</span>
            </th>
          ))}
          <th scope="col" class="end">
            {settings.withinMinutes === null
              ? t('matrix.allFirms')
              : t('matrix.withinFirms', { minutes: settings.withinMinutes })}
          </th>
          <th scope="col" class="end last">
            {t('matrix.verdict')}
          </th>
        </tr>
      </thead>
    </>
  )
}

function Bar({ column, isLabelled }: { column: CoverageColumn; isLabelled: boolean }) {
  const { duration, isVehiclePark, kind } = column
  const pixels = (seconds: number) =>
    (Math.min(seconds / 60, AXIS_MINUTES) / AXIS_MINUTES) * BAR_PIXELS
  if (isVehiclePark)
    return (
      <span class="bar-box">
        <i class="one">1</i>
      </span>
    )
  if (!duration) {
    return <span class="bar-box">{kind !== 'elsewhere' && <i class="bar-unknown" />}</span>
  }
  const { lowSeconds, centralSeconds, highSeconds } = duration
  const low = pixels(lowSeconds)
  return (
    <span class="bar-box">
      <i
        class={centralSeconds > AXIS_MINUTES * 60 ? 'bar cut' : 'bar'}
        style={{ height: `${pixels(centralSeconds)}px` }}
      />
      <i class="doubt" style={{ bottom: `${low}px`, height: `${pixels(highSeconds) - low}px` }} />
      {isLabelled && (
        <span class="bar-label" style={{ bottom: `${pixels(highSeconds) + 1}px` }}>
          {Math.round(centralSeconds / 60)}
        </span>
      )}
    </span>
  )
}
