// A story in a file: told scene by scene, and left for a while to ask the map.
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { GivenStory } from '#geodata/contract/given.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { AskPanel } from '#web/given/ask-panel.tsx'
import { GivenBar } from '#web/given/bar.tsx'
import { GivenMap } from '#web/given/map.tsx'
import { askTheMap } from '#web/given/turns.ts'
import { language, say, t } from '#web/messages/index.ts'
import { Announcer } from '#web/parts/focus/announcer.tsx'
import { keepFocus } from '#web/parts/focus/keep-focus.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { dressPage } from '#web/shell/dress-page.ts'
import { keepMotion } from '#web/state/preferences.ts'
import { loading } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { prepareShow, show } from '#web/workspaces/present/present-prepare.ts'
import { useOwnViewBack, useSceneOnMap } from '#web/workspaces/present/present-scene.ts'
import { PresentScreen } from '#web/workspaces/present/present-screen.tsx'
import { groundAfter, groundOf, sceneAt } from '#web/workspaces/present/scenes.ts'
import { comeBack } from '#web/workspaces/present/stage/asking.ts'

export function GivenPage({ given }: { given: GivenStory }) {
  const { workspace, theme, scene } = view.value
  const lang = language.value
  const story = storyIn(given)
  dressPage(lang, theme)
  useEffect(() => {
    document.title = say(story.title).replaceAll('\n', ' ')
  }, [lang])
  useEffect(keepMotion, [])
  useEffect(keepFocus, [])
  const isReady = loading.value.kind === 'ready'
  const at = sceneAt(story, scene)?.index ?? 0
  return (
    <div class={`app given at-${workspace}`}>
      {isReady && (workspace === 'site' ? <AskPanel scene={at} /> : <Telling story={story} />)}
      <GivenMap />
      <GivenBar given={given} />
      <Announcer />
    </div>
  )
}

/** The scene of the address on the stage; whoever leaves the stage asks the map. */
function Telling({ story }: { story: Story }) {
  const { scene, onStage } = view.value
  const state = show.value
  const prepared = state.kind === 'answered' ? state.result : null
  const current = sceneAt(story, scene)
  const ground = groundOf(story, current?.index ?? 0)
  const drawn = useSceneOnMap(
    prepared && onStage ? ground : null,
    prepared && onStage ? groundAfter(story, current?.index ?? 0) : null,
    prepared,
  )
  useOwnViewBack()
  // Who left the scene by its key comes back to it as it was.
  useLayoutEffect(comeBack, [])
  useEffect(() => {
    if (onStage) prepareShow(story)
    else askTheMap(ground)
  }, [onStage])
  if (state.kind === 'failed') {
    return (
      <main class="failed">
        <p role="alert">{problemText(state.problem)}</p>
      </main>
    )
  }
  return (
    prepared &&
    onStage && <PresentScreen prepared={prepared} drawn={drawn || current?.scene.kind !== 'map'} />
  )
}

export function Unreadable({ why }: { why: 'failed' | 'unreadable' }) {
  dressPage(language.value, view.value.theme)
  return (
    <main class="failed">
      <p role="alert">{t(`given.${why}`)}</p>
    </main>
  )
}

let read: { of: GivenStory; story: Story } | null = null

function storyIn(given: GivenStory): Story {
  if (read?.of !== given) {
    const text = given.answers[`/api/stories/${given.storyId}`] ?? ''
    read = { of: given, story: JSON.parse(text) as Story }
  }
  return read.story
}
