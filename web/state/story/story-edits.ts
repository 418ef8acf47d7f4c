// What does a change of a story give? Each takes a story and returns another; none changes what it was given.
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LiveFigure, MapScene, Scene, Story } from '#geodata/contract/stories.ts'

/** Parts of a scene as they are to be; undefined: the scene is to have no such part. */
export type SceneChange = { [Part in keyof MapScene]?: MapScene[Part] | undefined }

/** One scene changed in the named parts. */
export function withScene(story: Story, id: string, change: SceneChange): Story {
  const gone = new Set(
    Object.keys(change).filter((part) => change[part as keyof MapScene] === undefined),
  )
  const changed = (scene: Scene) =>
    Object.fromEntries(
      Object.entries({ ...scene, ...change }).filter(([part]) => !gone.has(part)),
    ) as Scene
  return {
    ...story,
    scenes: story.scenes.map((scene) => (scene.id === id ? changed(scene) : scene)),
  }
}

const WORDS = ['title', 'summary', 'text', 'notes'] as const
/** What a story or a scene says in both languages. */
export type Words = { [Part in (typeof WORDS)[number]]?: Bilingual | undefined }
/** Words of which one language was rewritten while the other, `side`, still says what it said before. */
export type Left = { part: keyof Words; side: keyof Bilingual }

export function leftBehind(before: Words, now: Words): Left[] {
  return WORDS.flatMap((part) => {
    const [was, is] = [before[part], now[part]]
    if (!was || !is) return []
    const side = is.zh !== was.zh ? 'en' : 'zh'
    const isRewritten = is.zh !== was.zh || is.en !== was.en
    return isRewritten && is[side] === was[side] && is[side] !== '' ? [{ part, side }] : []
  })
}

/** The words with what was left behind taken out of them: those that change. */
export function cleared(
  words: Words,
  left: readonly Left[],
): { [Part in keyof Words]?: Bilingual } {
  return Object.fromEntries(
    left.flatMap(({ part, side }) => {
      const one = words[part]
      return one ? [[part, { ...one, [side]: '' }] as const] : []
    }),
  )
}

/** Where the scenes of a story first differ from those it had before, within the story; null: nowhere. */
export function changedAt(before: Story, now: Story): number | null {
  const longer = Math.max(before.scenes.length, now.scenes.length)
  for (let at = 0; at < longer; at++) {
    if (JSON.stringify(before.scenes[at]) !== JSON.stringify(now.scenes[at])) {
      return Math.min(at, now.scenes.length - 1)
    }
  }
  return null
}

/** A scene so many places on, within the story. */
export function moved(story: Story, id: string, places: number): Story {
  const from = story.scenes.findIndex((scene) => scene.id === id)
  const to = Math.min(Math.max(0, from + places), story.scenes.length - 1)
  const scenes = [...story.scenes]
  const [scene] = scenes.splice(from, 1)
  if (from < 0 || !scene) return story
  scenes.splice(to, 0, scene)
  return { ...story, scenes }
}

/** The last scene stays: a story without any is none. */
export function removed(story: Story, id: string): Story {
  if (story.scenes.length === 1) return story
  return { ...story, scenes: story.scenes.filter((scene) => scene.id !== id) }
}

/** After the scene of that id, or at the end; the new scene gets an id of its own. */
export function added(story: Story, scene: Scene, afterId: string | null): Story {
  const at = story.scenes.findIndex(({ id }) => id === afterId)
  const scenes = [...story.scenes]
  scenes.splice(at < 0 ? scenes.length : at + 1, 0, { ...scene, id: newSceneId() })
  return { ...story, scenes }
}

export function duplicated(story: Story, id: string): Story {
  const scene = story.scenes.find((one) => one.id === id)
  return scene ? added(story, scene, id) : story
}

/** No other author's new scene has it either, so that both stand when two stories are merged. */
function newSceneId(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `scene-${number.toString(36)}`
}

/** The figure under a name that no other of the scene has; one that is there already is used again. */
export function withFigure(scene: Scene, figure: LiveFigure): { scene: Scene; figureId: string } {
  const same = scene.figures.find((one) => isSame(one, figure))
  if (same) return { scene, figureId: same.id }
  const figureId = freeName(figure.id, new Set(scene.figures.map(({ id }) => id)))
  return { scene: { ...scene, figures: [...scene.figures, { ...figure, id: figureId }] }, figureId }
}

/** With what was claimed of it; where words still call it, the check says so. */
export function withoutFigure(scene: Scene, figureId: string): Scene {
  return {
    ...scene,
    figures: scene.figures.filter(({ id }) => id !== figureId),
    claims: scene.claims.filter((claim) => claim.figureId !== figureId),
  }
}

/** Do two figures count the same? Names and labels aside. */
function isSame(a: LiveFigure, b: LiveFigure): boolean {
  const asked = ({ id, label, place, ...rest }: LiveFigure) => JSON.stringify(rest)
  return asked(a) === asked(b)
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let count = 2; ; count++) if (!taken.has(`${wanted}${count}`)) return `${wanted}${count}`
}

const NO_WORDS = { zh: '', en: '' }

/** A scene of words that says nothing yet. */
export function emptyPlate(kind: Exclude<Scene['kind'], 'map'>): Scene {
  return { ...EMPTY, kind }
}

/** A scene over this ground that says nothing yet. */
export function emptyMap(seen: Pick<MapScene, 'bounds' | 'layers'> & Partial<MapScene>): MapScene {
  return { paddingPixels: 40, bearingDegrees: 0, pitchDegrees: 0, ...EMPTY, ...seen, kind: 'map' }
}

const EMPTY = {
  id: 'scene',
  title: NO_WORDS,
  text: NO_WORDS,
  questions: [],
  figures: [],
  claims: [],
}
