// The scenes of the draft in order; the one that is open can be moved, doubled and removed.
import { useEffect, useRef } from 'preact/hooks'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { language, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { changeStory } from '#web/state/story/draft.ts'
import { duplicated, moved, removed } from '#web/state/story/story-edits.ts'
import { changeView, followView } from '#web/state/view/store.ts'
import { draftCheck, draftFigures } from '#web/workspaces/present/author/draft-answers.ts'
import { formOpen } from '#web/workspaces/present/author/writing.ts'
import { sceneWords, sideOf } from '#web/workspaces/present/present-figures.tsx'
import { CheckMark } from '#web/workspaces/present/scene-checks.tsx'

export function SceneList({ story, at }: { story: Story; at: number }) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('li:has([aria-current])')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ol
      ref={list}
      class="present-scenes author-scenes"
      aria-label={t('present.scenes', { count: story.scenes.length })}
    >
      {story.scenes.map((scene, index) => (
        <li key={scene.id}>
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            aria-keyshortcuts={index === at ? 'Alt+ArrowUp Alt+ArrowDown Delete' : undefined}
            onClick={() => changeView({ scene: index })}
            onKeyDown={(event) => index === at && byKey(event, story, scene, at)}
          >
            <b>{index + 1}</b>
            <span>
              {titleOf(scene)}
              <small>{t(`author.kind.${scene.kind}`)}</small>
              {!sideOf(scene.title) && !sideOf(scene.text) && (
                <em class="present-check">{t('author.wordless')}</em>
              )}
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
  oneLine(sceneWords(scene, 'title', draftFigures(scene)), language.value) || t('present.untitled')

/** Alt with the arrows moves the open scene, Delete removes it. */
function byKey(event: KeyboardEvent, story: Story, scene: Scene, at: number): void {
  const places = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
  if (places && story.scenes[at + places]) moveBy(scene, at, places)
  else if (event.key === 'Delete') drop(story, scene, at)
  else return
  event.preventDefault()
}

function moveBy({ id }: Scene, at: number, places: number): void {
  changeStory((one) => moved(one, id, places))
  followView({ scene: at + places })
}

/** The last scene stays. */
function drop({ scenes }: Story, { id }: Scene, at: number): void {
  if (scenes.length === 1) return
  changeStory((one) => removed(one, id))
  followView({ scene: Math.min(at, scenes.length - 2) })
}

const UP = 'M12 19V5M6 11l6-6 6 6'
const DOWN = 'M12 5v14M6 13l6 6 6-6'

function SceneActs({ story, scene, at }: { story: Story; scene: Scene; at: number }) {
  const last = story.scenes.length - 1
  const title = titleOf(scene)
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
        onClick={() => moveBy(scene, at, -1)}
      >
        <Icon path={UP} />
      </button>
      <button
        type="button"
        aria-label={t('author.down', { title })}
        disabled={at === last}
        onClick={() => moveBy(scene, at, 1)}
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
      <button type="button" disabled={last === 0} onClick={() => drop(story, scene, at)}>
        {t('author.remove')}
      </button>
    </p>
  )
}
