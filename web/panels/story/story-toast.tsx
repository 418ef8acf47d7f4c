// A scene was added to the story that is being written: which one, and the way to it.
import { t } from '#web/messages/index.ts'
import { addedScene } from '#web/state/story/added-scene.ts'
import { DRAFT_ID } from '#web/state/story/draft.ts'
import { changeView } from '#web/state/view/store.ts'

export function StoryToast() {
  const one = addedScene.value
  if (one === null) return null
  const { scene, isWithoutAnalysis } = one
  const close = () => {
    addedScene.value = null
  }
  return (
    <div class="toast" data-opened role="status">
      <span>
        {t(isWithoutAnalysis ? 'author.addedElsewhere' : 'author.added', { scene: scene + 1 })}
      </span>
      <button
        type="button"
        onClick={() => {
          close()
          changeView({ workspace: 'present', storyId: DRAFT_ID, scene })
        }}
      >
        {t('author.goThere')}
      </button>
      <button type="button" class="quiet" onClick={close}>
        {t('editor.dismiss')}
      </button>
    </div>
  )
}
