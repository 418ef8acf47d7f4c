// How is a scene told, on the stage and on paper: its title in one line, its figures in its words, its sources?
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, LiveFigure, Scene, Story } from '#geodata/contract/stories.ts'

/** One slot per figure of the scene; undefined: not worked out yet. */
export type Answers = readonly (FigureAnswer | undefined)[]

/** A title breaks on the stage; read out or in a list it runs on. */
export function oneLine(title: string, language: string): string {
  return title.replaceAll('\n', language === 'en' ? ' ' : '')
}

/** What an agenda lists: the sections, or where there are none the scenes with a map. */
export function partsOf({ scenes }: Story): Scene[] {
  const sections = scenes.filter(({ kind }) => kind === 'section')
  return sections.length > 0 ? sections : scenes.filter(({ kind }) => kind === 'map')
}

/** The words of a scene with each `{figure}` replaced by what `say` makes of its answer. */
export function filled(
  words: string,
  scene: Scene,
  answers: Answers,
  say: (answer: FigureAnswer | undefined) => string,
): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, name) =>
    say(answers[scene.figures.findIndex(({ id }) => id === name)]),
  )
}

/** The doubt of a count that its words do not already state; null: none. */
export function untoldDoubt({ value, low, high, said }: FigureAnswer): [number, number] | null {
  if (low === null || high === null || said === null || said.zh.includes('–')) return null
  return low === value && high === value ? null : [low, high]
}

/** The references of a source in a line of small text, addresses cut to their host. */
export function hostsOf(source: string): string {
  return source
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => part.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1'))
    .join(' · ')
}

/** Is a figure to be seen: listed, or called in the words? */
export function isTold({ title, text }: Scene, { id, place }: LiveFigure): boolean {
  const words = [title.zh, title.en, text.zh, text.en]
  return place === 'list' || words.some((one) => one.includes(`{${id}}`))
}

/** What figures and map of the scene were worked out from, each source once; `say` names one in a line. */
export function sourcesOf(
  scene: Scene,
  answers: Answers,
  analysisSource: Bilingual | null,
  say: (source: Bilingual) => string,
): string[] {
  // A bar counts a part of what the leading figure counts, from the same lists.
  const own = answers.filter((_, index) => {
    const figure = scene.figures[index]
    return figure && !figure.system && isTold(scene, figure)
  })
  const sources = [...own.map((answer) => answer?.source), analysisSource]
  const parts = sources.flatMap((source) => (source ? say(source).split(' · ') : []))
  return [...new Set(parts.flatMap((part) => part.split(/[；]|; /)))].filter(Boolean)
}
