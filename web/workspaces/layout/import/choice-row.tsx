// One of a few, side by side: Tab reaches the chosen one, ← and → choose; up, down and Enter are left to what it is in.
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

type ChoiceRowProps<Id extends string> = {
  label: string
  options: readonly { id: Id; words: ComponentChildren; isDrawnChosen?: boolean }[]
  chosen: Id
  onChoose: (id: Id) => void
  look?: 'segments' | 'dots'
}

export function ChoiceRow<Id extends string>(props: ChoiceRowProps<Id>) {
  const { label, options, chosen, onChoose, look = 'segments' } = props
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = options.findIndex(({ id }) => id === chosen)
    const to = (at + step + options.length) % options.length
    const next = options[to]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onChoose(next.id)
    row.current?.querySelectorAll<HTMLElement>('[role="radio"]')[to]?.focus()
  }
  return (
    <div
      ref={row}
      class={`import-choices is-${look}`}
      role="radiogroup"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {options.map(({ id, words, isDrawnChosen }) => (
        // biome-ignore lint/a11y/useSemanticElements: the arrows up and down of a radio are those of what it is in
        <button
          key={id}
          type="button"
          role="radio"
          class={look === 'segments' ? 'import-segment' : undefined}
          aria-checked={id === chosen}
          data-chosen={isDrawnChosen ?? id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
