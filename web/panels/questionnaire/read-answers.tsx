// What the filled form says: cells that cannot be taken, the changes it proposes, what they would do, and taking them.
import { useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type {
  Accepted,
  Answer,
  ProposedChange,
  QuestionnaireReading,
} from '#geodata/contract/questionnaire/answer.ts'
import { problemOf } from '#web/api/client.ts'
import { acceptAnswers } from '#web/api/questionnaires.ts'
import { say, t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { SignatureFields } from '#web/panels/editor/signature-fields.tsx'
import { AcceptedAnswers } from '#web/panels/questionnaire/accepted-answers.tsx'
import { keyOf, leftAtFirst } from '#web/panels/questionnaire/left-at-first.ts'
import { RankingEffect } from '#web/panels/questionnaire/ranking-effect.tsx'
import { RefusedCells } from '#web/panels/questionnaire/refused-cells.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { reloadEdited } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

type ReadProps = { reading: QuestionnaireReading; onDone: () => void }

export function ReadAnswers({ reading, onDone }: ReadProps) {
  const { changes, refused, notices, openCount, siting } = reading
  const [left, setLeft] = useState(() => leftAtFirst(changes))
  const [accepted, setAccepted] = useState<Accepted | null>(null)
  const [isUndone, setUndone] = useState(false)
  // What was accepted stays told as it was before: the ranking has moved on meanwhile.
  const chosen = changes.filter(({ answer }) => !left.has(keyOf(answer)))
  const answers = chosen.map(({ answer }) => answer)
  // Once taken back nothing is before or after.
  const effect = answers.length > 0 && !isUndone && (
    <RankingEffect siting={siting} answers={answers} />
  )
  return (
    <>
      {!accepted && (
        <>
          <p>{t('questionnaire.unwritten')}</p>
          {isOther(reading) && <p class="questionnaire-notice">{t('questionnaire.other')}</p>}
          {notices.map((notice) => (
            <p key={notice.zh} class="questionnaire-notice">
              {say(notice)}
            </p>
          ))}
          <RefusedCells refused={refused} />
          <Changes changes={changes} left={left} setLeft={setLeft} />
          <p class="site-note">{t('questionnaire.openCount', { count: openCount })}</p>
        </>
      )}
      {accepted && (
        <AcceptedAnswers
          accepted={accepted}
          isUndone={isUndone}
          onUndone={() => setUndone(true)}
          onDone={onDone}
        />
      )}
      {effect}
      {!accepted && changes.length > 0 && answers.length === 0 && (
        <p>{t('questionnaire.noneTaken')}</p>
      )}
      {!accepted && answers.length > 0 && (
        <Accept number={reading.number} answers={answers} onAccepted={setAccepted} />
      )}
    </>
  )
}

/** It was asked for another product than the page shows. */
function isOther({ siting }: QuestionnaireReading): boolean {
  const now = sitingInputs(view.value)
  return now !== null && (now.productId !== siting.productId || now.segmentId !== siting.segmentId)
}

type ChangesProps = {
  changes: readonly ProposedChange[]
  left: ReadonlySet<string>
  setLeft: (left: ReadonlySet<string>) => void
}

function Changes({ changes, left, setLeft }: ChangesProps) {
  if (changes.length === 0) return <p>{t('questionnaire.noChange')}</p>
  const toggle = (key: string, isTaken: boolean) => {
    const next = new Set(left)
    if (isTaken) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  return (
    <section aria-labelledby="questionnaire-changes">
      <h3 id="questionnaire-changes">{t('questionnaire.changes', { count: changes.length })}</h3>
      <table class="questionnaire-table">
        <thead>
          <tr>
            <th scope="col">{t('questionnaire.take')}</th>
            <th scope="col">{t('questionnaire.question')}</th>
            <th scope="col">{t('questionnaire.was')}</th>
            <th scope="col">{t('questionnaire.becomes')}</th>
            <th scope="col">{t('questionnaire.source')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const key = keyOf(change.answer)
            return (
              <ChangeRow
                key={key}
                change={change}
                isTaken={!left.has(key)}
                onTake={(isTaken) => toggle(key, isTaken)}
              />
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type ChangeRowProps = {
  change: ProposedChange
  isTaken: boolean
  onTake: (isTaken: boolean) => void
}

function ChangeRow({ change, isTaken, onTake }: ChangeRowProps) {
  const { answer, park, words, was, becomes, warning, sheet, cell } = change
  const filledBy = answer.filledBy && t('questionnaire.filledBy', { name: answer.filledBy })
  const question = `${say(park)} · ${say(words)}`
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t('questionnaire.takeOne', { question })}
          checked={isTaken}
          onChange={({ currentTarget }) => onTake(currentTarget.checked)}
        />
      </td>
      <th scope="row">
        {say(park)} <small>{say(words)}</small>
      </th>
      <td>{say(was)}</td>
      <td>
        <b>{say(becomes)}</b>
      </td>
      <td>
        {answer.source ? <Words of={answer.source} /> : !warning && t('questionnaire.noSource')}
        {warning && <small class="bad">{say(warning)}</small>}
        <small>
          <Words of={[filledBy, answer.asOf, `${sheet} ${cell}`].filter(Boolean).join(' · ')} />
        </small>
      </td>
    </tr>
  )
}

type AcceptProps = {
  number: string
  answers: readonly Answer[]
  onAccepted: (accepted: Accepted) => void
}

function Accept({ number, answers, onAccepted }: AcceptProps) {
  const [why, setWhy] = useState(t('questionnaire.reason', { number }))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const accept = async () => {
    setSending(true)
    try {
      const done = await acceptAnswers(number, answers, { who: editorName.peek(), why })
      onAccepted(done)
      await reloadEdited('parks')
    } catch (error) {
      setProblem(problemOf(error))
      setSending(false)
    }
  }
  return (
    <form
      class="editor signed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSending) void accept()
      }}
    >
      <SignatureFields why={why} setWhy={setWhy} problem={problem} />
      {problem && (
        <p class="bad" role="alert">
          {problemText(problem)}
        </p>
      )}
      <button type="submit" class="primary" disabled={isSending}>
        {t('questionnaire.accept', { count: answers.length })}
      </button>
    </form>
  )
}
