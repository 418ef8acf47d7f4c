// Takes a file that was chosen, dropped or pasted into a scene of the draft.
import { readFileKind, tooLarge } from '#geodata/analysis/stories/story-file-kind.ts'
import {
  isPictureType,
  MOST_STORY_FILES,
  MOST_STORY_MEBIBYTES,
  type StoryFile,
  sizeText,
} from '#geodata/contract/story-files.ts'
import type { Pixels } from '#geodata/formats/picture-pixels.ts'
import { problemOf } from '#web/api/client.ts'
import { keepStoryFile } from '#web/api/story-files.ts'
import { say, t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { changeStory, draft } from '#web/state/story/draft.ts'
import { roomFor, withAttachment, withPicture } from '#web/state/story/file-edits.ts'
import {
  type PictureToKeep,
  pictureToKeep,
} from '#web/workspaces/present/author/picture-to-keep.ts'

export type Taken = { kind: 'taken'; said: string } | { kind: 'refused'; why: string }
export type Place = 'picture' | 'attachment'

/** The file is kept on the server and named by the scene; what was not taken says why, with its name. */
export async function takeFile(sceneId: string, file: File, place: Place): Promise<Taken> {
  const refused = (why: string): Taken => ({
    kind: 'refused',
    why: t('author.notTaken', { name: file.name, why }),
  })
  try {
    const ready = await madeReady(file, place)
    if (ready.kind === 'refused') return refused(ready.why)
    const { id, mediaType, byteCount } = await keepStoryFile(ready.bytes)
    const kept: StoryFile = { id, mediaType, byteCount, name: shortName(file.name) }
    const story = draft.peek()?.story
    const full = story && roomFor(story, kept)
    if (full) return refused(FULL[full]())
    const put = place === 'picture' ? withPicture : withAttachment
    changeStory((one) => put(one, sceneId, kept))
    return { kind: 'taken', said: saidOf(file, ready, byteCount) }
  } catch (error) {
    return refused(problemText(problemOf(error)))
  }
}

/** Where a file that was dropped belongs: the first picture beside the words, all else to what is handed on. */
export async function placeOf(file: File, hasPicture: boolean): Promise<Place> {
  const read = readFileKind(new Uint8Array(await file.arrayBuffer()), Number.MAX_SAFE_INTEGER)
  const isPicture = read.kind === 'fits' && isPictureType(read.mediaType)
  return isPicture && !hasPicture ? 'picture' : 'attachment'
}

type Ready =
  | { kind: 'made'; bytes: Uint8Array<ArrayBuffer>; pixels: Pixels | null; came: Pixels | null }
  | Extract<PictureToKeep, { kind: 'refused' }>

async function madeReady(file: File, place: Place): Promise<Ready> {
  if (place === 'picture') return pictureToKeep(file)
  const large = tooLarge(file.size)
  const bytes = new Uint8Array(await file.slice(0, MOST_READ_BYTES).arrayBuffer())
  const read = readFileKind(bytes, Number.MAX_SAFE_INTEGER)
  // A photograph is handed on without the place where it was taken.
  if (read.kind === 'fits' && isPictureType(read.mediaType)) return pictureToKeep(file)
  if (large) return { kind: 'refused', why: say(large) }
  return read.kind === 'refused'
    ? { kind: 'refused', why: say(read.why) }
    : { kind: 'made', bytes, pixels: null, came: null }
}

const MOST_READ_BYTES = 8 * 2 ** 20

const FULL = {
  'too-much': () => t('author.filesTooMuch', { most: MOST_STORY_MEBIBYTES }),
  'too-many': () => t('author.filesTooMany', { most: MOST_STORY_FILES }),
}

const inPixels = ({ width, height }: Pixels) => `${width} × ${height}`

/** What came, and what is kept of it. */
function saidOf(file: File, { pixels, came }: Extract<Ready, { kind: 'made' }>, bytes: number) {
  if (!pixels || !came) return t('author.fileKept', { name: file.name, size: sizeText(bytes) })
  return t('author.pictureKept', {
    came: inPixels(came),
    cameSize: sizeText(file.size),
    kept: inPixels(pixels),
    keptSize: sizeText(bytes),
  })
}

const MOST_NAME = 120
/** What was pasted has no name of its own. */
const shortName = (name: string): string =>
  name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(-MOST_NAME) || 'file'
