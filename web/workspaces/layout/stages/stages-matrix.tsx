// Parks by criteria: a mark for what is shown, and behind each mark the evidence and the way to add some.

import { useState } from 'preact/hooks'
import { language, say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { changeView } from '#web/state/view/store.ts'
import { StagesEvidence } from '#web/workspaces/layout/stages/stages-evidence.tsx'
import type {
  Criterion,
  Shown,
  StageCell,
  StageRow,
} from '#web/workspaces/layout/stages/stages-known.ts'
import { StageMark, stageName } from '#web/workspaces/layout/stages/stages-timeline.tsx'

const MARKS: Record<Shown, string> = { met: '●', not: '○', clue: '◐', unknown: '' }
const SHOWN: Shown[] = ['met', 'not', 'clue', 'unknown']

type MatrixProps = { rows: readonly StageRow[]; criteria: readonly Criterion[] }

export function StagesMatrix({ rows, criteria }: MatrixProps) {
  const [opened, setOpened] = useState('')
  const grid = useButtonGrid()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-labelledby="stages-matrix" tabIndex={0}>
      <h2 id="stages-matrix">{t('stages.matrix')}</h2>
      <ul class="stages-legend">
        {SHOWN.map((shown) => (
          <li key={shown}>
            <ShownMark shown={shown} /> {t(`stages.shown.${shown}`)}
          </li>
        ))}
      </ul>
      <table class="stages-matrix" {...grid}>
        <caption class="visually-hidden">{t('stages.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('stages.colPark')}</th>
            <th scope="col">{t('stages.colRead')}</th>
            {criteria.map((criterion) => (
              <CriterionHead key={criterion.id} criterion={criterion} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.park.properties.id}
              row={row}
              opened={opened}
              toggle={(key) => setOpened(opened === key ? '' : key)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CriterionHead({ criterion: { id, properties } }: { criterion: Criterion }) {
  const { basis, testZh, testEn, clauseZh, note, source } = properties
  const words = [say({ zh: testZh, en: testEn }), clauseZh, note, source].filter(Boolean)
  return (
    <th scope="col" title={words.join('\n')}>
      <button
        type="button"
        class="quiet"
        onClick={() => void openEditor({ collection: 'stage-criteria', id })}
      >
        {say({ zh: properties.titleZh, en: properties.titleEn })}
      </button>
      <small class={basis === 'plan' ? 'basis' : 'basis dashed'}>
        {t(`stages.basis.${basis}`)}
      </small>
    </th>
  )
}

type RowProps = { row: StageRow; opened: string; toggle: (key: string) => void }

function Row({ row, opened, toggle }: RowProps) {
  const { park, cells, read, agrees } = row
  const { id, labelZh, labelEn, stage } = park.properties
  const name = language.value === 'en' ? labelEn : labelZh
  const open = cells.find(({ criterion }) => opened === `${id}/${criterion.id}`)
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="quiet"
            onClick={() => changeView({ selection: { collection: 'parks', id } })}
          >
            {name}
          </button>
        </th>
        <td class="read">
          <StageMark stage={read.stage} /> {stageName(read.stage)}
          {read.higherOpen && <small>{t('stages.higherOpen')}</small>}
          {agrees === false && (
            <small class="bad">{t('stages.onRecord', { stage: stageName(stage) })}</small>
          )}
          {agrees === null && <small>{t('stages.onRecord', { stage: stageName(stage) })}</small>}
        </td>
        {cells.map((cell) => (
          <Cell
            key={cell.criterion.id}
            cell={cell}
            name={name}
            isOpen={cell === open}
            toggle={() => toggle(`${id}/${cell.criterion.id}`)}
          />
        ))}
      </tr>
      {open && (
        <tr class="stages-detail">
          <td colSpan={cells.length + 2}>
            <StagesEvidence park={park} cell={open} />
          </td>
        </tr>
      )}
    </>
  )
}

type CellProps = { cell: StageCell; name: string; isOpen: boolean; toggle: () => void }

function Cell({ cell: { criterion, shown }, name, isOpen, toggle }: CellProps) {
  const { titleZh, titleEn } = criterion.properties
  const label = `${name} · ${say({ zh: titleZh, en: titleEn })}: ${t(`stages.shown.${shown}`)}`
  return (
    <td>
      <button
        type="button"
        class="stages-cell"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={toggle}
      >
        <ShownMark shown={shown} />
      </button>
    </td>
  )
}

function ShownMark({ shown }: { shown: Shown }) {
  if (shown === 'unknown') return <i class="hatch-swatch" aria-hidden="true" />
  return <span aria-hidden="true">{MARKS[shown]}</span>
}
