// From any workspace: what is seen now becomes the last scene of the story that is being written.
import { STORY_VERSION, type Story } from '#geodata/contract/stories.ts'
import { capturedScene } from '#web/map/captured-scene.ts'
import { addedScene } from '#web/state/story/added-scene.ts'
import { changeStory, DRAFT_ID, draft, followDraft, openDraft } from '#web/state/story/draft.ts'
import { seenAnalysis } from '#web/state/story/seen-analysis.ts'
import { added } from '#web/state/story/story-edits.ts'
import { view } from '#web/state/view/store.ts'

/** A story begins with it where none is being written. */
export function addToStory(): void {
  const scene = capturedScene()
  if (!scene) return
  const stop = followDraft()
  if (draft.peek()) changeStory((story) => added(story, scene, lastBeforeEnd(story)))
  else openDraft(storyOf(scene))
  stop()
  const scenes = draft.peek()?.story.scenes ?? []
  addedScene.value = {
    scene: Math.max(0, scenes.length - 1 - closings(scenes)),
    isWithoutAnalysis: seenAnalysis(view.peek()) === 'elsewhere',
  }
}

type Scenes = readonly Story['scenes'][number][]

/** How many scenes of the end a story ends with. */
function closings(scenes: Scenes): number {
  return scenes.length - 1 - scenes.findLastIndex(({ kind }) => kind !== 'closing')
}

/** A new scene comes before what closes the story. */
function lastBeforeEnd({ scenes }: Story): string | null {
  return scenes.findLast(({ kind }) => kind !== 'closing')?.id ?? null
}

function storyOf(scene: Story['scenes'][number]): Story {
  const title = { zh: '', en: '' }
  return { formatVersion: STORY_VERSION, id: DRAFT_ID, title, summary: title, scenes: [scene] }
}
