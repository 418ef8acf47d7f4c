// The picture of the open scene and the files it hands on: chosen, dropped or pasted.
import { useEffect, useRef, useState } from 'preact/hooks'
import { attachedFiles } from '#geodata/analysis/stories/scene-files.ts'
import type { Scene } from '#geodata/contract/stories.ts'
import {
  DOCUMENT_TYPES,
  FILE_KINDS,
  MOST_ATTACHMENTS,
  PICTURE_TYPES,
  type ScenePicture,
  sizeText,
} from '#geodata/contract/story-files.ts'
import { fileAddress } from '#web/api/story-files.ts'
import { t } from '#web/messages/index.ts'
import { draft } from '#web/state/story/draft.ts'
import {
  type Place,
  placeOf,
  type Taken,
  takeFile,
} from '#web/workspaces/present/author/take-file.ts'
import { changeScene, withSide, writingSide } from '#web/workspaces/present/author/writing.ts'

export function SceneFilesForm({ scene }: { scene: Scene }) {
  const { busy, news, take, takeAll } = useTaking(scene)
  const [isOver, setOver] = useState(false)
  const { picture, attachments = [] } = scene
  usePaste((files) => void takeAll(files))
  return (
    <details class="author-part" open={picture !== undefined || attachments.length > 0}>
      <summary>{t('author.filesCount', { count: attachments.length + (picture ? 1 : 0) })}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the buttons within */}
      <div
        class="author-drop"
        data-over={isOver || undefined}
        aria-busy={busy}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void takeAll([...(event.dataTransfer?.files ?? [])])
        }}
      >
        {picture && <Picture scene={scene} picture={picture} />}
        <p class="author-acts">
          <Choose
            label={t(picture ? 'author.replacePicture' : 'author.choosePicture')}
            accept={PICTURE_TYPES.join()}
            onChosen={(files) => void take(files.slice(0, 1), 'picture')}
          />
          {picture && (
            <button
              type="button"
              class="quiet"
              onClick={() => changeScene(scene.id, { picture: undefined })}
            >
              {t('author.dropPicture')}
            </button>
          )}
        </p>
        <Attached scene={scene} />
        <p class="author-acts">
          <Choose
            label={t('author.addFile')}
            accept={[...DOCUMENT_TYPES, ...PICTURE_TYPES].join()}
            isMany
            disabled={attachments.length >= MOST_ATTACHMENTS}
            onChosen={(files) => void take(files, 'attachment')}
          />
        </p>
        <p class="site-note">{t('author.filesHint')}</p>
        <div role="status">{busy ? t('author.taking') : news.map(saidOf)}</div>
      </div>
      {news.filter(({ kind }) => kind === 'refused').length > 0 && (
        <div class="site-failed" role="alert">
          {news.map((one) => one.kind === 'refused' && <p key={one.why}>{one.why}</p>)}
        </div>
      )}
    </details>
  )
}

const saidOf = (one: Taken) => one.kind === 'taken' && <p key={one.said}>{one.said}</p>

/** Takes one file after another, and keeps what came of the last lot. */
function useTaking({ id }: Scene) {
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<readonly Taken[]>([])
  const each = async (files: readonly File[], placeFor: (file: File) => Promise<Place> | Place) => {
    if (files.length === 0) return
    setBusy(true)
    const taken: Taken[] = []
    for (const file of files) taken.push(await takeFile(id, file, await placeFor(file)))
    setNews(taken)
    setBusy(false)
  }
  const hasPicture = () =>
    draft.peek()?.story.scenes.find((scene) => scene.id === id)?.picture !== undefined
  return {
    busy,
    news,
    take: (files: readonly File[], place: Place) => each(files, () => place),
    takeAll: (files: readonly File[]) => each(files, (file) => placeOf(file, hasPicture())),
  }
}

/** Files on the clipboard, unless words beside them are meant for a field. */
function usePaste(take: (files: File[]) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const isWriting = event.target instanceof Element && event.target.matches('input, textarea')
      if (files.length === 0 || (isWriting && event.clipboardData?.getData('text/plain'))) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}

type ChooseProps = {
  label: string
  accept: string
  isMany?: boolean
  disabled?: boolean
  onChosen: (files: File[]) => void
}

function Choose({ label, accept, isMany = false, disabled = false, onChosen }: ChooseProps) {
  return (
    <label class="file-button">
      {label}
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        multiple={isMany}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          onChosen([...(currentTarget.files ?? [])])
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

function Picture({ scene: { id }, picture }: { scene: Scene; picture: ScenePicture }) {
  const side = writingSide()
  const lang = side === 'zh' ? 'zh-CN' : 'en'
  const { fileId, alt, credit } = picture
  const write = (part: 'alt' | 'credit', text: string) =>
    changeScene(
      id,
      { picture: { ...picture, [part]: withSide(picture[part], side, text) } },
      `picture/${part}/${side}`,
    )
  const isWordless = alt.zh.trim() === '' && alt.en.trim() === ''
  return (
    <>
      <img class="author-picture" src={fileAddress(fileId)} alt={alt[side]} />
      <label class="author-field">
        <span>{t('author.pictureAlt')}</span>
        <textarea
          rows={2}
          lang={lang}
          maxLength={400}
          value={alt[side]}
          aria-describedby="picture-alt-hint"
          onInput={({ currentTarget: { value } }) => write('alt', value)}
        />
        <small id="picture-alt-hint">
          {t(isWordless ? 'author.pictureAltMissing' : 'author.pictureAltHint')}
        </small>
      </label>
      <label class="author-field">
        <span>{t('author.pictureCredit')}</span>
        <input
          type="text"
          lang={lang}
          maxLength={200}
          value={credit?.[side] ?? ''}
          onInput={({ currentTarget: { value } }) => write('credit', value)}
        />
      </label>
    </>
  )
}

function Attached({ scene }: { scene: Scene }) {
  const story = draft.value?.story
  const attached = story ? attachedFiles(story, scene) : []
  if (attached.length === 0) return null
  const without = (id: string) => {
    const kept = (scene.attachments ?? []).filter((one) => one !== id)
    changeScene(scene.id, { attachments: kept.length > 0 ? kept : undefined })
  }
  return (
    <ul class="scene-files" aria-label={t('author.attached')}>
      {attached.map(({ id, name, mediaType, byteCount }) => (
        <li key={id}>
          <span>{name}</span>
          <small>
            {FILE_KINDS[mediaType].name} · {sizeText(byteCount)}
          </small>
          <button
            type="button"
            class="quiet"
            aria-label={t('author.dropFile', { name })}
            onClick={() => without(id)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}
