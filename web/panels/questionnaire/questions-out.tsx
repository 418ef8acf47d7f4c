// How many questions each park is asked, what the first are, and the form to send.
import { useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { AskedPark, QuestionnaireResult } from '#geodata/contract/processes/questionnaire.ts'
import { execute, executeAsWorkbook, problemOf } from '#web/api/client.ts'
import { language, say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

export function QuestionsOut({ candidateIds }: { candidateIds: readonly string[] | undefined }) {
  const inputs = {
    siting: sitingInputs(view.value) ?? {},
    ...(candidateIds ? { candidateIds: [...candidateIds] } : {}),
  }
  const { answer, again } = useAnswer(
    () => execute('questionnaire', inputs),
    JSON.stringify([inputs, edits.value]),
  )
  if (answer.kind === 'failed') {
    return (
      <div role="alert">
        <p>{problemText(answer.problem)}</p>
        <button type="button" onClick={again}>
          {t('common.retry')}
        </button>
      </div>
    )
  }
  if (answer.kind !== 'answered') return <p role="status">{t('questionnaire.computing')}</p>
  return <Asked result={answer.result} inputs={inputs} />
}

type Inputs = Parameters<typeof executeAsWorkbook<'questionnaire'>>[1]

function Asked({ result, inputs }: { result: QuestionnaireResult; inputs: Inputs }) {
  const { parks, withoutIds, number } = result
  const isOnly = parks.length === 1
  const hasQuestions = parks.some(({ questions }) => questions.length > 0)
  return (
    <section aria-labelledby="questionnaire-out">
      <h3 id="questionnaire-out">{t('questionnaire.out')}</h3>
      <p class="site-note">{t('questionnaire.outHint', { number })}</p>
      <ul class="questionnaire-parks">
        {parks.map((park) => (
          <ParkAsked key={park.id} park={park} inputs={isOnly ? null : inputs} />
        ))}
      </ul>
      {withoutIds.length > 0 && (
        <p class="site-note">{t('questionnaire.without', { count: withoutIds.length })}</p>
      )}
      {!hasQuestions && <p>{t('questionnaire.none')}</p>}
      {hasQuestions && (
        <Download
          inputs={inputs}
          parks={parks}
          words={t(isOnly ? 'questionnaire.download' : 'questionnaire.downloadAll')}
          isMain
        />
      )}
      {hasQuestions && !isOnly && <p class="site-note">{t('questionnaire.showsAll')}</p>}
    </section>
  )
}

/** The first that matter, in their order. */
const SHOWN = 3

/** `inputs` where a file of its own can be sent to the park; null: it is the only one asked. */
function ParkAsked({ park, inputs }: { park: AskedPark; inputs: Inputs | null }) {
  const { id: parkId, nameZh, nameEn, questions, minutes } = park
  const name = say({ zh: nameZh, en: nameEn })
  const more = questions.length - SHOWN
  return (
    <li>
      <b>{name}</b> <span>{t('questionnaire.count', { count: questions.length, minutes })}</span>
      <ol>
        {questions.slice(0, SHOWN).map(({ id, words, chanceGained, isMust }) => (
          <li key={id}>
            {say(words)}{' '}
            <small>
              {chanceGained !== null
                ? t('questionnaire.gain', { points: (100 * chanceGained).toFixed(1) })
                : isMust
                  ? t('questionnaire.must')
                  : ''}
            </small>
          </li>
        ))}
      </ol>
      {more > 0 && <small>{t('questionnaire.moreQuestions', { count: more })}</small>}
      {inputs && questions.length > 0 && (
        <Download
          inputs={{ ...inputs, candidateIds: [parkId] }}
          parks={[park]}
          words={t('questionnaire.downloadOne', { name })}
        />
      )}
    </li>
  )
}

type Saving = { kind: 'idle' } | { kind: 'working' } | { kind: 'failed'; problem: Problem }

type DownloadProps = {
  inputs: Inputs
  parks: readonly AskedPark[]
  words: string
  isMain?: true
}

function Download({ inputs, parks, words, isMain }: DownloadProps) {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const save = async () => {
    setSaving({ kind: 'working' })
    try {
      const workbook = await executeAsWorkbook('questionnaire', inputs, language.value)
      const names = parks.map(({ nameZh, nameEn }) => say({ zh: nameZh, en: nameEn }))
      const name = t('questionnaire.fileName', { parks: names.join('_') })
      saveBlob(`${fileName(name)}.xlsx`, workbook)
      setSaving({ kind: 'idle' })
    } catch (error) {
      setSaving({ kind: 'failed', problem: problemOf(error) })
    }
  }
  return (
    <p>
      <button
        type="button"
        class={isMain && 'primary'}
        aria-disabled={saving.kind === 'working'}
        onClick={() => {
          if (saving.kind !== 'working') void save()
        }}
      >
        {saving.kind === 'working' ? t('questionnaire.working') : words}
      </button>
      {saving.kind === 'failed' && <span role="alert"> {problemText(saving.problem)}</span>}
    </p>
  )
}
