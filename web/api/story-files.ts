// Pictures and files of stories: where they lie, and how one comes to lie there.
import { storyFilePath } from '#geodata/contract/given.ts'
import type { KeptFile } from '#geodata/contract/story-files.ts'
import { ask, ProblemError, problemIn } from '#web/api/client.ts'
import { at, reach } from '#web/api/reach.ts'

/** Where a page shows it from, or saves it. */
export const fileAddress = (id: string): string => at(storyFilePath(id))

/** Keeps the bytes; the answer says under which id. A ProblemError says why not. */
export const keepStoryFile = (bytes: Uint8Array<ArrayBuffer>): Promise<KeptFile> =>
  ask<KeptFile>('/api/story-files', { method: 'POST', headers: BINARY, body: bytes })

/** Keeps bytes that have an id already; a ProblemError says that they are not those of the id, or why not. */
export const putStoryFile = (id: string, bytes: Uint8Array<ArrayBuffer>): Promise<KeptFile> =>
  ask<KeptFile>(storyFilePath(id), { method: 'PUT', headers: BINARY, body: bytes })

const BINARY = { 'Content-Type': 'application/octet-stream' }

/** A ProblemError says that it is not here. */
export async function storyFileBytes(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await reach(storyFilePath(id))
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  throw new ProblemError(await problemIn(response))
}
