// What the presenter says, and what may be asked: on this screen for who has only one.
import type { FigureAnswer, Scene } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import { sideOf, wordsOf } from '#web/workspaces/present/present-figures.tsx'
import { SceneText } from '#web/workspaces/present/scene-text.tsx'

type NotesProps = { scene: Scene; answers: readonly FigureAnswer[] }

export function Notes({ scene, answers }: NotesProps) {
  return (
    <>
      {scene.notes && sideOf(scene.notes) ? (
        <SceneText class="show-notes-words" part="notes" scene={scene} answers={answers} />
      ) : (
        <p class="show-notes-words">{t('present.noNotes')}</p>
      )}
      {scene.questions.length > 0 && (
        <section aria-label={t('present.questions')}>
          <h3>{t('present.questions')}</h3>
          {scene.questions.map(({ question, answer }) => (
            <details key={question.zh}>
              <summary>{wordsOf(question, scene, answers)}</summary>
              <p>{wordsOf(answer, scene, answers)}</p>
            </details>
          ))}
        </section>
      )}
    </>
  )
}
