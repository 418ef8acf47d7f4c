// The frame of a picture: its title, how to read it, and the same in a table.
import type { ComponentChildren } from 'preact'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { LetterBadge, LetterKey } from '#web/charts/letter-mark.tsx'
import { t } from '#web/messages/index.ts'
import { SheetButton } from '#web/parts/controls/sheet-button.tsx'
import { letterOf } from '#web/state/answers/compare.ts'
import type { Shown } from '#web/workspaces/compare/pictures/shown.ts'

type PictureProps = {
  /** Of its own on the page. */
  id: string
  title: string
  hint?: string
  isWide?: boolean
  /** Beside it there is room for two. */
  isTall?: boolean
  children: ComponentChildren
  /** The same in figures, folded under the picture. */
  table?: ComponentChildren
  /** The same as rows of a file, where it is known with the picture and not later. */
  sheet?: () => Sheet
}

export function Picture(props: PictureProps) {
  const { id, title, hint, isWide, isTall, children, table, sheet } = props
  const classes = ['picture', isWide && 'wide', isTall && 'tall'].filter(Boolean).join(' ')
  return (
    <section class={classes} aria-labelledby={`picture-${id}`}>
      <h2 id={`picture-${id}`}>
        {title} {hint && <small>{hint}</small>}
      </h2>
      {children}
      {table && (
        <details class="picture-twin">
          <summary>{t('pictures.asTable')}</summary>
          {table}
        </details>
      )}
      {sheet && <SheetButton name={title} sheet={sheet} />}
    </section>
  )
}

type PictureKeyProps = {
  shown: readonly Shown[]
  /** The column that stands out; null: all alike. */
  front?: number | null
  /** Where one can be chosen to stand out. */
  onFront?: (index: number | null) => void
}

/** Line, letter and name of each: what the drawing above it means. */
export function PictureKey({ shown, front = null, onFront }: PictureKeyProps) {
  return (
    <ul class="picture-key">
      {shown.map(({ index, name }) => {
        const told = (
          <>
            <LetterKey index={index} /> <b>{letterOf(index)}</b> {name}
          </>
        )
        return (
          <li key={index}>
            {onFront ? (
              <button
                type="button"
                class="quiet"
                aria-pressed={front === index}
                title={t('pictures.standOut')}
                onClick={() => onFront(front === index ? null : index)}
              >
                {told}
              </button>
            ) : (
              told
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The heads of a table with a column per compared place. */
export function LetterHeads({ shown }: { shown: readonly Shown[] }) {
  return (
    <>
      {shown.map(({ index, name }) => (
        <th key={index} scope="col">
          <NamedLetter index={index} name={name} />
        </th>
      ))}
    </>
  )
}

/** The mark of a compared place and its name, which breaks beside the mark and not under it. */
export function NamedLetter({ index, name }: { index: number; name: string }) {
  return (
    <span class="named-letter">
      <LetterBadge index={index} /> <span>{name}</span>
    </span>
  )
}
