// One scene fills the screen: words and figures on one side, the map on the other.
import { createPortal } from 'preact/compat'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { attachedFiles } from '#geodata/analysis/stories/scene-files.ts'
import { oneLine, partsOf } from '#geodata/analysis/stories/scene-told.ts'
import type { Scene } from '#geodata/contract/stories.ts'
import { language, t } from '#web/messages/index.ts'
import { view } from '#web/state/view/store.ts'
import { Figures, SourceLine, sceneWords } from '#web/workspaces/present/present-figures.tsx'
import { SceneFiles, ScenePicture } from '#web/workspaces/present/scene-files.tsx'
import { SceneKey } from '#web/workspaces/present/scene-key.tsx'
import { SceneText } from '#web/workspaces/present/scene-text.tsx'
import { groundOf, type Prepared, sceneAt } from '#web/workspaces/present/scenes.ts'
import { useAutoplay } from '#web/workspaces/present/stage/autoplay.ts'
import { Ink } from '#web/workspaces/present/stage/ink.tsx'
import { Notes } from '#web/workspaces/present/stage/notes.tsx'
import { Overlays } from '#web/workspaces/present/stage/overlays.tsx'
import { PresenterNote } from '#web/workspaces/present/stage/presenter-note.tsx'
import { drawnOf, readyScene } from '#web/workspaces/present/stage/scene-pictures.ts'
import { sceneHash } from '#web/workspaces/present/stage/scene-state.ts'
import { stage, strokes } from '#web/workspaces/present/stage/stage.ts'
import { StageBar } from '#web/workspaces/present/stage/stage-bar.tsx'
import { typedScene } from '#web/workspaces/present/stage/stage-state.ts'
import { useStage } from '#web/workspaces/present/stage/use-stage.ts'
import { useLeadingAgain } from '#web/workspaces/present/together/together-slots.tsx'

/** Words and figures stand at once. `drawn`: the map shows the scene; until then it alone is veiled. */
export function PresentScreen({ prepared, drawn }: { prepared: Prepared; drawn: boolean }) {
  const { story } = prepared
  const root = useRef<HTMLElement>(null)
  const current = sceneAt(story, view.value.scene)
  useStage(root)
  useLeadingAgain()
  useAutoplay(story, current?.index ?? 0, drawn)
  useLayoutEffect(() => {
    document.documentElement.dataset.presenting = drawn ? 'shown' : 'drawing'
  }, [drawn])
  useLayoutEffect(() => {
    if (!drawn || !root.current || !current) return
    const ground = groundOf(story, current.index)
    const answers = prepared.figures.get(current.scene.id) ?? []
    root.current.dataset.state = sceneHash(ground && drawnOf(ground.id), answers)
  }, [drawn, current?.index])
  useEffect(() => {
    strokes.value = []
  }, [current?.index])
  if (!current) return null
  const { scene, index } = current
  const count = story.scenes.length
  const answers = prepared.figures.get(scene.id) ?? []
  const { blank, tool, hasNotes } = stage.value
  return createPortal(
    <section
      ref={root}
      class="show"
      aria-label={t('present.region')}
      data-revealed={drawn ? 'true' : 'words'}
      data-scene={scene.id}
      data-kind={scene.kind}
      data-ready={readyScene.value ?? undefined}
      data-tool={tool ?? undefined}
      aria-busy={!drawn}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the screen itself takes the keys
      tabIndex={0}
    >
      <p class="visually-hidden" role="status">
        {t('present.scene', { scene: index + 1, count })}
        {t('present.comma')}
        {oneLine(sceneWords(scene, 'title', answers), language.value)}
      </p>
      <Words prepared={prepared} scene={scene} index={index} />
      {!drawn && scene.kind === 'map' && (
        <p class="show-waiting" role="status">
          {t('present.waiting')}
        </p>
      )}
      <Ink />
      {hasNotes && (
        <aside class="show-notes" aria-label={t('present.notes')}>
          <Notes scene={scene} answers={answers} />
        </aside>
      )}
      <StageBar index={index} count={count} hasFiles={attachedFiles(story, scene).length > 0} />
      <PresenterNote />
      <Segments scenes={story.scenes} index={index} />
      <Typed prepared={prepared} />
      {blank && <div class="show-blank" data-blank={blank} />}
      <Overlays prepared={prepared} at={index} />
    </section>,
    document.body,
  )
}

type WordsProps = { prepared: Prepared; scene: Scene; index: number }

function Words({ prepared, scene, index }: WordsProps) {
  const answers = prepared.figures.get(scene.id) ?? []
  const count = prepared.story.scenes.length
  return (
    <div class={classOf(scene)}>
      <p class="show-count">{t('present.of', { scene: index + 1, count })}</p>
      <div class="show-words" key={scene.id}>
        <h2>{sceneWords(scene, 'title', answers)}</h2>
        <Figures scene={scene} answers={answers} />
        <SceneKey scene={scene} answer={prepared.answers.get(scene.id)} />
        {scene.kind === 'agenda' && <Agenda prepared={prepared} />}
        <SceneText class="show-body" scene={scene} answers={answers} />
      </div>
      <ScenePicture class="show-picture" scene={scene} />
      <SceneFiles story={prepared.story} scene={scene} />
      <SourceLine
        scene={scene}
        answers={answers}
        analysisSource={prepared.sources.get(scene.id) ?? null}
      />
    </div>
  )
}

const classOf = ({ barsTitle, picture }: Scene) =>
  ['show-text', barsTitle && 'with-bars', picture && 'with-picture'].filter(Boolean).join(' ')

function Agenda({ prepared: { story, figures } }: { prepared: Prepared }) {
  return (
    <ol class="show-agenda">
      {partsOf(story).map((part) => (
        <li key={part.id}>
          {oneLine(sceneWords(part, 'title', figures.get(part.id) ?? []), language.value)}
        </li>
      ))}
    </ol>
  )
}

/** One piece a scene, in their order. */
function Segments({ scenes, index }: { scenes: readonly Scene[]; index: number }) {
  return (
    <div class="show-segments" aria-hidden="true">
      {scenes.map((one, at) => (
        <i key={one.id} class={at < index ? 'past' : at === index ? 'now' : ''} />
      ))}
    </div>
  )
}

/** The number that is typed, and the scene it leads to. */
function Typed({ prepared: { story, figures } }: { prepared: Prepared }) {
  const { typed } = stage.value
  if (typed === '') return <p class="show-typed" role="status" hidden />
  const scene = story.scenes[typedScene(typed, story.scenes.length) ?? -1]
  return (
    <p class="show-typed" role="status">
      <b>{typed}</b>
      <span>
        {scene
          ? oneLine(sceneWords(scene, 'title', figures.get(scene.id) ?? []), language.value)
          : t('present.noScene', { count: story.scenes.length })}
      </span>
    </p>
  )
}
