// Which story is told, and from which scene? The presenter's desk beside the map.
import '#web/styles/present.css'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { getStories, getStory } from '#web/api/client.ts'
import { loading } from '#web/api/data.ts'
import { say, t } from '#web/messages/index.ts'
import { cancelShow, prepareShow } from '#web/panels/present-prepare.ts'
import { PresentScreen } from '#web/panels/present-screen.tsx'
import { problemOf, problemText } from '#web/panels/problem-text.ts'
import { sceneAt, show } from '#web/state/present.ts'
import { changeView, view } from '#web/state/store.ts'

type Known =
  | { kind: 'loading' }
  | { kind: 'ready'; stories: Story[] }
  | { kind: 'failed'; problem: Problem }

/** The presenting workspace: choose a story, see its scenes, start. */
export function PresentPanel() {
  const [known, setKnown] = useState<Known>({ kind: 'loading' })
  useEffect(() => {
    let gone = false
    wholeStories().then(
      (stories) => !gone && setKnown({ kind: 'ready', stories }),
      (error) => !gone && setKnown({ kind: 'failed', problem: problemOf(error) }),
    )
    return () => {
      gone = true
      cancelShow()
    }
  }, [])
  return (
    <aside class="panel present" aria-label={t('present.title')}>
      <h1>{t('present.title')}</h1>
      <p class="lead">{t('present.lead')}</p>
      {known.kind === 'loading' && <p role="status">{t('present.loading')}</p>}
      {known.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('present.failed')}</h2>
          <p>{problemText(known.problem)}</p>
        </div>
      )}
      {known.kind === 'ready' && <Desk stories={known.stories} />}
    </aside>
  )
}

/** The list may hold summaries only; each story is fetched whole. */
async function wholeStories(): Promise<Story[]> {
  const listed = await getStories()
  return Promise.all(listed.map((one) => (one.scenes ? one : getStory(one.id))))
}

function Desk({ stories }: { stories: Story[] }) {
  const story = stories.find(({ id }) => id === view.value.storyId) ?? stories[0]
  if (!story) return <p class="site-empty">{t('present.none')}</p>
  const current = sceneAt(story, view.value.scene)
  const state = show.value
  const start = () => {
    // Full screen must be asked for within the click; where it is refused the window is filled.
    document.documentElement.requestFullscreen?.().catch(() => {})
    changeView({ storyId: story.id })
    void prepareShow(story)
  }
  return (
    <>
      {stories.length > 1 && (
        <label class="present-choose">
          <span>{t('present.story')}</span>
          <select
            value={story.id}
            onChange={(event) => changeView({ storyId: event.currentTarget.value, scene: 0 })}
          >
            {stories.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <section class="present-story" aria-label={t('present.story')}>
        <h2>{say(story.title)}</h2>
        <p>{say(story.summary)}</p>
        <button
          type="button"
          class="primary"
          disabled={loading.value.kind !== 'ready' || state.kind === 'preparing'}
          onClick={start}
        >
          {current && current.index > 0
            ? t('present.startHere', { scene: current.index + 1 })
            : t('present.start')}
        </button>
        <p class="site-note">{t('present.keys')}</p>
        <div role="status" aria-live="polite">
          {state.kind === 'preparing' && (
            <p class="site-progress">
              <progress
                max={state.total}
                value={state.done}
                aria-label={t('present.preparing', { done: state.done, total: state.total })}
              />
              {t('present.preparing', { done: state.done, total: state.total })}
              <button type="button" class="quiet" onClick={cancelShow}>
                {t('present.cancel')}
              </button>
            </p>
          )}
        </div>
        {state.kind === 'failed' && (
          <div class="site-failed" role="alert">
            <h3>{t('present.failed')}</h3>
            <p>{problemText(state.problem)}</p>
          </div>
        )}
      </section>
      <ol class="present-scenes" aria-label={t('present.scenes', { count: story.scenes.length })}>
        {story.scenes.map((scene, index) => (
          <li key={scene.id}>
            <button
              type="button"
              aria-current={index === current?.index ? 'step' : undefined}
              onClick={() => changeView({ storyId: story.id, scene: index })}
            >
              <b>{index + 1}</b>
              <span>
                {say(scene.title)}
                <small>{say(scene.text)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {state.kind === 'on' && <PresentScreen prepared={state.prepared} />}
    </>
  )
}
