// Which of the proposed changes stand unticked at first?
import { expect, it } from 'vitest'
import type { ProposedChange } from '#geodata/contract/questionnaire/answer.ts'
import { leftAtFirst } from '#web/panels/questionnaire/left-at-first.ts'

const change = (questionId: string, warning: ProposedChange['warning']) => ({
  answer: {
    parkId: 'P1',
    questionId,
    value: { kind: 'choice' as const, choice: 'there' },
    source: null,
    asOf: null,
    filledBy: null,
  },
  warning,
})

it('leaves out what comes with a warning, until somebody ticks it', () => {
  const warned = change('stage', { zh: '来源里没有文号', en: 'no document number' })
  expect([...leftAtFirst([change('gas', null), warned])]).toEqual(['P1/stage'])
  expect(leftAtFirst([change('gas', null)]).size).toBe(0)
})
