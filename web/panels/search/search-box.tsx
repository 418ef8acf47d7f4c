// A box that finds things as one types, and in the palette commands too.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { frame } from '#web/map/current.ts'
import { language, t } from '#web/messages/index.ts'
import { type Command, commands } from '#web/panels/search/commands.ts'
import { filterCommands } from '#web/panels/search/filter-commands.ts'
import {
  listFound,
  type ManyFound,
  manyWords,
  useManyFound,
} from '#web/panels/search/many-found.ts'
import { learnSounds, soundOf, soundsKnown } from '#web/panels/search/pinyin.ts'
import { type Hit, search } from '#web/panels/search/search.ts'
import { namesToSay, searchEntries } from '#web/panels/search/search-entries.ts'
import { soundsLike } from '#web/panels/search/sound.ts'
import { whereDone, wordsOfPlaces } from '#web/panels/search/where-done.ts'
import { arriving } from '#web/state/answers/arriving.ts'
import { hovered } from '#web/state/answers/hover.ts'
import { choices } from '#web/state/region/kept.ts'
import { changeView } from '#web/state/view/store.ts'

const SHOWN_HITS = 12
const MORE_HITS = 60
const SHOWN_COMMANDS = 8
const FRAME_DEGREES = 0.25
const GROUPS = ['parks', 'districts', 'companies', 'hubs', 'platforms', 'links'] as const

type Option =
  | { kind: 'hit'; key: string; hit: Hit; group: (typeof GROUPS)[number] }
  | { kind: 'command'; key: string; command: Command }
  /** What was found beyond the first, to be listed too. */
  | { kind: 'more'; key: string; count: number }
  /** Where the page does not hold every firm: all that fit, in the table. */
  | { kind: 'table'; key: string; text: string; count: number }

type SearchBoxProps = {
  /** Commands are offered beside the things; an empty box lists them. */
  withCommands?: boolean
  /** Called when something was chosen. */
  onDone?: () => void
}

export function SearchBox({ withCommands = false, onDone }: SearchBoxProps) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(SHOWN_HITS)
  const many = useManyFound(text.trim())
  const options = optionsOf(text, withCommands, shown, many)
  const current = options[Math.min(active, options.length - 1)]
  useEffect(() => {
    if (withCommands) input.current?.focus()
  }, [withCommands])
  const choose = (option: Option | undefined) => {
    if (!option) return
    if (option.kind === 'more') {
      setShown(shown + MORE_HITS)
      input.current?.focus()
      return
    }
    setText('')
    onDone?.()
    if (option.kind === 'command') option.command.run()
    else if (option.kind === 'table') listFound(option.text)
    else show(option.hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(options.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') choose(current)
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={withCommands ? t('keys.palette') : t('layout.search')}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.key}` : undefined}
        placeholder={withCommands ? t('keys.placeholder') : t('layout.search')}
        value={text}
        onFocus={() => void learnSounds(names(withCommands))}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
          setShown(SHOWN_HITS)
        }}
        onKeyDown={onKeyDown}
      />
      {!withCommands && text === '' && (
        <span class="kbd" aria-hidden="true">
          Ctrl K
        </span>
      )}
      <OptionList
        id={id}
        options={options}
        current={current}
        onPoint={setActive}
        onChoose={choose}
      />
      {many && (
        <p class="method" role="status">
          {manyWords(many)}
        </p>
      )}
      <p role="status" class={options.length > 0 ? 'visually-hidden' : 'none'}>
        {text.trim() !== '' &&
          (options.length > 0
            ? t('keys.count', { count: countOf(options) })
            : t('keys.none', { text }))}
      </p>
    </div>
  )
}

type OptionListProps = {
  id: string
  options: readonly Option[]
  current: Option | undefined
  onPoint: (index: number) => void
  onChoose: (option: Option) => void
}

/** What was found, in groups; the current one is marked on the map and scrolled into sight. */
function OptionList({ id, options, current, onPoint, onChoose }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    hovered.value = current?.kind === 'hit' ? current.hit : null
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    return () => {
      hovered.value = null
    }
  }, [current?.key])
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={t('keys.palette')}
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        <OptionRow
          key={option.key}
          id={`${id}-${option.key}`}
          option={option}
          isFirst={groupOf(option) !== groupOf(options[index - 1])}
          isActive={option === current}
          onPoint={() => onPoint(index)}
          onClick={() => onChoose(option)}
        />
      ))}
    </div>
  )
}

/** What may be typed as it sounds; commands are few and come first. */
function* names(withCommands: boolean): Iterable<string> {
  if (withCommands) {
    for (const { title } of [...commands(), ...filterCommands()]) yield title()
    yield* wordsOfPlaces()
  }
  yield* namesToSay()
}

/** How many things were found, with those that are not listed yet. */
function countOf(options: readonly Option[]): number {
  const count = (one: Option) => (one.kind === 'more' ? one.count : one.kind === 'table' ? 0 : 1)
  return options.reduce((sum, one) => sum + count(one), 0)
}

function optionsOf(
  text: string,
  withCommands: boolean,
  shownHits: number,
  many: ManyFound | null,
): Option[] {
  // Names that were given their sound meanwhile are found at once.
  void soundsKnown.value
  const all = search(searchEntries.value, text, soundOf)
  const hits = all.slice(0, shownHits)
  const rest = all.length - hits.length
  const byGroup = GROUPS.flatMap((group) =>
    hits
      .filter(({ collection }) => collection === group)
      .map((hit): Option => ({ kind: 'hit', key: `${group}-${hit.id}`, hit, group })),
  )
  // The group of the nearest hit comes first, the others in their order.
  const first = hits[0]?.collection
  const found: Option[] = [
    ...byGroup.sort((a, b) => Number(groupOf(b) === first) - Number(groupOf(a) === first)),
    ...(rest > 0 ? [{ kind: 'more' as const, key: 'more', count: rest }] : []),
    ...(many?.kept
      ? [{ kind: 'table' as const, key: 'table', text: many.text, count: many.kept }]
      : []),
  ]
  if (!withCommands) return found
  const word = text.trim().toLowerCase()
  const said = word.replaceAll(' ', '')
  const isMeant = ({ title }: Command) =>
    title().toLowerCase().includes(word) || soundsLike(soundOf(title()), said) !== null
  // Choices of filters are many: they come when something is asked for.
  const shown =
    word === ''
      ? commands()
      : [
          ...[...commands(), ...filterCommands()].filter(isMeant).slice(0, SHOWN_COMMANDS),
          ...whereDone(text, soundOf),
        ]
  return [
    ...found,
    ...shown.map((command): Option => ({ kind: 'command', key: command.id, command })),
  ]
}

function groupOf(option: Option | undefined): string | null {
  if (!option) return null
  if (option.kind === 'more' || option.kind === 'table') return 'more'
  return option.kind === 'hit' ? option.group : 'commands'
}

type OptionRowProps = {
  id: string
  option: Option
  isFirst: boolean
  isActive: boolean
  onPoint: () => void
  onClick: () => void
}

function OptionRow({ id, option, isFirst, isActive, onPoint, onClick }: OptionRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class={isFirst ? 'first' : ''}
      onPointerMove={onPoint}
      onClick={onClick}
    >
      {isFirst && (option.kind === 'hit' || option.kind === 'command') && (
        <small class="group">
          {option.kind === 'hit' ? t(`keys.group.${option.group}`) : t('keys.group.commands')}
        </small>
      )}
      <OptionWords option={option} />
    </div>
  )
}

function OptionWords({ option }: { option: Option }) {
  if (option.kind === 'more') return <span>{t('keys.more', { count: option.count })}</span>
  if (option.kind === 'table') {
    const isNarrowed = Object.keys(choices.value).length > 0
    return (
      <span>{t(isNarrowed ? 'keys.tableKept' : 'keys.tableAll', { count: option.count })}</span>
    )
  }
  if (option.kind === 'command') {
    return (
      <>
        <span>{option.command.title()}</span>
        {option.command.key && <kbd>{option.command.key}</kbd>}
      </>
    )
  }
  const { nameZh, nameEn, found } = option.hit
  return (
    <>
      <span>{language.value === 'en' ? nameEn || nameZh : nameZh}</span>
      {found && (
        <small class="why">
          {t(`keys.reason.${found.reason}`)} · {found.text}
        </small>
      )}
    </>
  )
}

/** Selects a thing and brings its place into the frame; a district is only framed. */
function show({ collection, id, at }: Hit): void {
  if (collection !== 'districts') arriving.value = true
  changeView({
    workspace: 'layout',
    layoutView: 'map',
    ...(collection === 'districts' ? {} : { selection: { collection, id } }),
  })
  const [lng, lat] = at ?? []
  if (lng === undefined || lat === undefined) return
  frame([
    [lng - FRAME_DEGREES, lat - FRAME_DEGREES],
    [lng + FRAME_DEGREES, lat + FRAME_DEGREES],
  ])
}
