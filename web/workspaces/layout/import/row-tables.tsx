// The rows by what becomes of them: refused with why and how to mend, read otherwise, changing one that is there, as
// they came.
import type { ComponentChildren } from 'preact'
import type { ImportRow } from '#geodata/contract/imports.ts'
import { say, t } from '#web/messages/index.ts'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { RowName, RowSection } from '#web/workspaces/layout/import/row-section.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'
import { MORE_ROWS, useRows } from '#web/workspaces/layout/import/use-rows.ts'

const AT_FIRST = { refused: 8, tidied: 5, changed: 5 }

type TableProps = StepProps & {
  verdict: 'refused' | 'tidied' | 'changed'
  heads: readonly string[]
  /** One line of the table for each; a row has at least one. */
  linesOf: (row: ImportRow) => ComponentChildren[][]
}

function RowTable(props: TableProps) {
  const { one, verdict, heads, linesOf } = props
  const { rows, answer, again, next, more, unprinted } = useRows(one, [verdict], AT_FIRST[verdict])
  if (one.counts[verdict] === 0) return null
  return (
    <RowSection
      verdict={verdict}
      title={t(`imports.verdict.${verdict}`)}
      lead={t(`imports.verdictLead.${verdict}`, { count: one.counts[verdict] })}
      next={next}
      unprinted={unprinted}
      onMore={more}
    >
      {answer.kind === 'failed' && (
        <p role="alert" class="import-alert">
          {problemText(answer.problem)}{' '}
          <button type="button" class="quiet" onClick={again}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {!rows && answer.kind === 'computing' && <p role="status">{t('imports.rowsComing')}</p>}
      {rows && (
        <table class="import-table" data-verdict={verdict}>
          <thead>
            <tr>
              <th scope="col" class="num">
                {t('imports.lineHead')}
              </th>
              <th scope="col">{t('imports.nameHead')}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {rows.items.map((row) => (
            <tbody key={row.line} class={props.lookedAt === row.line ? 'is-looked-at' : undefined}>
              {linesOf(row).map((cells, index) => (
                <tr key={index}>
                  {index === 0 && <RowName row={row} lines={linesOf(row).length} {...props} />}
                  {cells.map((cell, at) => (
                    <td key={at} data-head={heads[at]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </RowSection>
  )
}

const cameText = (came: string) =>
  came === '' ? t('imports.emptyCell') : t('imports.quoted', { text: came })

export function RefusedRows(props: StepProps) {
  return (
    <RowTable
      {...props}
      verdict="refused"
      heads={[t('imports.columnHead'), t('imports.cameHead'), t('imports.whyHead')]}
      linesOf={({ faults }) =>
        faults.map(({ header, came, fits }) => [
          header ? <Words of={say(header)} /> : t('imports.wholeRow'),
          <span class="import-came">
            <Words of={cameText(came)} />
          </span>,
          <>
            <i class="import-cross" aria-hidden="true" />
            <Words of={say(fits)} />
          </>,
        ])
      }
    />
  )
}

export function TidiedRows(props: StepProps) {
  return (
    <RowTable
      {...props}
      verdict="tidied"
      heads={[t('imports.columnHead'), t('imports.becameHead'), t('imports.becauseHead')]}
      linesOf={({ tidied }) =>
        tidied.map(({ header, came, became, why }) => [
          <Words of={say(header)} />,
          <>
            <i class="import-tick" aria-hidden="true" />
            <del>
              <Words of={came} />
            </del>
            <span class="import-arrow" aria-hidden="true" />
            <ins>
              <Words of={say(became)} />
            </ins>
          </>,
          <span class="import-why">
            <Words of={say(why)} />
          </span>,
        ])
      }
    />
  )
}

export function ChangedRows(props: StepProps) {
  return (
    <RowTable
      {...props}
      verdict="changed"
      heads={[t('imports.columnHead'), t('imports.becameHead'), t('imports.whichHead')]}
      linesOf={(row) =>
        row.changes.map(({ words, was, becomes }, index) => [
          <Words of={say(words)} />,
          <>
            <del>
              <Words of={was ? say(was) : t('common.unknown')} />
            </del>
            <span class="import-arrow" aria-hidden="true" />
            <ins>
              <Words of={becomes ? say(becomes) : t('common.unknown')} />
            </ins>
          </>,
          index === 0 && <Which row={row} {...props} />,
        ])
      }
    />
  )
}

const OF_FILE = /^line:(\d+)/

/** The row that it changes, by its id; of one that is not written, whether it is like one there or one further up. */
function verdictOf({ verdict, rowId }: ImportRow): string | null {
  const [, line] = OF_FILE.exec(rowId ?? '') ?? []
  if (line !== undefined) {
    return t(verdict === 'same' ? 'imports.sameInFile' : 'imports.likeInFile', { line })
  }
  if (rowId === null || verdict === 'changed') return rowId
  return t(verdict === 'same' ? 'imports.sameThere' : 'imports.likeThere')
}

/** The row there that it is about; and, where somebody decided so, the way back. */
function Which({ row, one, desk }: StepProps & { row: ImportRow }) {
  const isOwn = String(row.line) in one.choices.decisions
  return (
    <>
      {verdictOf(row)}
      {isOwn && one.state !== 'written' && (
        <button
          type="button"
          class="quiet import-take-back"
          onClick={() => void desk.change({ decisions: { [row.line]: null } })}
        >
          {t('imports.takeBack')}
        </button>
      )}
    </>
  )
}

/** Nothing needs to be said of them: folded until somebody asks. */
export function PlainRows(props: StepProps & { verdict: 'new' | 'same' | 'skipped' }) {
  const { one, verdict } = props
  const count = one.counts[verdict]
  const isPrinting = useMedia('print')
  if (count === 0) return null
  return (
    <details open={isPrinting} class="import-plain" id={`import-${verdict}`} tabIndex={-1}>
      <summary>
        <b>{t(`imports.verdict.${verdict}`)}</b>{' '}
        <span>{t(`imports.verdictLead.${verdict}`, { count })}</span>
      </summary>
      <PlainTable {...props} />
    </details>
  )
}

function PlainTable(props: StepProps & { verdict: 'new' | 'same' | 'skipped' }) {
  const { one, verdict } = props
  const { rows, next, more, unprinted } = useRows(one, [verdict], MORE_ROWS)
  return (
    <>
      <ul class="import-names">
        {rows?.items.map((row) => (
          <li key={row.line}>
            <button
              type="button"
              class="import-line"
              aria-label={t('imports.lineOf', { line: row.line })}
              aria-pressed={props.lookedAt === row.line}
              onClick={() => props.lookAt(props.lookedAt === row.line ? null : row.line)}
            >
              {row.line}
            </button>
            <span>
              <Words of={row.name || '—'} />
            </span>
            {verdict !== 'new' && <small>{<Which row={row} {...props} />}</small>}
          </li>
        ))}
      </ul>
      {next > 0 && (
        <button type="button" class="no-print" onClick={more}>
          {t('imports.more', { count: next })}
        </button>
      )}
      {unprinted > 0 && <p>{t('imports.unprinted', { count: unprinted })}</p>}
    </>
  )
}
