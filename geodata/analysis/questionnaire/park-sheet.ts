// The sheet of one park: who asks and why, then a line a question, those that can change the ranking first.
import {
  bothOf,
  COLUMNS,
  type ColumnId,
  HEADS,
  keyOf,
  letterOf,
  WHO,
  WIDTHS,
} from '#geodata/analysis/questionnaire/layout.ts'
import { canDecide } from '#geodata/analysis/questionnaire/questionnaire.ts'
import { NOT_KNOWN } from '#geodata/analysis/questionnaire/questions.ts'
import { NEED_UNIT } from '#geodata/analysis/siting/need-unit.ts'
import type {
  AskedPark,
  Question,
  QuestionnaireResult,
} from '#geodata/contract/processes/questionnaire.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FormCell, FormCheck, FormLook, FormSheet } from '#geodata/formats/export/format.ts'

type Line = FormSheet['rows'][number]
type Told = Pick<QuestionnaireResult, 'number' | 'question' | 'needs'>

const cell = (look: FormLook, value: FormCell['value']): FormCell => ({ look, value })
const aside = (look: FormLook, value: Bilingual): FormCell => ({ look, value, isAside: true })

/** A line of the form, by its columns; the others are empty. */
function lineOf(
  given: Partial<Record<ColumnId, FormCell>>,
  heightPoints: number,
  fill: FormLook | null = null,
): Line {
  const cells = COLUMNS.map((column) => given[column] ?? (fill && cell(fill, null)))
  return { cells, heightPoints }
}

const HEAD_ROW = 5
const ROW_HEIGHT = 42

export function parkSheet(
  name: string,
  park: AskedPark,
  told: Told,
  askedOn: string,
): FormSheet & { names: Record<string, string> } {
  const deciding = park.questions.filter(canDecide)
  const others = park.questions.filter((one) => !canDecide(one))
  const rows: Line[] = [...headLines(park, told, askedOn, deciding.length)]
  const merges = ['A1:G1', 'H1:I1', 'A2:G2', 'H2:I2', 'A3:I3', 'A4:B4', 'D4:F4']
  const checks: FormCheck[] = []
  const names: Record<string, string> = {}
  let order = 0
  const section = (title: Bilingual, questions: readonly Question[]) => {
    if (questions.length === 0) return
    merges.push(`A${rows.length + 1}:I${rows.length + 1}`)
    rows.push(lineOf({ order: aside('section', title) }, 20, 'section'))
    for (const one of questions) {
      order += 1
      rows.push(questionLine(park, one, order))
      const answer = `${letterOf('answer')}${rows.length}`
      checks.push(...checksOf(one, answer), dateCheck(`${letterOf('asOf')}${rows.length}`))
      names[nameOf(park.id, one.id)] = `'${name}'!$${letterOf('answer')}$${rows.length}`
    }
  }
  const [one, all] = [deciding.length, others.length]
  section(
    {
      zh: `先答这 ${one} 题，答了名次就可能变`,
      en: `Answer ${one === 1 ? 'this one first: it' : `these ${one} first: they`} can change the ranking`,
    },
    deciding,
  )
  section(othersTitle(all, one === 0), others)
  merges.push(`A${rows.length + 1}:I${rows.length + 1}`)
  rows.push(lineOf({ order: cell('lead', CLOSING) }, 30))
  return {
    name,
    names,
    widths: COLUMNS.map((column) => WIDTHS[column]),
    rows,
    merges,
    checks,
    isProtected: true,
    frozenRows: HEAD_ROW,
    printTitles: `$${HEAD_ROW}:$${HEAD_ROW}`,
    printArea: `$A$1:$I$${rows.length}`,
    foot: '&L&8Park Atlas 园链图&R&8&P / &N',
  }
}

/** Of what by itself raises the chance of choosing right by nothing that is sure: together it may. */
function othersTitle(count: number, isAll: boolean): Bilingual {
  const [zh, en] = isAll ? ['这', 'These'] : ['其余', 'The other']
  return {
    zh: `${zh} ${count} 题，单查清一项还不足以改变选择，合起来可能改变`,
    en:
      count === 1
        ? `${isAll ? 'This' : 'The other'} one: by itself it would not surely change the choice`
        : `${en} ${count}: none by itself would surely change the choice; together they may`,
  }
}

const CLOSING: Bilingual = {
  zh: '来源写文件名、网址或口述人；数的日期写到月。不知道就选或写“不清楚”，不要留零。回来后逐格核对，先给您看改动，再写入。',
  en: 'Name the file, address or person; dates to the month. What is not known is “not known”, not zero. Every cell is checked and shown before it is taken.',
}

function headLines(
  park: AskedPark,
  told: Told,
  askedOn: string,
  decidingCount: number,
): readonly Line[] {
  const count = park.questions.length
  const { minutes } = park
  return [
    lineOf(
      {
        order: cell('title', `${park.nameZh}：${count} 个问题，约 ${minutes} 分钟`),
        source: cell('label', `问卷 Questionnaire ${told.number}`),
      },
      30,
    ),
    lineOf(
      {
        order: cell(
          'subtitle',
          `${park.nameEn}: ${count} question${count === 1 ? '' : 's'}, about ${minutes} minutes`,
        ),
        source: cell('label', `${askedOn}`),
      },
      16,
    ),
    lineOf({ order: cell('lead', leadOf(park, told, decidingCount)) }, 46),
    lineOf(
      {
        order: aside('label', WHO.name),
        why: cell('inputText', null),
        worth: aside('label', WHO.contact),
        answer: cell('inputText', null),
        source: aside('label', WHO.date),
        asOf: cell('inputText', null),
      },
      24,
    ),
    lineOf(
      Object.fromEntries(
        COLUMNS.map((column) => {
          const head = HEADS[column]
          return [column, head.zh === head.en ? cell('head', head.zh) : aside('head', head)]
        }),
      ),
      24,
    ),
    lineOf(
      {
        order: cell('example', '例'),
        question: aside('example', { zh: '标准厂房有多少？', en: 'How much workshop space?' }),
        why: aside('example', { zh: '这样填', en: 'Fill like this' }),
        unit: cell('example', '万 m²'),
        choice: aside('example', { zh: '数，不小于 0', en: 'a number' }),
        answer: cell('example', '3.2'),
        source: cell('example', '管委会台账 ledger'),
        asOf: cell('example', '2026-09'),
      },
      20,
      'example',
    ),
  ]
}

/** Who asks and why, in a sentence. */
function leadOf(park: AskedPark, { question, needs }: Told, decidingCount: number): Bilingual {
  const made = question.product ?? question.segment
  const amounts = needs.flatMap(({ title, unit, amount }) =>
    unit && amount !== null ? [{ title, amount, unit: NEED_UNIT[unit] }] : [],
  )
  const zh = amounts.map((one) => `，${one.title.zh} ${one.amount} ${one.unit.zh}`).join('')
  const en = amounts.map((one) => `, ${one.title.en.toLowerCase()} ${one.amount} ${one.unit.en}`)
  const standing = standingOf(park)
  const first = Math.min(decidingCount, 5)
  return {
    zh: `一家企业要建${made.zh}厂${zh}；贵园${standing.zh}。请只填浅蓝格；“分量”是查清后从全部候选中选对的把握升几个百分点${first > 0 ? `，答完前 ${first} 题就有用` : ''}。`,
    en: `A maker of ${made.en} looks for a site${en.join('')}; your park ${standing.en}. Fill the pale blue cells only; worth: by how many points the chance of choosing right among all candidates rises once it is known.`,
  }
}

function standingOf({ rank, rankLikely }: AskedPark): Bilingual {
  if (rank === null) return { zh: '现因一条硬要求出局', en: 'is left out by a must' }
  const [low, high] = rankLikely ?? [rank, rank]
  const range = low === high ? '' : `${low}–${high}`
  return {
    zh: `现排第 ${rank}${range && `（可能 ${range}）`}`,
    en: `ranks ${rank}${range && ` (likely ${range})`}`,
  }
}

function questionLine({ id: parkId }: AskedPark, one: Question, order: number): Line {
  return lineOf(
    {
      order: cell('order', order),
      question: cell('text', one.words),
      why: cell('text', one.why),
      worth: worthCell(one),
      unit: one.unit
        ? cell('order', bothOf(one.unit))
        : cell('order', bothOf({ zh: '选一项', en: 'choose' })),
      choice: cell('small', choiceText(one)),
      answer: cell(one.kind === 'amount' ? 'input' : 'inputText', null),
      source: cell('inputText', null),
      asOf: cell('inputText', null),
      id: cell('small', keyOf(parkId, one.id)),
    },
    ROW_HEIGHT,
  )
}

function worthCell({ chanceGained, isMust }: Question): FormCell {
  if (chanceGained !== null) return { ...cell('figure', chanceGained * 100), format: 'tenths' }
  return isMust ? cell('figure', '必须 must') : cell('order', '—')
}

function choiceText({ kind, choices }: Question): FormCell['value'] {
  if (kind === 'amount') return { zh: '数，不小于 0', en: 'a number, 0 or more' }
  const listed = (language: keyof Bilingual) =>
    choices.map(({ words }) => words[language]).join(' · ')
  return { zh: listed('zh'), en: listed('en') }
}

function checksOf({ kind, choices }: Question, answer: string): FormCheck[] {
  const unknown = NOT_KNOWN.words
  switch (kind) {
    case 'choice':
      return [
        {
          range: answer,
          allows: { values: choices.map(({ words }) => bothOf(words)) },
          hint: '从下拉里选一项；不知道就选“不清楚”。Choose one; what is not known is “not known”.',
        },
      ]
    case 'amount': {
      const told = [bothOf(unknown), unknown.zh, unknown.en].map((text) => `${answer}="${text}"`)
      return [
        {
          range: answer,
          allows: { formula: `OR(AND(ISNUMBER(${answer}),${answer}>=0),${told.join(',')})` },
          hint: '填一个不小于 0 的数；不知道就写“不清楚”。A number, 0 or more; or “not known”.',
        },
      ]
    }
    case 'place':
      return [
        {
          range: answer,
          allows: { formula: `LEN(${answer})>0` },
          hint: '例：120.501, 30.502 GCJ-02。Longitude, latitude, datum.',
        },
      ]
  }
}

function dateCheck(range: string): FormCheck {
  return {
    range,
    allows: { formula: `LEN(${range})>=4` },
    hint: '年-月，如 2026-09。Year and month.',
  }
}

/** The name of the cell of an answer: letters, digits and lines below alone. */
function nameOf(parkId: string, questionId: string): string {
  return `answer_${keyOf(parkId, questionId).replace(/[^A-Za-z0-9]/g, '_')}`
}
