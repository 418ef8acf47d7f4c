// Does everything a scene shows and hands on lie here as the story says?
import type { MissingName, Scene } from '#geodata/contract/stories.ts'
import { isPictureType } from '#geodata/contract/story-files.ts'

const PICTURE = {
  zh: '随讲解保存的 PNG、JPEG 或 WebP 图片',
  en: 'a PNG, JPEG or WebP picture that is kept with the story',
}
const FILE = { zh: '随讲解保存的文件', en: 'a file that is kept with the story' }

/** `files`: media type by id, of those files of the story that are kept. */
export function missingFiles(
  { picture, attachments = [] }: Scene,
  files: ReadonlyMap<string, string>,
): MissingName[] {
  const isPicture = (id: string) => isPictureType(files.get(id) ?? '')
  return [
    ...(picture && !isPicture(picture.fileId)
      ? [{ pointer: '/picture/fileId', came: picture.fileId, expected: PICTURE }]
      : []),
    ...attachments.flatMap((id, at) =>
      files.has(id) ? [] : [{ pointer: `/attachments/${at}`, came: id, expected: FILE }],
    ),
  ]
}
