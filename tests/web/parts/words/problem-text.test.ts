// Is the server's silence said once for the page, and beside it only what waits?
import { expect, it } from 'vitest'
import { answerWithoutReason, NO_ANSWER } from '#geodata/contract/unanswered.ts'
import { problemOrWait, problemText } from '#web/parts/words/problem-text.ts'

it('says what waits where no answer came, and the reason where one did', () => {
  expect(problemOrWait(NO_ANSWER, 'The rings wait.')).toBe('The rings wait.')
  const refused = answerWithoutReason({ status: 502, statusText: 'Bad Gateway' })
  expect(problemOrWait(refused, 'The rings wait.')).toBe(problemText(refused))
  expect(problemText(refused)).toContain('502')
})
