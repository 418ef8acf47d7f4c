// How the planned time falls on the scenes, and whether the whole fits the target.
import type { Story } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import { changeView } from '#web/state/view/store.ts'
import { clockText, plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'

export function TimeBar({ story, at }: { story: Story; at: number }) {
  const seconds = plannedSeconds(story)
  const planned = seconds.reduce((sum, one) => sum + one, 0)
  const target = story.targetMinutes === undefined ? null : story.targetMinutes * 60
  const told = { planned: clockText(planned), target: clockText(target ?? 0) }
  const isOver = target !== null && planned > target + 1
  return (
    <section class="author-time" aria-label={t('author.plan')}>
      <p class={isOver ? 'bad' : undefined}>
        {t(target === null ? 'author.planned' : 'author.plannedOf', told)}
        {isOver && t('author.over', { over: clockText(planned - target) })}
      </p>
      <div class="author-bar">
        {story.scenes.map((scene, index) => (
          <button
            key={scene.id}
            type="button"
            style={{ flexGrow: seconds[index] }}
            aria-current={index === at ? 'step' : undefined}
            aria-label={t('author.timeOf', {
              scene: index + 1,
              time: clockText(seconds[index] ?? 0),
            })}
            onClick={() => changeView({ scene: index })}
          >
            {index + 1}
          </button>
        ))}
      </div>
    </section>
  )
}
