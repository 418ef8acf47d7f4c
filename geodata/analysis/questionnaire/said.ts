// In which words is told what is known of a question, and what an answer makes of it?
import type { ParkAnswerRow, RegionFacts } from '#geodata/analysis/facts.ts'
import type { Asked } from '#geodata/analysis/questionnaire/question.ts'
import { NOT_KNOWN } from '#geodata/analysis/questionnaire/questions.ts'
import { answerOf } from '#geodata/analysis/siting/park-answer.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Answer } from '#geodata/contract/questionnaire/answer.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

const KNOWN_OTHERWISE: Bilingual = { zh: '已有记载', en: 'on record' }

export function saidNow(asked: Asked, park: Park, facts: RegionFacts): Bilingual {
  if ('item' in asked.into) {
    const answer = answerOf(facts, park, asked.into.item)
    if (answer) return saidOf(asked, valueIn(answer))
  }
  if ('field' in asked.into && asked.into.field === 'stage') {
    return saidOf(asked, { kind: 'choice', choice: park.properties.stage })
  }
  const open = asked.open({ facts, park, terms: [] })
  if (!asked.isPlace) return open?.now ?? KNOWN_OTHERWISE
  const at = degrees(park.geometry.coordinates)
  return open ? { zh: `${at}，${open.now.zh}`, en: `${at}: ${open.now.en}` } : { zh: at, en: at }
}

export function saidOf({ unit, choices }: Asked, value: Answer['value']): Bilingual {
  switch (value.kind) {
    case 'amount':
      return {
        zh: `${value.amount}${unit ? ` ${unit.zh}` : ''}`,
        en: `${value.amount}${unit ? ` ${unit.en}` : ''}`,
      }
    case 'choice':
      return (
        choices.find(({ id }) => id === value.choice)?.words ?? {
          zh: value.choice,
          en: value.choice,
        }
      )
    case 'place': {
      const at = degrees(value.lngLat)
      return { zh: at, en: at }
    }
    case 'notKnown':
      return NOT_KNOWN.words
  }
}

function valueIn({ state, amount }: ParkAnswerRow): Answer['value'] {
  if (state === 'notKnown') return { kind: 'notKnown' }
  return state === 'stated' && amount !== null
    ? { kind: 'amount', amount }
    : { kind: 'choice', choice: state }
}

/** To about ten metres. */
const degrees = (place: readonly number[]) => place.map((one) => one.toFixed(4)).join(', ')
