// What the parks are asked, the form to send, and the filled form coming back.
import '#web/panels/questionnaire/questionnaire.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { QuestionnaireReading } from '#geodata/contract/questionnaire/answer.ts'
import { problemOf } from '#web/api/client.ts'
import { readFilled } from '#web/api/questionnaires.ts'
import { t } from '#web/messages/index.ts'
import { QuestionsOut } from '#web/panels/questionnaire/questions-out.tsx'
import { ReadAnswers } from '#web/panels/questionnaire/read-answers.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'

type DialogProps = { candidateIds?: readonly string[]; close: () => void }

/** What has become of the file that was given. */
type Given =
  | { kind: 'none' }
  | { kind: 'reading'; name: string }
  | { kind: 'read'; name: string; reading: QuestionnaireReading }
  | { kind: 'refused'; name: string; words: string }

export function QuestionnaireDialog({ candidateIds, close }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const [given, setGiven] = useState<Given>({ kind: 'none' })
  useEffect(() => element.current?.showModal(), [])
  const read = async (file: File) => {
    const { name } = file
    if (file.size > MOST_BYTES) {
      setGiven({ kind: 'refused', name, words: t('questionnaire.tooLarge') })
      return
    }
    setGiven({ kind: 'reading', name })
    try {
      setGiven({ kind: 'read', name, reading: await readFilled(file) })
    } catch (error) {
      setGiven({ kind: 'refused', name, words: problemText(problemOf(error) satisfies Problem) })
    }
  }
  return (
    <dialog
      ref={element}
      class="questionnaire"
      aria-labelledby="questionnaire-title"
      onClose={(event) => event.target === element.current && close()}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer?.files ?? []
        if (file) void read(file)
      }}
    >
      <header>
        <h2 id="questionnaire-title">{t('questionnaire.title')}</h2>
        <button type="button" class="quiet" aria-label={t('common.close')} onClick={close}>
          ×
        </button>
      </header>
      {given.kind !== 'read' && <QuestionsOut candidateIds={candidateIds} />}
      <FileField given={given} onFile={(file) => void read(file)} />
      {given.kind === 'read' && (
        <ReadAnswers key={given.name} reading={given.reading} onDone={close} />
      )}
    </dialog>
  )
}

/** Below the fold of a phone nobody would see why. */
const broughtIntoView = (element: HTMLElement | null) =>
  element?.scrollIntoView({ block: 'nearest' })

/** As large as the server takes it. */
const MOST_BYTES = 1024 * 1024

function FileField({ given, onFile }: { given: Given; onFile: (file: File) => void }) {
  return (
    <section class="questionnaire-file" aria-labelledby="questionnaire-back">
      <h3 id="questionnaire-back">{t('questionnaire.back')}</h3>
      <label>
        <span>{t('questionnaire.drop')}</span>
        <input
          type="file"
          accept=".xlsx"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            // The same file can be chosen again once it was mended.
            currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
      </label>
      <div role="status">
        {given.kind === 'reading' && <p>{t('questionnaire.reading', { name: given.name })}</p>}
        {given.kind === 'read' && <p>{t('questionnaire.read', { name: given.name })}</p>}
      </div>
      {given.kind === 'refused' && (
        <p class="bad" role="alert" ref={broughtIntoView}>
          {t('questionnaire.refusedFile', { name: given.name })} {given.words}
        </p>
      )}
    </section>
  )
}
