// What does a filled questionnaire say, cell by cell? What cannot be taken is named, all at once.
//
// Rows are found by their codes and columns by their heads: sheets may be renamed and reordered, rows sorted, columns
// moved, the file saved by another program.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import {
  answerIn,
  dateIn,
  type Given,
  plain,
  sourceIn,
} from '#geodata/analysis/questionnaire/given-cell.ts'
import {
  COLUMNS,
  type ColumnId,
  HEADS,
  keyOf,
  WHO,
} from '#geodata/analysis/questionnaire/layout.ts'
import type { Asked } from '#geodata/analysis/questionnaire/question.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import { saidNow, saidOf } from '#geodata/analysis/questionnaire/said.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type {
  Answer,
  ProposedChange,
  QuestionnaireReading,
  RefusedCell,
} from '#geodata/contract/questionnaire/answer.ts'
import type { SentQuestionnaire } from '#geodata/contract/questionnaire/sent-questionnaire.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { GivenCell, GivenSheet } from '#geodata/formats/import/workbook.ts'

type Columns = Readonly<Record<ColumnId, number>>
type Row = { sheet: GivenSheet; index: number; columns: Columns; key: string }
type Taken = { change: ProposedChange | null; refused: RefusedCell[] }

/** `today` as YYYY-MM-DD; `judge` says what speaks against a place; null: nothing does. */
export type Judged = {
  today: string
  judge: (park: Park, lngLat: readonly [number, number]) => Bilingual | null
}

export function readingOf(
  sheets: readonly GivenSheet[],
  sent: SentQuestionnaire,
  facts: RegionFacts,
  judged: Judged,
): QuestionnaireReading {
  const rows = sheets.flatMap(rowsIn)
  const askedKeys = sent.parks.flatMap(({ id, questions }) =>
    questions.map((one) => keyOf(id, one.id)),
  )
  const changes: ProposedChange[] = []
  const refused: RefusedCell[] = []
  const seen = new Map<string, Row>()
  for (const row of rows) {
    if (cellAt(row, 'answer') === null) {
      if (!seen.has(row.key)) seen.set(row.key, row)
      continue
    }
    const fault = faultOf(row, askedKeys, seen.get(row.key))
    if (fault) {
      refused.push(refusedCell(row, 'answer', fault))
      continue
    }
    seen.set(row.key, row)
    const taken = takenOf(row, facts, judged)
    refused.push(...taken.refused)
    if (taken.change) changes.push(taken.change)
  }
  const answered = new Set([
    ...changes.map(({ answer }) => keyOf(answer.parkId, answer.questionId)),
  ])
  const lost = askedKeys.filter((key) => !seen.has(key))
  return {
    number: sent.number,
    askedOn: sent.askedOn,
    siting: sent.siting,
    parkIds: sent.parks.map(({ id }) => id),
    changes,
    refused,
    notices: noticesOf(lost.length, sent, facts),
    openCount: askedKeys.filter((key) => !answered.has(key)).length - refusedKeys(refused, rows),
  }
}

function refusedKeys(refused: readonly RefusedCell[], rows: readonly Row[]): number {
  const keys = refused.flatMap(({ sheet, cell }) => {
    const row = rows.find(
      (one) => one.sheet.name === sheet && one.index + 1 === Number(cell.replace(/^[A-Z]+/, '')),
    )
    return row ? [row.key] : []
  })
  return new Set(keys).size
}

const KEY = /^(.{1,80})\/([A-Za-z]{1,40})$/

/** Every row with a code of a question, whatever sheet it stands in. */
function rowsIn(sheet: GivenSheet): Row[] {
  const columns = columnsIn(sheet)
  return sheet.rows.flatMap((cells, index) => {
    const key = cells.map(plain).findLast((text) => {
      const [, , question] = KEY.exec(text) ?? []
      return QUESTIONS.some(({ id }) => id === question)
    })
    return key === undefined ? [] : [{ sheet, index, columns, key }]
  })
}

/** By their heads, else where they were when it was sent. */
function columnsIn({ rows }: GivenSheet): Columns {
  const headed = rows.find((cells) => cells.some((cell) => isHead(cell, 'answer'))) ?? []
  const entries = COLUMNS.map((column, sentAt) => {
    const at = headed.findIndex((cell) => isHead(cell, column))
    return [column, at < 0 || HEADS[column].zh === '' ? sentAt : at]
  })
  return Object.fromEntries(entries) as Columns
}

function isHead(cell: GivenCell, column: ColumnId): boolean {
  const { zh, en } = HEADS[column]
  return zh !== '' && plain(cell) === (zh === en ? zh : `${zh} ${en}`)
}

function cellAt({ sheet, index, columns }: Row, column: ColumnId): GivenCell {
  const cell = sheet.rows[index]?.[columns[column]] ?? null
  return plain(cell) === '' ? null : cell
}

/** Why the row is not asked here, or not once; null: it is. */
function faultOf(
  row: Row,
  askedKeys: readonly string[],
  before: Row | undefined,
): Bilingual | null {
  if (!askedKeys.includes(row.key)) {
    return {
      zh: `这一行（${row.key}）不是这份问卷问的：是别的园区或别的问卷的行`,
      en: `this row (${row.key}) is not of this questionnaire: it asks another park, or comes from another one`,
    }
  }
  const again = before && cellAt(before, 'answer')
  if (again && plain(again) !== plain(cellAt(row, 'answer'))) {
    return {
      zh: `同一题在“${before.sheet.name}”表第 ${before.index + 1} 行已另有答复，只保留一处`,
      en: `the same question is answered otherwise in row ${before.index + 1} of “${before.sheet.name}”: keep one`,
    }
  }
  return null
}

function takenOf(row: Row, facts: RegionFacts, { today, judge }: Judged): Taken {
  const [, parkId = '', questionId = ''] = KEY.exec(row.key) ?? []
  const asked = QUESTIONS.find(({ id }) => id === questionId)
  const park = facts.parks.find(({ properties }) => properties.id === parkId)
  if (!asked || !park) {
    const gone = {
      zh: '这个园区已从名录删除，答复无处可记',
      en: 'the park was deleted meanwhile: there is nowhere to keep its answer',
    }
    return { change: null, refused: [refusedCell(row, 'answer', gone)] }
  }
  const value = answerIn(asked, cellAt(row, 'answer'))
  const source = sourceIn(cellAt(row, 'source'))
  const asOf = dateIn(cellAt(row, 'asOf'), today)
  const refused = (
    [
      ['answer', value],
      ['source', source],
      ['asOf', asOf],
    ] as const
  ).flatMap(([column, one]: readonly [ColumnId, Given<unknown>]) =>
    one.kind === 'refused' ? [refusedCell(row, column, one.fits)] : [],
  )
  if (value.kind !== 'given' || source.kind !== 'given' || asOf.kind !== 'given') {
    return { change: null, refused }
  }
  const answer: Answer = {
    parkId,
    questionId,
    value: value.value,
    source: source.value,
    asOf: asOf.value,
    filledBy: whoFilled(row.sheet),
  }
  const fault = againstIt(asked, answer, park, judge)
  if (fault) return { change: null, refused: [refusedCell(row, fault.column, fault.why)] }
  return { change: changeOf(row, asked, answer, park, facts), refused }
}

/** What an answer lacks that is well formed. */
function againstIt(
  { into }: Asked,
  { value, source }: Answer,
  park: Park,
  judge: Judged['judge'],
): { column: ColumnId; why: Bilingual } | null {
  const isStage = 'field' in into && into.field === 'stage'
  if (isStage && value.kind === 'choice' && value.choice !== park.properties.stage && !source) {
    const zh = '改变阶段须有文件：请在“来源”写文件名和文号'
    const en = 'a stage changes by a document: give its name and number as the source'
    return { column: 'source', why: { zh, en } }
  }
  const why = value.kind === 'place' ? judge(park, value.lngLat) : null
  return why && { column: 'answer', why }
}

/** null: it is so already. */
function changeOf(
  row: Row,
  asked: Asked,
  answer: Answer,
  park: Park,
  facts: RegionFacts,
): ProposedChange | null {
  const was = saidNow(asked, park, facts)
  const becomes = saidOf(asked, answer.value)
  if (was.zh === becomes.zh) return null
  const { labelZh, labelEn } = park.properties
  return {
    answer,
    park: { zh: labelZh, en: labelEn },
    words: asked.words,
    unit: asked.unit,
    was,
    becomes,
    warning: warningOf(asked, answer),
    sheet: row.sheet.name,
    cell: cellName(row, 'answer'),
  }
}

/** 〔2025〕12, (2025) 12, 12号, No. 12. */
const DOCUMENT_NUMBER = /[〔[(【]\d{4}[〕\])】]\D{0,6}\d|\d\s*号|\bno\.?\s*\d/i

/** What speaks against taking it unseen; that nothing is known needs no source. */
function warningOf({ into }: Asked, { value, source }: Answer): Bilingual | null {
  if (value.kind === 'notKnown') return null
  if (!source) {
    return {
      zh: '未写来源，请向园区核实后再采用',
      en: 'No source is given: ask the park before taking it',
    }
  }
  const isStage = 'field' in into && into.field === 'stage'
  if (isStage && !DOCUMENT_NUMBER.test(source)) {
    return {
      zh: '来源里没有文号，请核对文件后再采用',
      en: 'The source has no document number: see the document before taking it',
    }
  }
  return null
}

/** Longer than any name. */
const LONGEST_NAME = 80

/** Who filled the sheet in; null: nobody is named. */
function whoFilled({ rows }: GivenSheet): string | null {
  const label = `${WHO.name.zh} ${WHO.name.en}`
  for (const cells of rows) {
    const at = cells.findIndex((cell) => plain(cell) === label)
    const name =
      at < 0
        ? ''
        : cells
            .slice(at + 1)
            .map(plain)
            .find((text) => text !== '')
    if (name && !name.startsWith(WHO.contact.zh)) return name.slice(0, LONGEST_NAME)
  }
  return null
}

function refusedCell(row: Row, column: ColumnId, detail: Bilingual): RefusedCell {
  const question = QUESTIONS.find(({ id }) => row.key.endsWith(`/${id}`))?.words ?? null
  const came = plain(cellAt(row, column))
  return {
    sheet: row.sheet.name,
    cell: cellName(row, column),
    question,
    column: HEADS[column],
    came: came.length > 60 ? `${came.slice(0, 60)}…` : came,
    detail,
  }
}

function cellName({ index, columns }: Row, column: ColumnId): string {
  return `${letters(columns[column])}${index + 1}`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

function noticesOf(lost: number, sent: SentQuestionnaire, { parks }: RegionFacts): Bilingual[] {
  const gone = sent.parks.filter(({ id }) => !parks.some(({ properties }) => properties.id === id))
  return [
    ...(lost > 0
      ? [
          {
            zh: `有 ${lost} 题的行已不在文件里（删了表或行），按未答计。`,
            en: `The rows of ${lost} questions are no longer in the file (sheets or rows were deleted); they count as open.`,
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            zh: `问卷问的 ${gone.map(({ id }) => id).join('、')} 已从名录删除。`,
            en: `${gone.map(({ id }) => id).join(', ')} of the questionnaire were deleted meanwhile.`,
          },
        ]
      : []),
  ]
}
