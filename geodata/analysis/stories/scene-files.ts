// Which files of a story does a scene show and hand on, and which does no scene?
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { isPictureType, type StoryFile } from '#geodata/contract/story-files.ts'

/** The ids that a scene names, the picture first. */
export function fileIdsOf({ picture, attachments = [] }: Scene): string[] {
  return [...(picture ? [picture.fileId] : []), ...attachments]
}

/** The picture's file; null: the scene has none, or it is not of the story. */
export function pictureFile({ files = [] }: Pick<Story, 'files'>, scene: Scene): StoryFile | null {
  const file = files.find(({ id }) => id === scene.picture?.fileId)
  return file && isPictureType(file.mediaType) ? file : null
}

/** What the scene hands on, in its order, as far as it is of the story. */
export function attachedFiles({ files = [] }: Pick<Story, 'files'>, scene: Scene): StoryFile[] {
  return (scene.attachments ?? []).flatMap((id) => files.find((file) => file.id === id) ?? [])
}

/** The story without the files that no scene names; the same where there are none. */
export function usedFilesOnly(story: Story): Story {
  const { files, ...rest } = story
  if (!files) return story
  const used = new Set(story.scenes.flatMap(fileIdsOf))
  const kept = files.filter(({ id }) => used.has(id))
  if (kept.length === files.length && kept.length > 0) return story
  return kept.length > 0 ? { ...rest, files: kept } : rest
}
