// Saves scenes as pictures: one as a PNG, several as one file with a PNG each.

import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { storedZip } from '#geodata/formats/export/stored-zip.ts'
import type { Progress } from '#web/api/asked.ts'
import { language } from '#web/messages/index.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { styleOf } from '#web/workspaces/present/away/page-style.ts'
import { flat, pictureOf, pngOf } from '#web/workspaces/present/away/scene-picture.ts'
import { dressNow, openStageFrame } from '#web/workspaces/present/away/stage-frame.ts'
import { sideOf } from '#web/workspaces/present/present-figures.tsx'

/** `ratio`: 1 is 1920×1080, 2 is 3840×2160. A NoPicture says why there are none; nothing is saved then. */
export async function savePictures(
  story: Story,
  indexes: readonly number[],
  ratio: number,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const frame = openStageFrame(story, ratio, dressNow())
  const pictures: { name: string; png: Blob }[] = []
  try {
    for (const index of indexes) {
      onProgress({ done: pictures.length, total: indexes.length })
      const page = await frame.showing(index, signal)
      const canvas = flat(await pictureOf(page, await styleOf(page), ratio))
      pictures.push({ name: nameOf(story, index), png: await pngOf(canvas) })
      signal.throwIfAborted()
    }
  } finally {
    frame.close()
  }
  const [only, ...others] = pictures
  if (only && others.length === 0) {
    saveBlob(`${fileName(only.name)}.png`, only.png)
    return
  }
  const parts = await Promise.all(
    pictures.map(async ({ name, png }) => ({
      name: `${fileName(name)}.png`,
      bytes: new Uint8Array(await png.arrayBuffer()),
    })),
  )
  saveBlob(`${fileName(sideOf(story.title))}.zip`, storedZip(parts, new Date()))
}

/** In the order of the scenes wherever files are sorted by name. */
function nameOf({ scenes }: Story, index: number): string {
  const { title, id } = scenes[index] as Scene
  const number = String(index + 1).padStart(String(scenes.length).length, '0')
  // A figure in a title has its value on the picture.
  const words = oneLine(sideOf(title), language.value).replaceAll(/[{}]/g, '')
  return `${number} ${words || id}`
}
