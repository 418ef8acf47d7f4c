// A list of rows under its name and number, with the way to the next of them; and a row by its line and name.
import type { ComponentChildren } from 'preact'
import type { ImportRow, Verdict } from '#geodata/contract/imports.ts'
import { t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import type { StepProps } from '#web/workspaces/layout/import/step-props.ts'

type SectionProps = {
  verdict: Verdict
  title: string
  lead: string
  /** So many more come at a press; 0: all are here. */
  next: number
  /** So many are not printed. */
  unprinted: number
  onMore: () => void
  children: ComponentChildren
}

export function RowSection({
  verdict,
  title,
  lead,
  next,
  unprinted,
  onMore,
  children,
}: SectionProps) {
  const id = `import-${verdict}`
  return (
    <section class="import-section" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>{title}</h3>
        <p>{lead}</p>
        {next > 0 && (
          <button type="button" class="quiet no-print" onClick={onMore}>
            {t('imports.more', { count: next })}
          </button>
        )}
      </header>
      {children}
      {unprinted > 0 && <p>{t('imports.unprinted', { count: unprinted })}</p>}
    </section>
  )
}

type RowNameProps = Pick<StepProps, 'lookedAt' | 'lookAt'> & { row: ImportRow; lines: number }

/** The line is a button that rings the row on the map. */
export function RowName({ row, lines, lookedAt, lookAt }: RowNameProps) {
  const isLookedAt = lookedAt === row.line
  return (
    <>
      <td class="num" rowSpan={lines}>
        <button
          type="button"
          class="import-line"
          aria-label={t('imports.lineOf', { line: row.line })}
          aria-pressed={isLookedAt}
          onFocus={() => lookAt(row.line)}
          onClick={() => lookAt(row.line)}
        >
          {row.line}
        </button>
      </td>
      <th scope="row" rowSpan={lines}>
        <Words of={row.name || '—'} />
      </th>
    </>
  )
}
