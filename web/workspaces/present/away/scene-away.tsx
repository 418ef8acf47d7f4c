// What else is given away, folded until it is asked for: pictures, a video, the features that the map shows.
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
    <details class="take-away scene-away">
      <summary>{t('away.title')}</summary>
      {scene.kind === 'map' ? (
        <>
          <a href={at(sceneFeatures(story.id, scene.id))} download>
            {t('away.features', { scene: index + 1 })}
          </a>
          <small>{t('away.featuresHow')}</small>
        </>
      ) : (
        <small>{t('away.noFeatures')}</small>
      )}
      <PicturesAway story={story} at={index} />
      <VideoAway story={story} />
    </details>
  )
}
