// Where is that done which is asked for here but is no command? The answer leads to the place.
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import type { Command } from '#web/panels/search/commands.ts'
import type { Sound } from '#web/panels/search/sound.ts'
import { soundsLike } from '#web/panels/search/sound.ts'
import { changeView } from '#web/state/view/store.ts'

type Place = { id: string; said: MessageKey; words: MessageKey; run: () => void }

const onMap = () => changeView({ workspace: 'layout', layoutView: 'map' })
const onSite = () => changeView({ workspace: 'site', siteView: 'map' })

const PLACES: readonly Place[] = [
  { id: 'add', said: 'keys.where.add', words: 'keys.where.add.words', run: onMap },
  {
    id: 'import',
    said: 'keys.where.import',
    words: 'keys.where.import.words',
    run: () => changeView({ workspace: 'layout', layoutView: 'import' }),
  },
  { id: 'correct', said: 'keys.where.correct', words: 'keys.where.correct.words', run: onMap },
  {
    id: 'undo',
    said: 'keys.where.undo',
    words: 'keys.where.undo.words',
    run: () => changeView({ workspace: 'layout', layoutView: 'changes' }),
  },
  {
    id: 'print',
    said: 'keys.where.print',
    words: 'keys.where.print.words',
    run: () => changeView({ workspace: 'compare' }),
  },
  {
    id: 'download',
    said: 'keys.where.download',
    words: 'keys.where.download.words',
    run: () => changeView({ workspace: 'layout', tableOpen: true }),
  },
  { id: 'pin', said: 'keys.where.pin', words: 'keys.where.pin.words', run: onSite },
  { id: 'weights', said: 'keys.where.weights', words: 'keys.where.weights.words', run: onSite },
  { id: 'network', said: 'keys.where.network', words: 'keys.where.network.words', run: onMap },
  { id: 'save', said: 'keys.where.save', words: 'keys.where.save.words', run: onSite },
]

const wordsOf = ({ words }: Place) => t(words).split(' ')

/** Every word that an answer is found by. */
export const wordsOfPlaces = (): string[] => PLACES.flatMap(wordsOf)

/** Answers to what was typed: a word begun, a word within it, or as it sounds. */
export function whereDone(typed: string, soundOf: (name: string) => Sound | null): Command[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return []
  const said = /^[a-z' ]+$/.test(text) ? text.replaceAll(/[' ]/g, '') : null
  const isMeant = (word: string) =>
    word.startsWith(text) ||
    (word.length > 1 && text.includes(word)) ||
    (said !== null && said.length > 1 && soundsLike(soundOf(word), said) === 0)
  return PLACES.filter((place) => wordsOf(place).some(isMeant)).map(
    ({ id, said: answer, run }) => ({
      id: `where.${id}`,
      group: 'go',
      title: () => t(answer),
      run,
    }),
  )
}
