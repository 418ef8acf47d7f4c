// The whole answer of a siting as a document of tables: question, ranking, the score as formulas, terms, ways, needs,
// assumptions, sources.
//
// Nothing is left out and nothing rounded: a cell holds what the answer holds.
import type { Beside } from '#geodata/analysis/siting/document/beside.ts'
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import { assumptionsSheet, sourcesSheet } from '#geodata/analysis/siting/document/grounds-sheets.ts'
import { needsSheet } from '#geodata/analysis/siting/document/needs-sheet.ts'
import { partnersSheet } from '#geodata/analysis/siting/document/partners-sheet.ts'
import { questionSheet } from '#geodata/analysis/siting/document/question-sheet.ts'
import { rankingSheet } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { scoreSheets } from '#geodata/analysis/siting/document/score-sheets.ts'
import { criteriaSheet, termsSheet } from '#geodata/analysis/siting/document/terms-sheet.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Workbook } from '#geodata/formats/export/format.ts'

export function sitingDocument(
  result: SitingResult,
  { asked, placedOf, credits }: Beside,
  language: DocumentLanguage,
): Workbook {
  const { product, segment } = result.question
  const made = product ?? segment
  return {
    title: language === 'en' ? `Siting: ${made.en}` : `选址：${made.zh}`,
    sheets: [
      questionSheet(result, asked, credits, language),
      rankingSheet(result, language),
      ...scoreSheets(result, language),
      termsSheet(result, placedOf, language),
      criteriaSheet(result, language),
      partnersSheet(result, language),
      needsSheet(result, language),
      assumptionsSheet(result, language),
      sourcesSheet(result, language),
    ],
  }
}
