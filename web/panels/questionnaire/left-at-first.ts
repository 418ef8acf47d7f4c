// Which of the proposed changes stand unticked before anybody has looked?
import type { Answer, ProposedChange } from '#geodata/contract/questionnaire/answer.ts'

export const keyOf = ({ parkId, questionId }: Pick<Answer, 'parkId' | 'questionId'>) =>
  `${parkId}/${questionId}`

/** Those with a warning: whoever takes one ticks it himself. */
export function leftAtFirst(
  changes: readonly Pick<ProposedChange, 'answer' | 'warning'>[],
): ReadonlySet<string> {
  return new Set(changes.flatMap(({ answer, warning }) => (warning ? [keyOf(answer)] : [])))
}
