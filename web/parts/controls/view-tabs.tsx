// The views of a workspace on one line, those without room behind "more"; the open one is among the first.
import '#web/parts/controls/layout-views.css'
import { language } from '#web/messages/index.ts'
import { More } from '#web/parts/controls/more.tsx'
import { useFitting } from '#web/parts/controls/use-fitting.ts'
import { useOneStop } from '#web/parts/focus/one-stop.ts'

type ViewTabsProps<Id extends string> = {
  label: string
  /** Of its own; the list behind "more" goes by it. */
  name: string
  ids: readonly Id[]
  open: Id
  words: (id: Id) => string
  onOpen: (id: Id) => void
}

export function ViewTabs<Id extends string>(props: ViewTabsProps<Id>) {
  const { label, name, ids, open } = props
  const row = useOneStop<HTMLElement>()
  const fitting = useFitting(row.ref, language.value)
  const count = fitting ?? ids.length
  const first =
    ids.indexOf(open) < count
      ? ids.slice(0, count)
      : [...ids.slice(0, Math.max(0, count - 1)), open]
  const others = ids.filter((id) => !first.includes(id))
  return (
    <nav class={`layout-views ${name}`} aria-label={label} {...row} data-whole={fitting === null}>
      {first.map((id) => (
        <ViewTab key={id} id={id} {...props} />
      ))}
      {(fitting === null || others.length > 0) && (
        <More id={`more-${name}`}>
          {others.map((id) => (
            <ViewTab key={id} id={id} {...props} />
          ))}
        </More>
      )}
    </nav>
  )
}

function ViewTab<Id extends string>({
  id,
  open,
  words,
  onOpen,
}: Pick<ViewTabsProps<Id>, 'open' | 'words' | 'onOpen'> & { id: Id }) {
  return (
    <button
      type="button"
      aria-current={open === id ? 'page' : undefined}
      onClick={() => onOpen(id)}
    >
      {words(id)}
    </button>
  )
}
