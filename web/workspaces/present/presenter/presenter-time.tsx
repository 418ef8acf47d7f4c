// The clock, the time since the first scene, and where the plan says the story should be.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { language, t } from '#web/messages/index.ts'
import type { Standing } from '#web/workspaces/present/presenter/link.ts'
import { clockText, plannedSeconds, standingAt } from '#web/workspaces/present/stage/time-plan.ts'

type TimeProps = { story: Story; standing: Standing; restart: () => void }

export function PresenterTime({ story, standing, restart }: TimeProps) {
  const now = useNow()
  const planned = plannedSeconds(story)
  const elapsed = Math.max(0, (now - standing.began) / 1000)
  const { totalSeconds, behindSeconds } = standingAt(planned, standing.scene, elapsed)
  const pace = behindSeconds >= 1 ? 'behind' : behindSeconds <= -1 ? 'ahead' : 'onTime'
  const clock = new Date(now).toLocaleTimeString(language.value, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return (
    <div class="presenter-time">
      <dl>
        <div>
          <dt>{t('present.window.clock')}</dt>
          <dd>{clock}</dd>
        </div>
        <div>
          <dt>{t('present.window.elapsed')}</dt>
          <dd>
            <b role="timer" data-elapsed={Math.trunc(elapsed)}>
              {clockText(elapsed)}
            </b>
            <span> / {clockText(totalSeconds)}</span>
            {story.targetMinutes !== undefined && (
              <small>
                {t('present.window.target', { time: clockText(story.targetMinutes * 60) })}
              </small>
            )}
          </dd>
        </div>
        <div data-pace={pace}>
          <dt>{t('present.window.pace')}</dt>
          <dd>{t(`present.window.${pace}`, { time: clockText(behindSeconds) })}</dd>
        </div>
      </dl>{' '}
      <button type="button" onClick={restart}>
        {t('present.window.restart')}
      </button>
    </div>
  )
}

type PlanProps = {
  story: Story
  standing: Standing
  titleOf: (scene: Scene) => string
  go: (scene: number) => void
}

/** All scenes with the time each has and when it begins. */
export function ScenePlan({ story, standing, titleOf, go }: PlanProps) {
  const planned = plannedSeconds(story)
  const begins = planned.map((_, index) =>
    planned.slice(0, index).reduce((sum, one) => sum + one, 0),
  )
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [standing.scene])
  return (
    <nav class="presenter-plan" aria-label={t('present.window.plan')}>
      <h2 class="presenter-label">
        {t('present.window.plan')}
        <span>{t('present.window.planColumns')}</span>
      </h2>
      <ol ref={list}>
        {story.scenes.map((scene, index) => (
          <li key={scene.id}>
            <button
              type="button"
              aria-current={index === standing.scene ? 'step' : undefined}
              disabled={standing.isAsking}
              onClick={() => go(index)}
            >
              <b>{index + 1}</b>
              <span>{titleOf(scene)}</span>
              <i>{clockText(begins[index] ?? 0)}</i>
              <i>{clockText(planned[index] ?? 0)}</i>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The time of the clock, twice a second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
