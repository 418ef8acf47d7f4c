// Of which rows is a figure made? Each with its minutes, its source and how sure it is.

import { useEffect, useRef } from 'preact/hooks'
import type {
  TimedRow,
  VehicleParkCandidate,
  VehicleParkResult,
} from '#geodata/contract/processes/vehicle-park.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { firmOf } from '#web/state/region/firms.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'
import {
  type Measure,
  type MeasureId,
  measuresOf,
  withinOf,
} from '#web/workspaces/layout/vehicle-park/figures.ts'
import {
  candidateName,
  figureText,
  measureTitle,
  unitOf,
} from '#web/workspaces/layout/vehicle-park/vehicle-park-measures.ts'

export type Traced = { candidateId: string; measureId: MeasureId }

type RowsProps = { result: VehicleParkResult; traced: Traced; close: () => void }

export function VehicleParkRows({ result, traced, close }: RowsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [traced.candidateId, traced.measureId])
  const candidate = result.candidates.find(({ id }) => id === traced.candidateId)
  const measure = candidate && measuresOf(candidate).find(({ id }) => id === traced.measureId)
  if (!candidate || !measure) return null
  const figure = figureText(measure) ?? t('common.unknown')
  return (
    <section class="one-rows" aria-labelledby="one-rows">
      <h2 id="one-rows" ref={heading} tabIndex={-1}>
        {candidateName(candidate)} · {measureTitle(measure)}: {figure} {unitOf(measure)}
      </h2>
      <button type="button" class="close-rows" onClick={close}>
        {t('vehiclePark.closeRows')}
      </button>
      <RowsOf candidate={candidate} measure={measure} />
    </section>
  )
}

function RowsOf({ candidate, measure }: { candidate: VehicleParkCandidate; measure: Measure }) {
  if (measure.group === 'land') {
    const { land } = candidate
    return (
      <p>
        {t('vehiclePark.landRow', {
          planned: land.plannedSquareKilometers ?? t('common.unknown'),
          developed: land.developedSquareKilometers ?? t('common.unknown'),
        })}{' '}
        <small title={inReadersWords(land.source)}>
          <Words of={shortSource(land.source)} />
        </small>
      </p>
    )
  }
  if (measure.group === 'plants') {
    if (candidate.plants.length === 0) return <p>{t('vehiclePark.noPlants')}</p>
    return (
      <ul class="one-plants">
        {candidate.plants.map((plant) => (
          <li key={plant.id}>
            {plant.nameZh} ·{' '}
            {plant.capacityVehiclesPerYear === null
              ? t('vehiclePark.capacityUnknown')
              : t('vehiclePark.capacity', { count: plant.capacityVehiclesPerYear })}{' '}
            <small title={inReadersWords(plant.source)}>
              <Words of={shortSource(plant.source)} />
            </small>
          </li>
        ))}
      </ul>
    )
  }
  if (measure.group === 'hubs') {
    const hub = candidate.hubs.find(({ kind }) => kind === measure.id)?.nearest
    return hub ? <TimedTable rows={[hub]} collection="hubs" cutoffMinutes={null} /> : null
  }
  const rows = measure.group === 'parks' ? candidate.parks : candidate.suppliers
  return (
    <TimedTable
      rows={rows}
      collection={measure.group === 'parks' ? 'parks' : 'companies'}
      cutoffMinutes={measure.cutoffMinutes}
      bySegment={measure.group === 'segments'}
    />
  )
}

type TimedTableProps = {
  rows: readonly TimedRow[]
  collection: 'companies' | 'parks' | 'hubs'
  cutoffMinutes: number | null
  bySegment?: boolean
}

function TimedTable({ rows, collection, cutoffMinutes, bySegment }: TimedTableProps) {
  const shown =
    cutoffMinutes === null ? rows : rows.filter((row) => withinOf(row, cutoffMinutes) !== 'no')
  const segmentsOf = (id: string) => {
    const firm = firmOf(id)
    return taxonomy.value
      .filter(({ segmentId }) => firm?.properties.segmentIds.includes(segmentId))
      .map(({ name }) => say(name))
      .join(t('common.listSeparator'))
  }
  return (
    <table class="one-timed">
      <caption class="visually-hidden">
        {t('vehiclePark.rowsCaption', { count: shown.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('vehiclePark.colName')}</th>
          <th scope="col">{t('vehiclePark.colMinutes')}</th>
          {cutoffMinutes !== null && <th scope="col">{t('vehiclePark.colWithin')}</th>}
          {bySegment && <th scope="col">{t('vehiclePark.colSegments')}</th>}
          <th scope="col">{t('vehiclePark.colSource')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <button
                type="button"
                class="quiet"
                onClick={() => changeView({ selection: { collection, id: row.id } })}
              >
                {nameOf(row)}
              </button>
            </th>
            <td>{row.duration ? minutesText(row.duration) : row.reason && say(row.reason)}</td>
            {cutoffMinutes !== null && (
              <td>{t(`vehiclePark.sure.${withinOf(row, cutoffMinutes)}`)}</td>
            )}
            {bySegment && <td>{segmentsOf(row.id)}</td>}
            <td>
              <small title={inReadersWords(row.source)}>
                <Words of={shortSource(row.source)} />
              </small>{' '}
              <small>{t(`progress.confidence_${row.confidence}`)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
