// Two people changed one story: what do both changes give, and which scenes must somebody decide?
import { usedFilesOnly } from '#geodata/analysis/stories/scene-files.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'

export type SceneConflict = {
  id: string
  /** Null: that side removed it. */
  mine: Scene | null
  theirs: Scene | null
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Scene by scene against what both began with: a change of one side stands; where both changed one scene
 * otherwise, `decided` says whose stands, and until it does the scene is a conflict and theirs is kept.
 * The order is theirs, with scenes that only mine has after those they followed. Of title, summary and
 * target that both changed mine stands.
 */
export function mergeStories(
  base: Story,
  mine: Story,
  theirs: Story,
  decided: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): { story: Story; conflicts: SceneConflict[] } {
  const sceneOf = (story: Story, id: string) => story.scenes.find((one) => one.id === id) ?? null
  const conflicts: SceneConflict[] = []
  const merged = (id: string): Scene | null => {
    const [before, my, their] = [base, mine, theirs].map((story) => sceneOf(story, id)) as [
      Scene | null,
      Scene | null,
      Scene | null,
    ]
    if (isSame(my, their) || isSame(my, before)) return their
    if (isSame(their, before)) return my
    const whose = decided.get(id)
    if (whose === undefined) conflicts.push({ id, mine: my, theirs: their })
    return whose === 'mine' ? my : their
  }
  const order = theirs.scenes.map(({ id }) => id)
  for (const [index, { id }] of mine.scenes.entries()) {
    if (order.includes(id)) continue
    const before = mine.scenes[index - 1]?.id
    const at = before === undefined ? -1 : order.indexOf(before)
    order.splice(at + 1, 0, id)
  }
  const scenes = order.flatMap((id) => merged(id) ?? [])
  const part = <Name extends 'title' | 'summary' | 'targetMinutes'>(name: Name): Story[Name] =>
    isSame(mine[name], base[name]) ? theirs[name] : mine[name]
  const targetMinutes = part('targetMinutes')
  const { targetMinutes: _, files: __, ...rest } = theirs
  const files = filesOfBoth(theirs, mine)
  const story: Story = {
    ...rest,
    title: part('title'),
    summary: part('summary'),
    ...(targetMinutes === undefined ? {} : { targetMinutes }),
    ...(files.length === 0 ? {} : { files }),
    // Both may have removed what the other kept: a story keeps at least one scene.
    scenes: scenes.length > 0 ? scenes : mine.scenes,
  }
  return { story: usedFilesOnly(story), conflicts }
}

function filesOfBoth({ files: theirs = [] }: Story, { files: mine = [] }: Story) {
  const known = new Set(theirs.map(({ id }) => id))
  return [...theirs, ...mine.filter(({ id }) => !known.has(id))]
}
