// Is this workbook a questionnaire of ours, and of this form? What it asked stands in a sheet that nobody sees.
import { numberOf } from '#geodata/analysis/questionnaire/questionnaire.ts'
import { QUESTIONNAIRE_VERSION } from '#geodata/contract/processes/questionnaire.ts'
import { SENT_MARK, SentQuestionnaire } from '#geodata/contract/questionnaire/sent-questionnaire.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { GivenSheet } from '#geodata/formats/import/workbook.ts'

export type Sent = { kind: 'sent'; sent: SentQuestionnaire } | { kind: 'refused'; why: Bilingual }

const refused = (zh: string, en: string): Sent => ({ kind: 'refused', why: { zh, en } })

export function sentIn(sheets: readonly GivenSheet[]): Sent {
  const own = sheets.find(({ rows }) => rows[0]?.[0] === SENT_MARK)
  if (!own) {
    return refused(
      '这不是园链图的问卷，或隐藏的编号表已被删除。请用从这里下载的问卷填写，另存时不要删表。',
      'It is no questionnaire of Park Atlas, or its hidden sheet was deleted. Fill in the file downloaded here, and delete no sheet when saving.',
    )
  }
  const content = json(
    own.rows
      .slice(1)
      .map(([text]) => String(text ?? ''))
      .join(''),
  )
  const { version } = Object(content)
  if (typeof version === 'number' && version !== QUESTIONNAIRE_VERSION) {
    return version < QUESTIONNAIRE_VERSION
      ? refused(
          `这份问卷是旧版（第 ${version} 版），现在是第 ${QUESTIONNAIRE_VERSION} 版。请重新下载，把答复抄过去。`,
          `It is of an older form (${version}; now ${QUESTIONNAIRE_VERSION}). Download it anew and copy the answers.`,
        )
      : refused(
          `这份问卷来自更新的版本（第 ${version} 版）；请先更新本服务。`,
          `It is of a newer form (${version}) than this server knows; update the server first.`,
        )
  }
  const read = SentQuestionnaire.safeParse(content)
  const isWhole = read.success && numberOf(read.data.siting, read.data.parks) === read.data.number
  if (!isWhole) {
    return refused(
      '问卷里记着“问了什么”的隐藏表已损坏或被改动，无法核对。请重新下载问卷。',
      'The hidden sheet with what was asked is damaged or was changed, so nothing can be checked. Download the questionnaire anew.',
    )
  }
  return { kind: 'sent', sent: read.data }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
