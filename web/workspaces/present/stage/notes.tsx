// What the presenter says, and what may be asked: on this screen for who has only one.
import type { FigureAnswer, Scene } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import { sceneWords, wordsOf } from '#web/workspaces/present/present-figures.tsx'

type NotesProps = { scene: Scene; answers: readonly FigureAnswer[] }

export function Notes({ scene, answers }: NotesProps) {
  const words = sceneWords(scene, 'notes', answers)
  return (
    <>
      <p class="show-notes-words">{words || t('present.noNotes')}</p>
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
