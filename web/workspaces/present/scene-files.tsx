// What a scene shows beside its words, and what it hands on.
import { useState } from 'preact/hooks'
import { attachedFiles } from '#geodata/analysis/stories/scene-files.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { FILE_KINDS, sizeText } from '#geodata/contract/story-files.ts'
import { fileAddress } from '#web/api/story-files.ts'
import { t } from '#web/messages/index.ts'
import { sideOf } from '#web/workspaces/present/present-figures.tsx'

/** Whole and never stretched; its words where it does not come. */
export function ScenePicture({ scene, class: name }: { scene: Scene; class: string }) {
  const { picture } = scene
  const [failed, setFailed] = useState<string | null>(null)
  if (!picture) return null
  const { fileId } = picture
  const alt = sideOf(picture.alt)
  const credit = picture.credit ? sideOf(picture.credit) : ''
  return (
    <figure class={name}>
      {failed === fileId ? (
        <p class="picture-missing">{t('present.noPicture', { alt })}</p>
      ) : (
        <img src={fileAddress(fileId)} alt={alt} onError={() => setFailed(fileId)} />
      )}
      {credit && <figcaption>{t('present.pictureBy', { credit })}</figcaption>}
    </figure>
  )
}

/** Links that save a file under its name. */
export function SceneFiles({ story, scene }: { story: Pick<Story, 'files'>; scene: Scene }) {
  const files = attachedFiles(story, scene)
  if (files.length === 0) return null
  return (
    <ul class="scene-files" aria-label={t('present.files')}>
      {files.map(({ id, name, mediaType, byteCount }) => (
        <li key={id}>
          <a href={fileAddress(id)} download={savedName(name, FILE_KINDS[mediaType].extension)}>
            {name}
          </a>
          <small>
            {FILE_KINDS[mediaType].name} · {sizeText(byteCount)}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** No system takes these in a name; it ends as what it is. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}]+/gu

export function savedName(name: string, extension: string): string {
  const plain = name.replaceAll(NOT_IN_NAMES, ' ').trim()
  return plain.toLowerCase().endsWith(`.${extension}`) ? plain : `${plain}.${extension}`
}
