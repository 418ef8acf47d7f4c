// A story as a file that is kept elsewhere, sent on, and opened again: with the bytes of its pictures and files in it.
import type { Problem } from '#geodata/contract/problem.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { MOST_STORY_MEBIBYTES, type StoryFileOut } from '#geodata/contract/story-files.ts'
import { problemOf } from '#web/api/client.ts'
import { putStoryFile, storyFileBytes } from '#web/api/story-files.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { previewOf } from '#web/state/story/draft.ts'

/** Words and figures. */
const WORDS_MEBIBYTES = 2
/** Four letters of base64 stand for three bytes. */
export const MOST_MEBIBYTES = WORDS_MEBIBYTES + Math.ceil((MOST_STORY_MEBIBYTES * 4) / 3)
const BYTES_PER_MEBIBYTE = 1024 * 1024

export type Opened =
  | { kind: 'story'; story: Story }
  | { kind: 'too-large'; mebibytes: number }
  | { kind: 'not-json' }
  | { kind: 'refused'; problem: Problem }

/** A ProblemError says which of its files is not here any more. */
export async function saveStoryFile(story: Story, title: string): Promise<void> {
  const { files, ...rest } = story
  const packed = await Promise.all(
    (files ?? []).map(async (file): Promise<StoryFileOut> => {
      const { id, name, mediaType, byteCount } = file
      return { id, name, mediaType, byteCount, bytes: base64Of(await storyFileBytes(id)) }
    }),
  )
  const whole = packed.length > 0 ? { ...rest, files: packed } : rest
  const text = `${JSON.stringify(whole, null, 2)}\n`
  saveBlob(`${fileName(title)}.story.json`, new Blob([text], { type: 'application/json' }))
}

/** Read by the server, which knows all versions; of a story that fits it keeps the files, and nothing else. */
export async function openStoryFile(file: File): Promise<Opened> {
  const mebibytes = file.size / BYTES_PER_MEBIBYTE
  if (mebibytes > MOST_MEBIBYTES) return { kind: 'too-large', mebibytes }
  let json: unknown
  try {
    json = JSON.parse(await file.text())
  } catch {
    return { kind: 'not-json' }
  }
  const { rest, bytes } = takenApart(json)
  try {
    const { story } = await previewOf(rest)
    for (const { id } of story.files ?? []) {
      const came = bytes.get(id)
      // One without bytes may be here already; where it is not, its scene says so.
      if (came !== undefined) await putStoryFile(id, bytesOf(came))
    }
    return { kind: 'story', story }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}

/** The story without the bytes of its files, and those by id. */
function takenApart(json: unknown): { rest: unknown; bytes: ReadonlyMap<string, string> } {
  const files: unknown = Object(json).files
  const bytes = new Map<string, string>()
  if (!Array.isArray(files)) return { rest: json, bytes }
  const bare = files.map((file: unknown) => {
    const { bytes: text, ...rest } = Object(file)
    if (typeof text !== 'string' || typeof rest.id !== 'string') return file
    bytes.set(rest.id, text)
    return rest
  })
  return { rest: { ...Object(json), files: bare }, bytes }
}

/** What is no base64 gives no bytes: the server says that they are not those of the id. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** So many bytes a call: more arguments than a call takes would throw. */
const CHUNK_BYTES = 0x8000

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)))
  }
  return btoa(parts.join(''))
}
