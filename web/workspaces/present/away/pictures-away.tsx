// The scenes of a story as pictures to give away: the open one, or all.
import { useState } from 'preact/hooks'
import type { Story } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import { MakingLine, useMaking } from '#web/workspaces/present/away/making.tsx'

/** Pixels of the picture per pixel of a plain screen of 16 by 9. */
const SIZES = [
  { ratio: 1, words: '1920 × 1080' },
  { ratio: 2, words: '3840 × 2160' },
] as const

export function PicturesAway({ story, at }: { story: Story; at: number }) {
  const [ratio, setRatio] = useState(1)
  const { making, make, leaveOff } = useMaking()
  const save = (indexes: number[]) =>
    make(async (signal, tell) => {
      const { savePictures } = await import('#web/workspaces/present/away/save-pictures.ts')
      await savePictures(story, indexes, ratio, signal, tell)
    })
  return (
    <div class="take-away away-made">
      <label>
        {t('away.pictures')}
        <select value={ratio} onChange={(event) => setRatio(Number(event.currentTarget.value))}>
          {SIZES.map((size) => (
            <option key={size.ratio} value={size.ratio}>
              {size.words}
            </option>
          ))}
        </select>
      </label>
      {making.kind !== 'working' && (
        <p class="away-acts">
          <button type="button" onClick={() => save([at])}>
            {t('away.thisScene')}
          </button>
          <button type="button" onClick={() => save(story.scenes.map((_, index) => index))}>
            {t('away.allScenes', { count: story.scenes.length })}
          </button>
        </p>
      )}
      <MakingLine making={making} onLeaveOff={leaveOff} />
      <small>{t('away.picturesHow')}</small>
    </div>
  )
}
