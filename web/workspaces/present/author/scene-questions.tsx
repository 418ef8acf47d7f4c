// What may be asked of a scene, and what to answer: for the presenter, never on the stage.
import type { Scene } from '#geodata/contract/stories.ts'
import { t } from '#web/messages/index.ts'
import { changeScene, withSide, writingSide } from '#web/workspaces/present/author/writing.ts'

const MOST = 12
const NOTHING = { zh: '', en: '' }

export function SceneQuestions({ scene: { id, questions } }: { scene: Scene }) {
  const side = writingSide()
  const lang = side === 'zh' ? 'zh-CN' : 'en'
  const write = (at: number, part: 'question' | 'answer', text: string) =>
    changeScene(
      id,
      {
        questions: questions.map((one, index) =>
          index === at ? { ...one, [part]: withSide(one[part], side, text) } : one,
        ),
      },
      `${part}/${at}/${side}`,
    )
  return (
    <details class="author-part">
      <summary>{t('author.questionsCount', { count: questions.length })}</summary>
      {questions.map((one, at) => (
        <fieldset key={at}>
          {(['question', 'answer'] as const).map((part) => (
            <label key={part} class="author-field">
              <span>{t(`author.${part}`)}</span>
              <textarea
                rows={part === 'question' ? 1 : 3}
                lang={lang}
                value={one[part][side]}
                onInput={({ currentTarget: { value } }) => write(at, part, value)}
              />
            </label>
          ))}
          <button
            type="button"
            class="quiet"
            onClick={() =>
              changeScene(id, { questions: questions.filter((_, index) => index !== at) })
            }
          >
            {t('author.dropQuestion')}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        disabled={questions.length >= MOST}
        onClick={() =>
          changeScene(id, { questions: [...questions, { question: NOTHING, answer: NOTHING }] })
        }
      >
        {t('author.addQuestion')}
      </button>
    </details>
  )
}
