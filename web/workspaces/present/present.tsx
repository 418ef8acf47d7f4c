// Which story is shown, and from which scene? The presenter's desk beside the map.
import '#web/workspaces/present/present.css'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, Scene, Story } from '#geodata/contract/stories.ts'
import { inSight } from '#web/api/asked.ts'
import { getStories } from '#web/api/client.ts'
import { language, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { TOUCH, useMedia, WALL } from '#web/parts/controls/use-media.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { loading } from '#web/state/region/lists.ts'
import { DRAFT_ID, draft, isKeptIn } from '#web/state/story/draft.ts'
import { changeView, followView, view } from '#web/state/view/store.ts'
import { refusePart } from '#web/state/view/url.ts'
import { AuthorDesk } from '#web/workspaces/present/author/author-desk.tsx'
import { BeginWriting } from '#web/workspaces/present/author/begin-writing.tsx'
import { SceneForm } from '#web/workspaces/present/author/scene-form.tsx'
import { SceneAway } from '#web/workspaces/present/away/scene-away.tsx'
import { Handout } from '#web/workspaces/present/handout.tsx'
import { sceneWords, sideOf } from '#web/workspaces/present/present-figures.tsx'
import { endShow, figuresOf, prepareShow, show } from '#web/workspaces/present/present-prepare.ts'
import {
  deskAnswer,
  useOwnViewBack,
  useRankingOnDesk,
  useSceneOnMap,
} from '#web/workspaces/present/present-scene.ts'
import { PresentScreen } from '#web/workspaces/present/present-screen.tsx'
import { usePresenterWindow } from '#web/workspaces/present/presenter/open-presenter.ts'
import { CheckMark, CheckWords, useChecks } from '#web/workspaces/present/scene-checks.tsx'
import { SceneFiles, ScenePicture } from '#web/workspaces/present/scene-files.tsx'
import { DeskKey } from '#web/workspaces/present/scene-key.tsx'
import { SceneText } from '#web/workspaces/present/scene-text.tsx'
import { groundAfter, groundOf, sceneAt, unknownIn } from '#web/workspaces/present/scenes.ts'
import { comeBack, isAsking } from '#web/workspaces/present/stage/asking.ts'
import { fillScreen } from '#web/workspaces/present/stage/stage.ts'
import { TakeAway } from '#web/workspaces/present/take-away.tsx'
import { FollowSlot } from '#web/workspaces/present/together/together-slots.tsx'

/** The presenting workspace: choose a story, see its scenes, start. */
export function PresentPanel() {
  const { answer, again } = useAnswer(getStories, 'stories')
  // Who comes back to the stage waits for no list.
  const onStage = show.value.kind === 'answered' ? [show.value.result.story] : null
  const own = draft.value?.story
  const isWriting = own !== undefined && view.value.storyId === DRAFT_ID
  const kept = inSight(answer) ?? onStage
  const stories = withDraft(kept, answer.kind === 'failed')
  useOwnViewBack()
  usePresenterWindow()
  useLayoutEffect(comeBack, [])
  useEffect(
    () => () => {
      if (!isAsking()) endShow()
    },
    [],
  )
  const current = isWriting ? sceneAt(own, view.value.scene) : null
  return (
    <>
      <aside
        class="panel present"
        aria-label={t('present.title')}
        aria-busy={view.value.onStage && show.value.kind !== 'answered'}
      >
        <h1>{t('present.title')}</h1>
        {!isWriting && <p class="lead">{t('present.lead')}</p>}
        {answer.kind === 'computing' && !stories && <p role="status">{t('present.loading')}</p>}
        {answer.kind === 'failed' && (
          <div class="site-failed" role="alert">
            <h2>{t('present.failedStories')}</h2>
            <p>{problemText(answer.problem)}</p>
            <button type="button" onClick={again}>
              {t('common.retry')}
            </button>
          </div>
        )}
        {stories && <Desk stories={stories} again={again} />}
        <FollowSlot stories={stories} again={again} />
      </aside>
      {current && <SceneForm scene={current.scene} at={current.index} key={current.scene.id} />}
    </>
  )
}

/** `kept` null: the list is not there, and comes unless it failed. */
function withDraft(kept: Story[] | null, isFailed: boolean): Story[] | null {
  const own = draft.value
  const isWriting = view.value.storyId === DRAFT_ID
  // The draft is there whether or not the list has come, unless the address names a story that comes with the list.
  if (!own || (!kept && !isFailed && !isWriting)) return kept
  const others = (kept ?? []).filter(({ id }) => id !== DRAFT_ID)
  return isWriting || !isKeptIn(others, own) ? [...others, own.story] : others
}

function Desk({ stories, again }: { stories: Story[]; again: () => void }) {
  const story = stories.find(({ id }) => id === view.value.storyId) ?? stories[0]
  const current = story && sceneAt(story, view.value.scene)
  const state = show.value
  const ready = loading.value.kind === 'ready'
  const { onStage } = view.value
  const isTouched = useMedia(TOUCH)
  const drawn = useSceneOnMap(
    ready && current ? groundOf(story, current.index) : null,
    ready && current ? groundAfter(story, current.index) : null,
    state.kind === 'answered' ? state.result : null,
  )
  useEffect(() => {
    // An address that holds the stage goes back to it.
    if (story && ready && onStage && show.peek().kind === 'unasked') prepareShow(story)
    // Back leads off the stage too.
    if (!onStage && show.peek().kind === 'answered') endShow()
  }, [story?.id, ready, onStage])
  useEffect(() => {
    const { storyId, scene } = view.peek()
    const unknown = unknownIn(stories, storyId, scene)
    if (unknown === 'story') {
      refusePart({ name: 'story', value: String(storyId) })
      followView({ storyId: null, scene: 0 })
    } else if (unknown === 'scene') {
      refusePart({ name: 'scene', value: String(scene) })
      followView({ scene: 0 })
    }
  }, [story?.id, view.value.scene])
  if (!story) return <p class="site-empty">{t('present.none')}</p>
  return (
    <>
      {stories.length > 1 && <StoryChoice stories={stories} chosen={story} />}
      {story.id === DRAFT_ID ? (
        <AuthorDesk story={story} at={current?.index ?? 0} onKept={again}>
          <Start story={story} from={current?.index ?? 0} ready={ready} />
        </AuthorDesk>
      ) : (
        <>
          <section class="present-story" aria-label={t('present.story')}>
            <h2>{sideOf(story.title)}</h2>
            <p>{sideOf(story.summary)}</p>
            <Start story={story} from={current?.index ?? 0} ready={ready} />
            <p class="site-note">{t(isTouched ? 'present.keysTouch' : 'present.keys')}</p>
            <TakeAway story={story} key={story.id} />
            <Handout of={{ storyId: story.id }} key={`${story.id} handout`} />
            <SceneAway story={story} />
            <BeginWriting
              story={story}
              scene={current?.index ?? 0}
              isBegun={stories.some(({ id }) => id === DRAFT_ID)}
            />
          </section>
          <Scenes story={story} at={current?.index ?? 0} />
        </>
      )}
      {state.kind === 'answered' && (
        <PresentScreen prepared={state.result} drawn={drawn || current?.scene.kind !== 'map'} />
      )}
    </>
  )
}

function storyName(id: string, title: Bilingual): string {
  const name = sideOf(title) || t('author.freshTitle')
  return id === DRAFT_ID ? t('author.draftOf', { name }) : name
}

function StoryChoice({ stories, chosen }: { stories: Story[]; chosen: Story }) {
  // While it is written a kept story is there as its draft.
  const isBegun = stories.some(({ id }) => id === DRAFT_ID)
  const isShown = ({ id }: Story) => id === chosen.id || !isBegun || id !== draft.value?.row?.id
  return (
    <label class="present-choose">
      <span>{t('present.story')}</span>
      <select
        value={chosen.id}
        onChange={(event) => changeView({ storyId: event.currentTarget.value, scene: 0 })}
      >
        {stories.filter(isShown).map(({ id, title }) => (
          <option key={id} value={id}>
            {storyName(id, title)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Start({ story, from, ready }: { story: Story; from: number; ready: boolean }) {
  const state = show.value
  const start = () => {
    fillScreen()
    changeView({ storyId: story.id, scene: from, onStage: true })
    prepareShow(story)
  }
  const canStart = ready && state.kind !== 'computing'
  useEffect(() => {
    if (!canStart || view.value.onStage) return
    // Nothing has the focus: the keys that turn scenes begin.
    const onKey = (event: KeyboardEvent) => {
      if (event.target !== document.body || !BEGINS.includes(event.key)) return
      event.preventDefault()
      start()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [canStart, story.id, from, view.value.onStage])
  const progress = state.kind === 'computing' ? state.progress : null
  const words = progress ? t('present.preparing', progress) : ''
  return (
    <>
      <button type="button" class="primary" disabled={!canStart} onClick={start}>
        {from > 0 ? t('present.startHere', { scene: from + 1 }) : t('present.start')}
      </button>
      <div role="status" aria-live="polite">
        {progress && (
          <p class="site-progress">
            <progress max={progress.total} value={progress.done} aria-label={words} />
            {words}
            <button type="button" class="quiet" onClick={endShow}>
              {t('present.cancel')}
            </button>
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h3>{t('present.failed')}</h3>
          <p>{problemText(state.problem)}</p>
          <button type="button" onClick={start}>
            {t('common.retry')}
          </button>
        </div>
      )}
    </>
  )
}

/** The scenes in order; the one on the map opens to what is said and what may be asked. */
function Scenes({ story, at }: { story: Story; at: number }) {
  const figures = useFigures(story)
  const checks = useChecks(story)
  const ground = groundOf(story, at)
  useRankingOnDesk(ground, (ground && figures.get(ground.id)) ?? [])
  return (
    <ol class="present-scenes" aria-label={t('present.scenes', { count: story.scenes.length })}>
      {story.scenes.map((scene, index) => (
        <li key={scene.id}>
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            onClick={() => changeView({ storyId: story.id, scene: index })}
          >
            <b>{index + 1}</b>
            <span>
              {oneLine(sceneWords(scene, 'title', figures.get(scene.id) ?? []), language.value)}
              <CheckMark check={checks.get(scene.id)} />
            </span>
          </button>
          {index === at && (
            <>
              <CheckWords scene={scene} check={checks.get(scene.id)} />
              <Opened story={story} scene={scene} answers={figures.get(scene.id)} />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

type OpenedProps = { story: Story; scene: Scene; answers: FigureAnswer[] | undefined }

function Opened({ story, scene, answers }: OpenedProps) {
  const asked = deskAnswer.asked.value
  return (
    <div class="present-opened">
      {asked.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h3>{t('present.failedAnalysis')}</h3>
          <p>{problemText(asked.problem)}</p>
          <button type="button" onClick={deskAnswer.again}>
            {t('common.retry')}
          </button>
        </div>
      )}
      <DeskKey scene={scene} />
      {answers && <SceneText scene={scene} answers={answers} />}
      <ScenePicture class="desk-picture" scene={scene} />
      <SceneFiles story={story} scene={scene} />
      {scene.notes && <Notes scene={scene} answers={answers ?? []} />}
    </div>
  )
}

/** What the presenter says: not for all to read on a wall unless it is asked for. */
function Notes({ scene, answers }: { scene: Scene; answers: FigureAnswer[] }) {
  const isWall = useMedia(WALL)
  return (
    <details class="present-notes" open={!isWall}>
      <summary>{t('present.notes')}</summary>
      <SceneText part="notes" scene={scene} answers={answers} />
    </details>
  )
}

/** The story's figures for the desk; the stage asks for fresh ones. */
function useFigures(story: Story): ReadonlyMap<string, FigureAnswer[]> {
  const { answer } = useAnswer((signal) => figuresOf(story, signal), story.id)
  // Without figures the desk leaves the words out; starting says what went wrong.
  return inSight(answer) ?? NO_FIGURES
}

const BEGINS = [' ', 'ArrowRight', 'ArrowDown', 'PageDown']
const NO_FIGURES: ReadonlyMap<string, FigureAnswer[]> = new Map()
