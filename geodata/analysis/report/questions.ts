// What is not known yet, in the order of what knowing it is worth; then what was asked and nobody has proven.

import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { wishes } from '#geodata/analysis/siting/criteria/wishes.ts'
import { amountText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { type Rich, rich } from '#geodata/analysis/told/rich.ts'
import { withUnit } from '#geodata/analysis/told/unit-words.ts'
import type { FactToFind } from '#geodata/contract/processes/sensitivity.ts'

export type Question = {
  told: Rich
  /** What would be known, as a few words. */
  topic: string
  whom: string
  /** The chance that the choice is right once it is known; null: knowing it alone would not raise that for sure. */
  worth: string | null
}

export function questionsOf(grounds: Grounds): Question[] {
  const { answers, computed, say, columns } = grounds
  const compared = new Set(columns.map(({ candidate }) => candidate.id))
  // A candidate that is not compared is not asked: its answer would help with another choice.
  const facts = answers.sensitivity.worthKnowing.facts.filter(
    ({ isCandidate, subjectId }) => !isCandidate || compared.has(subjectId),
  )
  const measured = facts.map((fact) => ({
    told: rich`${factTold(fact, grounds)}${computed}`,
    topic: topicOf(fact, grounds),
    whom: whomTold(fact, grounds),
    worth: chanceText(fact.chanceKnowing),
  }))
  const known = new Set(facts.map((fact) => `${fact.subjectId} ${fact.what?.zh}`))
  return [...measured, ...unproven(grounds, known)].map((one) => ({
    ...one,
    whom: one.whom || say('未定', 'nobody yet'),
  }))
}

function factTold({ kind, subjectId, subject, what }: FactToFind, grounds: Grounds): string {
  const { said, say, columns, lettered } = grounds
  const isCompared = columns.some(({ candidate }) => candidate.id === subjectId)
  const name = isCompared ? lettered(subjectId) : said(subject)
  if (kind === 'place') return say(`${name}的准确位置在哪里？`, `Where exactly does ${name} lie?`)
  const named = what ? said(what) : ''
  if (isOfWishes(what)) {
    const asked = wishesTold(grounds)
    return say(`${name}能否满足期望（${asked}）？`, `Can ${name} meet the wishes (${asked})?`)
  }
  return kind === 'maker'
    ? say(`${name}是否生产${named}？`, `Does ${name} make ${named}?`)
    : say(`${name}：${named}是多少？`, `${name}: what is its “${named}”?`)
}

const isOfWishes = (what: FactToFind['what']) => what?.zh === wishes.title.zh

/** "power 30 MVA": what was wished for. */
function wishesTold({ answers, say, said }: Grounds): string {
  return answers.comparison.needs
    .filter(({ isHard }) => !isHard)
    .map(({ title, amount, unit }) =>
      amount === null
        ? said(title)
        : `${said(title)} ${withUnit(amountText(amount, unit), unit, say)}`,
    )
    .join(say('、', ', '))
}

function topicOf({ kind, subject, what }: FactToFind, { said, say }: Grounds): string {
  const name = said(subject)
  if (isOfWishes(what)) return say(`${name}能否满足期望`, `whether ${name} meets the wishes`)
  if (kind === 'place') return say(`${name}的准确位置`, `the exact place of ${name}`)
  const named = what ? said(what) : ''
  return kind === 'maker'
    ? say(`${name}是否生产${named}`, `whether ${name} makes ${named}`)
    : say(`${name}的${named}`, `“${named}” of ${name}`)
}

function whomTold({ subject, isCandidate }: FactToFind, { said, say }: Grounds): string {
  return isCandidate
    ? say(`${said(subject)}管委会`, `administration of ${said(subject)}`)
    : said(subject)
}

/** Needs of the compared that are neither met nor failed for sure, and are not among those measured. */
function unproven({ answers, columns, say, said, lettered, sources }: Grounds, known: Set<string>) {
  return answers.comparison.rows.flatMap((row): Question[] => {
    if (!row.asked) return []
    return columns.flatMap(({ candidate, index }): Question[] => {
      const cell = row.cells[index]
      if (cell?.kind !== 'need' || !['perhaps', 'unknown'].includes(cell.standing)) return []
      if (known.has(`${candidate.id} ${row.title.zh}`)) return []
      const name = lettered(candidate.id)
      const need = said(row.title)
      // What is not known at all stands on nothing.
      const refs = cell.standing === 'unknown' ? { refs: [] } : sources.cite(cell.source, cell.asOf)
      return [
        {
          topic: say(`${name}的${need}`, `“${need}” of ${name}`),
          told: say(
            rich`${name}能否满足“${need}”？${refs}`,
            rich`Can ${name} meet “${need}”?${refs}`,
          ),
          whom: say(
            `${candidate.nameZh || name}管委会`,
            `administration of ${candidate.nameEn || name}`,
          ),
          worth: null,
        },
      ]
    })
  })
}
