// Is this a story, and of which version? Older files are read as if they were written today.
import { usedFilesOnly } from '#geodata/analysis/stories/scene-files.ts'
import { ProblemError, refusal } from '#geodata/contract/problem-error.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { STORY_VERSION, Story } from '#geodata/contract/stories.ts'

/** Throws a problem that says all that does not fit, with pointers into the file. A file that no scene names is left out. */
export function readStory(json: unknown): Story {
  const version = (json as { formatVersion?: unknown } | null)?.formatVersion
  if (typeof version === 'number' && version > STORY_VERSION) {
    throw new ProblemError(
      422,
      `This story was written by a newer version of the atlas (${version}; ${STORY_VERSION} is the newest read here): ask the operator to update this server.`,
      `此讲解由较新版本保存（第 ${version} 版，此处最多能读第 ${STORY_VERSION} 版）：请管理员更新本服务。`,
    )
  }
  const lifted = version === 1 ? lift(json as FirstVersion) : json
  const read = Story.safeParse(lifted, { reportInput: true })
  if (read.success) return usedFilesOnly(read.data)
  throw refusal(refusalsOf(read.error, lifted, ''), 422)
}

type FirstVersion = { scenes?: unknown }

/** Version 1 knew scenes with a map alone. */
function lift(json: FirstVersion): unknown {
  const { scenes } = json
  return {
    ...json,
    formatVersion: STORY_VERSION,
    ...(Array.isArray(scenes)
      ? { scenes: scenes.map((scene) => ({ kind: 'map', ...(scene as object) })) }
      : {}),
  }
}
