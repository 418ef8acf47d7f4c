// In which format is an answer wanted: JSON, or a document of tables in a language?
import type { Context } from 'hono'
import {
  DOCUMENT_LANGUAGES,
  type DocumentLanguage,
} from '#geodata/analysis/siting/document/column.ts'
import { badParameter } from '#server/http/problem.ts'

export type AnswerFormat =
  | { kind: 'json' }
  | { kind: 'document'; extension: Exclude<DocumentFormat, 'pdf'>; language: DocumentLanguage }
  | { kind: 'pdf' }

/** Beside JSON. */
export type DocumentFormat = 'csv' | 'xlsx' | 'geojson' | 'pdf'

/** What `f` and `lang` of the address ask for, of the formats that there are beside JSON. */
export function answerFormat(c: Context, others: readonly DocumentFormat[]): AnswerFormat {
  const f = c.req.query('f') ?? 'json'
  const language = languageOf(c.req.query('lang'))
  if (f === 'json') return { kind: 'json' }
  const extension = others.find((one) => one === f)
  if (extension === 'pdf') return { kind: 'pdf' }
  if (extension) return { kind: 'document', extension, language }
  const formats = ['json', ...others]
  throw badParameter(
    'f',
    `f came as “${f}”; expected ${formats.join(' or ')}.`,
    `f 收到“${f}”；应为 ${formats.join(' 或 ')}。`,
  )
}

export function languageOf(lang: string | undefined): DocumentLanguage {
  const language = DOCUMENT_LANGUAGES.find((one) => one === (lang ?? DOCUMENT_LANGUAGES[0]))
  if (language) return language
  throw badParameter(
    'lang',
    `lang came as “${lang}”; expected ${DOCUMENT_LANGUAGES.join(' or ')}.`,
    `lang 收到“${lang}”；应为 ${DOCUMENT_LANGUAGES.join(' 或 ')}。`,
  )
}
