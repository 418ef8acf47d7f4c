// The scenes of the draft in order; the one that is open can be moved, doubled and removed.
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { language, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { changeStory } from '#web/state/story/draft.ts'
import { duplicated, moved, removed } from '#web/state/story/story-edits.ts'
import { changeView, followView } from '#web/state/view/store.ts'
import { draftCheck, draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { formOpen } from '#web/workspaces/present/author/writing.ts'
import { sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { CheckMark } from '#web/workspaces/present/scene-checks.tsx'
import { oneLine } from '#web/workspaces/present/scenes.ts'

export function SceneList({ story, at }: { story: Story; at: number }) {
  return (
    <ol class="present-scenes" aria-label={t('present.scenes', { count: story.scenes.length })}>
      {story.scenes.map((scene, index) => (
        <li key={scene.id}>
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            onClick={() => changeView({ scene: index })}
          >
            <b>{index + 1}</b>
            <span>
              {titleOf(scene)}
              <small>{t(`author.kind.${scene.kind}`)}</small>
              <CheckMark check={draftCheck(scene)} />
            </span>
          </button>
          {index === at && <SceneActs story={story} scene={scene} at={at} />}
        </li>
      ))}
    </ol>
  )
}

export const titleOf = (scene: Scene): string =>
  oneLine(sceneWords(scene, 'title', draftFigures(scene)), language.value) || t('author.untitled')

const UP = 'M12 19V5M6 11l6-6 6 6'
const DOWN = 'M12 5v14M6 13l6 6 6-6'

function SceneActs({ story, scene, at }: { story: Story; scene: Scene; at: number }) {
  const last = story.scenes.length - 1
  const title = titleOf(scene)
  const move = (places: number) => {
    changeStory((one) => moved(one, scene.id, places))
    followView({ scene: at + places })
  }
  return (
    <p class="author-acts scene-acts">
      <button
        type="button"
        class="to-form"
        onClick={() => {
          formOpen.value = true
        }}
      >
        {t('author.toForm')}
      </button>
      <button
        type="button"
        aria-label={t('author.up', { title })}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        <Icon path={UP} />
      </button>
      <button
        type="button"
        aria-label={t('author.down', { title })}
        disabled={at === last}
        onClick={() => move(1)}
      >
        <Icon path={DOWN} />
      </button>
      <button
        type="button"
        onClick={() => {
          changeStory((one) => duplicated(one, scene.id))
          followView({ scene: at + 1 })
        }}
      >
        {t('author.duplicate')}
      </button>
      <button
        type="button"
        disabled={last === 0}
        onClick={() => {
          changeStory((one) => removed(one, scene.id))
          followView({ scene: Math.min(at, last - 1) })
        }}
      >
        {t('author.remove')}
      </button>
    </p>
  )
}
