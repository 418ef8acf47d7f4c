// The head of a column: its mark and name, and what can be done with it by hand or by keys.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { t } from '#web/messages/index.ts'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { movedCompared, takenOf, withoutCompared } from '#web/state/answers/compare.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { LONGEST_NAME, nameCompared, remarks } from '#web/state/answers/remarks.ts'
import { view } from '#web/state/view/store.ts'
import { type Column, comparedName } from '#web/workspaces/compare/column.ts'
import { ColumnMark } from '#web/workspaces/compare/column-mark.tsx'
import { setAgainst } from '#web/workspaces/compare/compare-looks.tsx'
import { LimitedText } from '#web/workspaces/compare/limited-text.tsx'
import { changeStanding } from '#web/workspaces/compare/undo-line.tsx'

type ColumnHeadProps = {
  column: Column
  columns: readonly Column[]
  needs: ComparisonResult['needs']
}

const DRAGGED = 'application/x-park-atlas-column'

export function ColumnHead({ column, columns, needs }: ColumnHeadProps) {
  const { id, index, name, candidate } = column
  const isReference = view.value.side.referenceId === id
  return (
    <th
      scope="col"
      draggable={kept.value === null}
      class={isReference ? 'reference' : undefined}
      onDragStart={({ dataTransfer }) => dataTransfer?.setData(DRAGGED, id)}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes(DRAGGED)) event.preventDefault()
      }}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(DRAGGED)
        if (!dragged) return
        event.preventDefault()
        moveTo(dragged, index)
      }}
    >
      <span class="column-name">
        <LetterBadge index={index} />
        <span class="column-called" title={name}>
          {name}
        </span>
        {!kept.value && <ColumnMenu column={column} columns={columns} isReference={isReference} />}
      </span>
      {isReference && <small class="column-mark">{t('compare.isReference')}</small>}
      {candidate && <ColumnMark candidate={candidate} needs={needs} />}
    </th>
  )
}

/** Moves a candidate to the place of another; whose rings are shown stays. */
function moveTo(id: string, place: number): void {
  const { compared, comparedShown } = view.peek()
  const { taken } = takenOf(compared)
  const shown = taken[comparedShown]
  const next = movedCompared(compared, id, place - taken.indexOf(id))
  const nextShown = shown === undefined ? 0 : takenOf(next).taken.indexOf(shown)
  const said = t('compare.movedTo', { name: comparedName(id), place: place + 1 })
  changeStanding(said, { compared: next, comparedShown: nextShown })
}

type ColumnMenuProps = { column: Column; columns: readonly Column[]; isReference: boolean }

function ColumnMenu({ column, columns, isReference }: ColumnMenuProps) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLSpanElement>()
  const { id, name } = column
  const own = columns.indexOf(column)
  const [before, after] = [columns[own - 1], columns[own + 1]]
  const acts = [
    {
      text: isReference ? t('compare.noReference') : t('compare.asReference'),
      run: () => setAgainst(isReference ? null : id),
    },
    before && { text: t('compare.moveLeft'), run: () => moveTo(id, before.index) },
    after && { text: t('compare.moveRight'), run: () => moveTo(id, after.index) },
    {
      text: t('compare.hide'),
      run: () => {
        const { side } = view.peek()
        const hidden = { ...side, hiddenIds: [...side.hiddenIds, id] }
        changeStanding(t('compare.hid', { name }), { side: hidden })
      },
    },
    {
      text: t('compare.remove', { name }),
      run: () =>
        changeStanding(t('compare.removed', { name }), {
          compared: withoutCompared(view.peek().compared, id),
          comparedShown: 0,
        }),
    },
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <span class="column-menu no-print" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="quiet"
        aria-expanded={open}
        aria-label={t('compare.columnMenu', { name })}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <span class="column-acts">
          <NameField id={id} name={name} />
          {acts.map(
            (act) =>
              act && (
                <button
                  key={act.text}
                  type="button"
                  class="quiet"
                  onClick={() => {
                    setOpen(false)
                    act.run()
                  }}
                >
                  {act.text}
                </button>
              ),
          )}
        </span>
      )}
    </span>
  )
}

/** What the user calls the place; empty: as the data do. */
function NameField({ id, name }: Pick<Column, 'id' | 'name'>) {
  return (
    <LimitedText
      title={t('compare.ownName')}
      most={LONGEST_NAME}
      placeholder={name}
      value={remarks.value.names[id] ?? ''}
      onText={(text) => nameCompared(id, text)}
    />
  )
}
