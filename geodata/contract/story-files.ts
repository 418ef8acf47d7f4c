// Pictures and files that are kept with a story: which kinds, how large, and how a scene names them.
//
// A story holds names alone. The bytes lie once under their own hash, so that no preview, no step of undo and no change
// in the history carries them; a story file that leaves the atlas takes them along (`StoryFileOut`).
import { z } from 'zod'
import { Bilingual } from '#geodata/contract/shared.ts'

const MEBIBYTE = 1024 * 1024
/** Of one file. A picture of 1,920 pixels takes a fifth of it. */
export const MOST_FILE_MEBIBYTES = 2
export const MOST_FILE_BYTES = MOST_FILE_MEBIBYTES * MEBIBYTE
/** Of all files of a story together. */
export const MOST_STORY_MEBIBYTES = 8
export const MOST_STORY_BYTES = MOST_STORY_MEBIBYTES * MEBIBYTE
export const MOST_STORY_FILES = 40
export const MOST_ATTACHMENTS = 6

/** Pictures that a page draws and that hold no script. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const
/** Documents that are handed on and never opened within the page. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const
export const STORY_FILE_TYPES = [...PICTURE_TYPES, ...DOCUMENT_TYPES] as const
export type StoryFileType = (typeof STORY_FILE_TYPES)[number]

export const isPictureType = (type: string): boolean =>
  (PICTURE_TYPES as readonly string[]).includes(type)

/** How a file of the type ends, and how people call it. */
export const FILE_KINDS: Readonly<Record<StoryFileType, { extension: string; name: string }>> = {
  'image/png': { extension: 'png', name: 'PNG' },
  'image/jpeg': { extension: 'jpg', name: 'JPEG' },
  'image/webp': { extension: 'webp', name: 'WebP' },
  'application/pdf': { extension: 'pdf', name: 'PDF' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extension: 'xlsx',
    name: 'XLSX',
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    name: 'DOCX',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    extension: 'pptx',
    name: 'PPTX',
  },
}

/** SHA-256 of the bytes, in hexadecimal digits. */
export const FileId = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the bytes in 64 digits')

export const StoryFile = z.strictObject({
  id: FileId,
  /** What it is called where it is handed on. */
  name: z.string().trim().min(1).max(120),
  mediaType: z.enum(STORY_FILE_TYPES),
  byteCount: z.number().int().positive().max(MOST_FILE_BYTES),
  /** In a file that left the atlas; here they are sent to the atlas by themselves, before the story. */
  bytes: z
    .custom<null | undefined>((value) => value === undefined || value === null, {
      error: 'The content of a file is sent by itself, before the story that names it',
      params: { zh: '文件内容应先单独发送，讲解中只写其编号' },
    })
    .optional(),
})
export type StoryFile = z.infer<typeof StoryFile>

/** As it stands in a story file that is sent on: with its bytes as base64. */
export type StoryFileOut = Omit<StoryFile, 'bytes'> & { bytes: string }

export const StoryFiles = z
  .array(StoryFile)
  .max(MOST_STORY_FILES)
  .refine((files) => new Set(files.map(({ id }) => id)).size === files.length, {
    error: 'Two files of a story have one id: each is named once',
    params: { zh: '同一文件列出了两次，应各列一次' },
  })
  .refine((files) => bytesOf(files) <= MOST_STORY_BYTES, {
    error: `The files of a story are over ${MOST_STORY_MEBIBYTES} MiB together: take some out, or make them smaller`,
    params: { zh: `图片与文件合计超过 ${MOST_STORY_MEBIBYTES} MiB，请去掉一些或缩小后再放入` },
  })

/** Of all together. */
export const bytesOf = (files: readonly Pick<StoryFile, 'byteCount'>[]): number =>
  files.reduce((sum, { byteCount }) => sum + byteCount, 0)

/** As people read it: 0.4 MB, 12 kB. */
export function sizeText(byteCount: number): string {
  if (byteCount < 100_000) return `${Math.max(1, Math.round(byteCount / 1000))} kB`
  return `${(byteCount / 1e6).toFixed(1)} MB`
}

/** A picture beside what a scene says. */
export const ScenePicture = z.strictObject({
  fileId: FileId,
  /** What it shows, for whoever cannot see it. */
  alt: Bilingual,
  /** Whose it is, and where it comes from. */
  credit: Bilingual.optional(),
})
export type ScenePicture = z.infer<typeof ScenePicture>

/** PUT /api/story-files/{fileId}: what came, as its own bytes say it. */
export const KeptFile = z.object({
  id: FileId,
  mediaType: z.enum(STORY_FILE_TYPES),
  byteCount: z.number().int(),
  /** Of a picture; null: it is none. */
  pixels: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
})
export type KeptFile = z.infer<typeof KeptFile>
