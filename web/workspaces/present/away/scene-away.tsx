// The open scene to give away: the features that its map shows.
import type { Story } from '#geodata/contract/stories.ts'
import { sceneFeatures } from '#web/api/client.ts'
import { at } from '#web/api/reach.ts'
import { t } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { PicturesAway } from '#web/workspaces/present/away/pictures-away.tsx'
import { VideoAway } from '#web/workspaces/present/away/video-away.tsx'
import { sceneAt } from '#web/workspaces/present/scenes.ts'

export function SceneAway({ story }: { story: Story }) {
  const current = sceneAt(story, view.value.scene)
  if (!current) return null
  const { scene, index } = current
  return (
    <div class="take-away">
      <h3>{t('away.title', { scene: index + 1 })}</h3>
      {scene.kind === 'map' ? (
        <>
          <a href={at(sceneFeatures(story.id, scene.id))} download>
            {t('away.features')}
          </a>
          <small>{t('away.featuresHow')}</small>
        </>
      ) : (
        <small>{t('away.noFeatures')}</small>
      )}
      <PicturesAway story={story} at={index} />
      <VideoAway story={story} />
    </div>
  )
}
