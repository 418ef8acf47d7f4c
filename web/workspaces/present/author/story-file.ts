// A story as a file that is kept elsewhere, sent on, and opened again.
import type { Problem } from '#geodata/contract/problem.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { problemOf } from '#web/api/client.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { previewOf } from '#web/state/story/draft.ts'

export const MOST_MEBIBYTES = 2
const BYTES_PER_MEBIBYTE = 1024 * 1024

export type Opened =
  | { kind: 'story'; story: Story }
  | { kind: 'too-large'; mebibytes: number }
  | { kind: 'not-json' }
  | { kind: 'refused'; problem: Problem }

export function saveStoryFile(story: Story, title: string): void {
  const text = `${JSON.stringify(story, null, 2)}\n`
  saveBlob(`${fileName(title)}.story.json`, new Blob([text], { type: 'application/json' }))
}

/** Read by the server, which knows all versions; nothing of it is kept. */
export async function openStoryFile(file: File): Promise<Opened> {
  const mebibytes = file.size / BYTES_PER_MEBIBYTE
  if (mebibytes > MOST_MEBIBYTES) return { kind: 'too-large', mebibytes }
  let json: unknown
  try {
    json = JSON.parse(await file.text())
  } catch {
    return { kind: 'not-json' }
  }
  try {
    return { kind: 'story', story: (await previewOf(json)).story }
  } catch (error) {
    return { kind: 'refused', problem: problemOf(error) }
  }
}
