// The story as a video to give away: how large, how long each scene stays, in which language.
import { useState } from 'preact/hooks'
import type { Story } from '#geodata/contract/stories.ts'
import { type Language, language, t } from '#web/messages/index.ts'
import { MakingLine, useMaking } from '#web/workspaces/present/away/making.tsx'
import { dressNow } from '#web/workspaces/present/away/stage-frame.ts'
import { sideOf } from '#web/workspaces/present/present-figures.tsx'
import { clockText, plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'

const HEIGHTS = [720, 1080] as const
/** Long enough to read a title and its figure. */
const SHORT_SECONDS = 6

export function VideoAway({ story }: { story: Story }) {
  const [heightPixels, setHeight] = useState<number>(720)
  const [isPlanned, setIsPlanned] = useState(false)
  const [spoken, setSpoken] = useState<Language | null>(null)
  const { making, make, leaveOff } = useMaking()
  const planned = plannedSeconds(story)
  const short = story.scenes.map(() => SHORT_SECONDS)
  const total = (seconds: readonly number[]) =>
    clockText(seconds.reduce((sum, one) => sum + one, 0))
  const save = () =>
    make(async (signal, tell) => {
      const { saveVideo } = await import('#web/workspaces/present/away/save-video.ts')
      const dress = { ...dressNow(), language: spoken ?? language.peek() }
      const seconds = isPlanned ? planned : short
      const title = sideOf(story.title)
      await saveVideo({ story, title, seconds, heightPixels, dress }, signal, tell)
    })
  // A page that came over a plain address of another machine gets no encoder.
  const canEncode = 'VideoEncoder' in globalThis
  return (
    <fieldset class="take-away away-made">
      <legend>{t('away.video')}</legend>
      <select
        aria-label={t('away.videoSize')}
        value={heightPixels}
        onChange={(event) => setHeight(Number(event.currentTarget.value))}
      >
        {HEIGHTS.map((height) => (
          <option key={height} value={height}>{`${(height * 16) / 9} × ${height}`}</option>
        ))}
      </select>
      <select
        aria-label={t('away.videoPace')}
        value={String(isPlanned)}
        onChange={(event) => setIsPlanned(event.currentTarget.value === 'true')}
      >
        <option value="false">
          {t('away.videoShort', { seconds: SHORT_SECONDS, total: total(short) })}
        </option>
        <option value="true">{t('away.videoPlanned', { total: total(planned) })}</option>
      </select>
      <select
        aria-label={t('away.videoLanguage')}
        value={spoken ?? language.value}
        onChange={(event) => setSpoken(event.currentTarget.value as Language)}
      >
        <option value="zh-CN">{t('away.inChinese')}</option>
        <option value="en">{t('away.inEnglish')}</option>
      </select>
      {making.kind !== 'working' && (
        <p class="away-acts">
          <button type="button" disabled={!canEncode} onClick={save}>
            {t('away.makeVideo')}
          </button>
        </p>
      )}
      <MakingLine making={making} onLeaveOff={leaveOff} />
      <small>{t(canEncode ? 'away.videoHow' : 'away.noEncoderHere')}</small>
    </fieldset>
  )
}
