// Puts pictures and files into a scene of a story; what no scene names any more goes when the draft changes.
import type { Scene, Story } from '#geodata/contract/stories.ts'
import {
  bytesOf,
  MOST_ATTACHMENTS,
  MOST_STORY_BYTES,
  MOST_STORY_FILES,
  type StoryFile,
} from '#geodata/contract/story-files.ts'

const NO_WORDS = { zh: '', en: '' }

/** The words of a picture that was there before are of that one, and go with it. */
export function withPicture(story: Story, sceneId: string, file: StoryFile): Story {
  return inScene(withFile(story, file), sceneId, (scene) =>
    scene.picture?.fileId === file.id
      ? scene
      : { ...scene, picture: { fileId: file.id, alt: NO_WORDS } },
  )
}

/** One that the scene hands on already stays once. */
export function withAttachment(story: Story, sceneId: string, file: StoryFile): Story {
  return inScene(withFile(story, file), sceneId, (scene) => {
    const attached = scene.attachments ?? []
    if (attached.includes(file.id)) return scene
    return { ...scene, attachments: [...attached, file.id].slice(0, MOST_ATTACHMENTS) }
  })
}

/** `too-much`: with this file the story would hold more than it may; `too-many`: too many files. */
export function roomFor(story: Story, file: StoryFile): 'too-much' | 'too-many' | null {
  const files = story.files ?? []
  if (files.some(({ id }) => id === file.id)) return null
  if (files.length >= MOST_STORY_FILES) return 'too-many'
  return bytesOf(files) + file.byteCount > MOST_STORY_BYTES ? 'too-much' : null
}

function withFile(story: Story, file: StoryFile): Story {
  const files = story.files ?? []
  return files.some(({ id }) => id === file.id) ? story : { ...story, files: [...files, file] }
}

function inScene(story: Story, id: string, change: (scene: Scene) => Scene): Story {
  return {
    ...story,
    scenes: story.scenes.map((scene) => (scene.id === id ? change(scene) : scene)),
  }
}
