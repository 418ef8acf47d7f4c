// The questionnaire as a workbook: a sheet a park, how to fill them in, and what it asked, to be checked on return.
import { parkSheet } from '#geodata/analysis/questionnaire/park-sheet.ts'
import {
  QUESTIONNAIRE_VERSION,
  type QuestionnaireResult,
} from '#geodata/contract/processes/questionnaire.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import {
  SENT_MARK,
  SENT_SHEET,
  type SentQuestionnaire,
} from '#geodata/contract/questionnaire/sent-questionnaire.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FormSheet, Sheet, Workbook } from '#geodata/formats/export/format.ts'

export function questionnaireDocument(
  result: QuestionnaireResult,
  siting: SitingInputs,
  askedOn: string,
): Workbook {
  const names = sheetNames(result.parks.map(({ nameZh }) => nameZh))
  const sheets = result.parks.map((park, index) =>
    parkSheet(names[index] ?? park.id, park, result, askedOn),
  )
  const whose = result.parks.map(({ nameZh }) => nameZh).join('、')
  return {
    title: `园链图问卷_${whose}_${askedOn}`,
    sheets: [
      ...sheets.map(({ names: _, ...sheet }) => sheet),
      notesSheet(result),
      sentSheet({
        version: QUESTIONNAIRE_VERSION,
        number: result.number,
        askedOn,
        siting,
        parks: result.parks.map(({ id, questions }) => ({
          id,
          questions: questions.map((one) => ({ id: one.id })),
        })),
      }),
    ],
    names: Object.assign({}, ...sheets.map((sheet) => sheet.names)),
  }
}

/** The same as one table: a line a question. */
export function questionnaireTable({ parks }: QuestionnaireResult): Sheet {
  const head = ['编号 Id', '园区 Park', '问题', 'Question', '为什么问', 'Why', '分量 Worth']
  return [
    head,
    ...parks.flatMap(({ id, nameZh, questions }) =>
      questions.map((one) => [
        `${id}/${one.id}`,
        nameZh,
        one.words.zh,
        one.words.en,
        one.why.zh,
        one.why.en,
        one.chanceGained === null ? null : one.chanceGained * 100,
      ]),
    ),
  ]
}

/** What spreadsheets take as names, each once. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>([SENT_SHEET])
  return names.map((name, index) => {
    const plain = name.replace(/[[\]:*?/\\']/g, '').slice(0, 24) || `${index + 1}`
    const free = taken.has(plain) ? `${plain} ${index + 1}` : plain
    taken.add(free)
    return free
  })
}

const NOTES: readonly Bilingual[] = [
  {
    zh: '一张表问一个园区。只有浅蓝格能填，其余已锁；锁没有密码，是防手误。',
    en: 'A sheet a park. Only the pale blue cells are open; the lock has no password and keeps from slips.',
  },
  {
    zh: '先答能改变名次的题，从上往下，分量从大到小。“必须”是硬要求：没有就出局。“—”：单独查清这一项，选对的把握不会明显提高。',
    en: 'First what can change the ranking, the most worth first. “Must”: without it the park is left out. “—”: knowing it alone would not surely raise the chance of choosing right.',
  },
  {
    zh: '“在建”记作在建，现在仍按未知计；“不清楚”也记下来，表示问过。',
    en: '“Being built” is noted and counts as unknown for now; so is “not known”: it was asked.',
  },
  {
    zh: '坐标请写经度、纬度和坐标系：CGCS2000（同 WGS84）、GCJ-02（高德、腾讯）或 BD-09（百度）。不写坐标系会差几百米，退回重填。',
    en: 'Give longitude, latitude and the datum: CGCS2000 (as WGS84), GCJ-02 or BD-09. Without a datum they may be hundreds of metres off, and are sent back.',
  },
  {
    zh: '可以改表名、调行序、另存为别的表格软件的 .xlsx；请不要删掉编号一列。',
    en: 'Sheets may be renamed, rows reordered, and the file saved by another program as .xlsx; keep the column of codes.',
  },
]

function notesSheet({ number, question }: QuestionnaireResult): FormSheet {
  const made = question.product ?? question.segment
  const title = {
    zh: `填写说明（问卷 ${number}，${made.zh}）`,
    en: `Notes on ${number}, ${made.en}`,
  }
  return {
    name: '填写说明 Notes',
    widths: [4, 110],
    rows: [
      { cells: [{ value: title, look: 'title', isAside: true }], heightPoints: 30 },
      ...NOTES.map((value, index) => ({
        cells: [
          { value: index + 1, look: 'order' as const },
          { value, look: 'text' as const },
        ],
        heightPoints: 34,
      })),
    ],
    isProtected: true,
  }
}

/** A cell holds 32,767 characters at most. */
const CHUNK = 30_000

function sentSheet(sent: SentQuestionnaire): FormSheet {
  const text = JSON.stringify(sent)
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  )
  return {
    name: SENT_SHEET,
    widths: [30],
    rows: [SENT_MARK, ...chunks].map((value) => ({ cells: [{ value, look: 'small' }] })),
    isProtected: true,
    isHidden: true,
  }
}
