// Sends a filled questionnaire to be read, and says which of its answers are accepted.
import type {
  Accepted,
  Answer,
  QuestionnaireReading,
} from '#geodata/contract/questionnaire/answer.ts'
import { ask } from '#web/api/client.ts'
import { type By, signed } from '#web/api/edits.ts'

export const readFilled = (file: Blob) =>
  ask<QuestionnaireReading>('/api/questionnaires/reading', { method: 'POST', body: file })

export const acceptAnswers = (number: string, answers: readonly Answer[], by: By) =>
  ask<Accepted>('/api/questionnaires/acceptance', {
    method: 'POST',
    headers: { ...signed(by), 'Content-Type': 'application/json' },
    body: JSON.stringify({ number, answers }),
  })
