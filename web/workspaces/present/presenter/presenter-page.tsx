// The presenter's window: what is said, what may be asked, what comes next, and the time against the plan.
import '#web/workspaces/present/presenter/presenter.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { oneLine } from '#geodata/analysis/stories/scene-told.ts'
import type { FigureAnswer, Scene, Story } from '#geodata/contract/stories.ts'
import { language, say, t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { Figures, sceneWords } from '#web/workspaces/present/present-figures.tsx'
import type { Standing } from '#web/workspaces/present/presenter/link.ts'
import { PresenterButtons } from '#web/workspaces/present/presenter/presenter-buttons.tsx'
import { usePresenterKeys } from '#web/workspaces/present/presenter/presenter-keyboard.ts'
import { PresenterTime, ScenePlan } from '#web/workspaces/present/presenter/presenter-time.tsx'
import { StageNews } from '#web/workspaces/present/presenter/stage-news.tsx'
import { useStageOf } from '#web/workspaces/present/presenter/use-stage-of.ts'
import { SceneText } from '#web/workspaces/present/scene-text.tsx'
import { sceneAt } from '#web/workspaces/present/scenes.ts'
import { Notes } from '#web/workspaces/present/stage/notes.tsx'
import { KeyRows } from '#web/workspaces/present/stage/overlays.tsx'

/** The window of the stage that the address names. */
export function PresenterPage() {
  const { state, say: tell } = useStageOf(view.value.presenterOf ?? '')
  const { story, standing } = state
  const figures = figuresIn(state.figures)
  const shown = story && standing && standing.storyId === story.id ? { story, standing } : null
  const { typed, hasKeys, showKeys } = usePresenterKeys(shown, tell)
  const title = story ? say(story.title).replaceAll('\n', ' ') : ''
  useEffect(() => {
    document.title = [t('present.window.title'), title].filter(Boolean).join(' · ')
  }, [title, language.value])
  return (
    <main class="presenter" data-link={state.kind} aria-label={t('present.window.title')}>
      <header class="presenter-head">
        <h1>{title || t('present.window.title')}</h1>
        {shown && <PresenterTime {...shown} restart={() => tell({ kind: 'restart' })} />}
        <LanguageChoice />
      </header>
      <StageNews state={state} />
      {shown && (
        <div class="presenter-body">
          <Scenes {...shown} figures={figures} />
          <ScenePlan
            {...shown}
            titleOf={(scene) => titleOf(scene, figures.get(scene.id) ?? [])}
            go={(scene) => tell({ kind: 'go', scene })}
          />
        </div>
      )}
      {shown && <PresenterButtons {...shown} typed={typed} tell={tell} showKeys={showKeys} />}
      {hasKeys && <Keys close={() => showKeys(false)} />}
    </main>
  )
}

type Answers = ReadonlyMap<string, readonly FigureAnswer[]>

const figuresIn = (items: readonly { sceneId: string; figures: FigureAnswer[] }[]): Answers =>
  new Map(items.map(({ sceneId, figures }) => [sceneId, figures]))

function titleOf(scene: Scene, answers: readonly FigureAnswer[]): string {
  return oneLine(sceneWords(scene, 'title', answers), language.value) || t('present.untitled')
}

type ScenesProps = { story: Story; standing: Standing; figures: Answers }

/** This scene with its notes, and the next. */
function Scenes({ story, standing, figures }: ScenesProps) {
  const current = sceneAt(story, standing.scene)
  if (!current) return null
  const { scene, index } = current
  const next = story.scenes[index + 1]
  const answers = figures.get(scene.id) ?? []
  return (
    <>
      <article class="presenter-now" aria-label={t('present.window.now')}>
        <Told scene={scene} index={index} count={story.scenes.length} answers={answers} />
        <section
          class="presenter-notes"
          aria-label={t('present.notes')}
          key={scene.id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: N leads here, and it scrolls by keys
          tabIndex={0}
        >
          <h2>{t('present.notes')}</h2>
          <Notes scene={scene} answers={answers} />
        </section>
      </article>
      <article class="presenter-next" aria-label={t('present.window.next')}>
        <h2 class="presenter-label">{t('present.window.next')}</h2>
        {next ? (
          <Told
            scene={next}
            index={index + 1}
            count={story.scenes.length}
            answers={figures.get(next.id) ?? []}
          />
        ) : (
          <p>{t('present.window.last')}</p>
        )}
      </article>
    </>
  )
}

type ToldProps = { scene: Scene; index: number; count: number; answers: readonly FigureAnswer[] }

function Told({ scene, index, count, answers }: ToldProps) {
  return (
    <section
      class="presenter-scene"
      aria-label={t('present.scene', { scene: index + 1, count })}
      data-scene={scene.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
      tabIndex={0}
    >
      <p class="presenter-count">{t('present.of', { scene: index + 1, count })}</p>
      <h2>{titleOf(scene, answers)}</h2>
      <Figures scene={scene} answers={answers} />
      <SceneText class="presenter-text" scene={scene} answers={answers} />
    </section>
  )
}

/** Notes may be read in another language than the one the hall sees. */
function LanguageChoice() {
  const other = language.value === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      class="presenter-language"
      lang={other}
      onClick={() => changeView({ language: other })}
    >
      {t('present.window.otherLanguage')}
    </button>
  )
}

function Keys({ close }: { close: () => void }) {
  const element = useRef<HTMLDialogElement>(null)
  const [id] = useState('presenter-keys-title')
  useEffect(() => element.current?.showModal(), [])
  return (
    <dialog ref={element} class="presenter-keys" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{t('present.actKeys')}</h2>
      <KeyRows hasPresenter />
      <p>{t('present.window.keysNote')}</p>
      <button type="button" onClick={() => element.current?.close()}>
        {t('common.close')}
      </button>
    </dialog>
  )
}
