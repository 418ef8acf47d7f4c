// From any workspace: what is seen now becomes the last scene of the story that is being written.
import { STORY_VERSION, type Story } from '#geodata/contract/stories.ts'
import { capturedScene } from '#web/map/captured-scene.ts'
import { addedScene } from '#web/state/story/added-scene.ts'
import { changeStory, DRAFT_ID, draft, followDraft, openDraft } from '#web/state/story/draft.ts'
import { added } from '#web/state/story/story-edits.ts'

/** A story begins with it where none is being written. */
export function addToStory(): void {
  const scene = capturedScene()
  if (!scene) return
  const stop = followDraft()
  if (draft.peek()) changeStory((story) => added(story, scene, null))
  else openDraft(storyOf(scene))
  stop()
  addedScene.value = (draft.peek()?.story.scenes.length ?? 1) - 1
}

function storyOf(scene: Story['scenes'][number]): Story {
  const title = { zh: '', en: '' }
  return { formatVersion: STORY_VERSION, id: DRAFT_ID, title, summary: title, scenes: [scene] }
}
