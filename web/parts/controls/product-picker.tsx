// What will be made? Products grouped by segment, found by typing in Chinese or English.

import { useId, useMemo, useRef, useState } from 'preact/hooks'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { System } from '#geodata/model/system.ts'
import { say, t } from '#web/messages/index.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { changeView, view } from '#web/state/view/store.ts'

export type Choice = {
  key: string
  productId: string | null
  segmentId: string
  system: System | null
  name: { zh: string; en: string }
  whole: boolean
}

/** All choices in the taxonomy's order: each segment as a whole, then its products. */
export function choicesOf(segments: readonly TaxonomySegment[]): Choice[] {
  return segments.flatMap((segment) => [
    {
      key: `segment-${segment.segmentId}`,
      productId: null,
      segmentId: segment.segmentId,
      system: segment.system,
      name: segment.name,
      whole: true,
    },
    ...segment.products.map((product) => ({
      key: `product-${product.productId}`,
      productId: product.productId,
      segmentId: segment.segmentId,
      system: segment.system,
      name: product.name,
      whole: false,
    })),
  ])
}

/** Choices whose Chinese or English name holds every typed word; a segment's name finds its products. */
export function matchingChoices(
  choices: readonly Choice[],
  segments: readonly TaxonomySegment[],
  text: string,
): Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const segmentText = new Map(
    segments.map(({ segmentId, name }) => [segmentId, `${name.zh} ${name.en}`]),
  )
  return choices.filter((choice) => {
    const hay =
      `${choice.name.zh} ${choice.name.en} ${segmentText.get(choice.segmentId) ?? ''}`.toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

/** The choice that the view names. */
export function chosenOf(choices: readonly Choice[]): Choice | undefined {
  const { productId, segmentId } = view.value
  return choices.find((choice) =>
    productId ? choice.productId === productId : choice.whole && choice.segmentId === segmentId,
  )
}

export function SystemBadge({ system }: { system: System | null }) {
  if (!system) return null
  return (
    <span class="sys-badge" data-system={system} aria-hidden="true">
      {systemMark(system)}
    </span>
  )
}

/** Asks for a product or a whole segment. */
function askFor(choice: Choice): void {
  // Inputs were chosen for the product they go into.
  const ask = { ...view.peek().ask, upstream: null }
  changeView(
    choice.productId
      ? { productId: choice.productId, segmentId: null, ask }
      : { productId: null, segmentId: choice.segmentId, ask },
  )
}

export function ProductPicker({ segments }: { segments: readonly TaxonomySegment[] }) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const choices = useMemo(() => choicesOf(segments), [segments])
  const chosen = chosenOf(choices)
  const shown = matchingChoices(choices, segments, text)
  const showList = open || !chosen

  const choose = (choice: Choice) => {
    askFor(choice)
    setOpen(false)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      const next = Math.min(Math.max(0, active + move), shown.length - 1)
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      // Else the same press would also reach what takes the focus afterwards.
      event.preventDefault()
      const choice = shown[active]
      if (choice) choose(choice)
    } else if (event.key === 'Escape' && chosen) {
      event.stopPropagation()
      setOpen(false)
    }
  }

  if (chosen && !showList) {
    return (
      <Chosen
        choice={chosen}
        onChange={() => {
          setOpen(true)
          setActive(0)
          requestAnimationFrame(() => input.current?.focus())
        }}
      />
    )
  }
  return (
    <div class="site-picker">
      <input
        ref={input}
        type="search"
        list={undefined}
        // biome-ignore lint/a11y/noRedundantRoles: without a datalist the input is a plain search box
        role="combobox"
        aria-label={t('site.productSearch')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown.length ? `${id}-${active}` : undefined}
        placeholder={t('site.productSearch')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 ? (
        <p class="site-note" role="status">
          {t('site.productNone', { text })}
        </p>
      ) : (
        <ChoiceList id={id} shown={shown} chosen={chosen} active={active} onChoose={choose} />
      )}
    </div>
  )
}

type ChosenProps = { choice: Choice; onChange: () => void }

function Chosen({ choice, onChange }: ChosenProps) {
  return (
    <div class="site-chosen">
      <SystemBadge system={choice.system} />
      <strong>{say(choice.name)}</strong>
      <button type="button" class="quiet" onClick={onChange}>
        {t('site.productChange')}
      </button>
    </div>
  )
}

type ChoiceListProps = {
  id: string
  shown: readonly Choice[]
  chosen: Choice | undefined
  active: number
  onChoose: (choice: Choice) => void
}

function ChoiceList({ id, shown, chosen, active, onChoose }: ChoiceListProps) {
  return (
    <div class="site-choices" id={`${id}-list`} role="listbox" aria-label={t('site.product')}>
      {shown.map((choice, index) => (
        <div
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          class={choice.whole ? 'site-choice whole' : 'site-choice'}
          aria-selected={choice === chosen}
          data-active={index === active ? '' : undefined}
          onClick={() => onChoose(choice)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(choice)}
        >
          {choice.whole && <SystemBadge system={choice.system} />}
          {choice.whole ? <b>{say(choice.name)}</b> : say(choice.name)}
        </div>
      ))}
    </div>
  )
}
