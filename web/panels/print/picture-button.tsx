// Saves the map as a picture, with its frame.
import { useState } from 'preact/hooks'
import { mapOnPage } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import type { PictureAbout } from '#web/panels/print/framed-picture.tsx'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'

/** `about` is asked when the picture is: legends come with the sheets for paper. */
export function PictureButton({ about }: { about: () => Promise<PictureAbout> }) {
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  if (!mapOnPage.value) return null
  const save = async () => {
    setState('working')
    try {
      const [{ framedPicture }, told] = await Promise.all([
        import('#web/panels/print/framed-picture.tsx'),
        about(),
      ])
      const picture = await framedPicture(told)
      if (picture) saveBlob(`${fileName(told.title)}.png`, picture)
      setState(picture ? 'idle' : 'failed')
    } catch (error) {
      console.warn(error)
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        aria-disabled={state === 'working'}
        onClick={() => {
          if (state !== 'working') void save()
        }}
      >
        {state === 'working' ? t('print.pictureWorking') : t('print.picture')}
      </button>
      {state === 'failed' && <span role="alert">{t('print.pictureFailed')}</span>}
    </>
  )
}
