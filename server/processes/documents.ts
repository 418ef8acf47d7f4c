// Which answers can be had as a document, and what is in it? A new one is a line of the table.
import {
  comparisonDocument,
  comparisonTable,
} from '#geodata/analysis/decision/document/comparison-document.ts'
import { provenanceTable } from '#geodata/analysis/provenance/document.ts'
import {
  questionnaireDocument,
  questionnaireTable,
} from '#geodata/analysis/questionnaire/questionnaire-document.ts'
import type { Placed } from '#geodata/analysis/siting/document/beside.ts'
import { type DocumentLanguage, tableOf } from '#geodata/analysis/siting/document/column.ts'
import { comparisonLayer, sitingLayer } from '#geodata/analysis/siting/document/place-layer.ts'
import { sitingDocument } from '#geodata/analysis/siting/document/siting-document.ts'
import { standingsAndTerms } from '#geodata/analysis/siting/document/terms-sheet.ts'
import type { ProcessId, ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { Layer, Sheet, Workbook } from '#geodata/formats/export/format.ts'
import type { DocumentFormat } from '#server/http/answer-format.ts'
import { COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { Region } from '#server/region/region.ts'

export type AnswerDocument = {
  workbook: Workbook
  /** For a format of one table: the most of it that one table can say. */
  table: Sheet
  /** For a format of places: what of it lies somewhere; absent: nothing of it does. */
  layer?: Layer
}

type Documented<Id extends ProcessId> = (
  region: Region,
  asked: ProcessInputs<Id>,
  result: ProcessResult<Id>,
  language: DocumentLanguage,
) => AnswerDocument

type Document<Id extends ProcessId> = {
  formats: readonly DocumentFormat[]
  of: Documented<Id>
}

const DOCUMENTS: { readonly [Id in ProcessId]?: Document<Id> } = {
  siting: { formats: ['csv', 'xlsx', 'geojson'], of: documentOfSiting },
  comparison: {
    formats: ['csv', 'xlsx', 'geojson'],
    of: (_region, _asked, result, language) => ({
      workbook: comparisonDocument(result, language),
      table: comparisonTable(result, language),
      layer: comparisonLayer(result),
    }),
  },
  provenance: {
    formats: ['csv', 'xlsx'],
    of: (_region, _asked, result, language) => {
      const sheet = provenanceTable(result, language)
      return { workbook: { title: sheet.name, sheets: [sheet] }, table: tableOf(sheet) }
    },
  },
  questionnaire: {
    formats: ['csv', 'xlsx'],
    of: (_, { siting }, result) => ({
      workbook: questionnaireDocument(result, siting, new Date().toISOString().slice(0, 10)),
      table: questionnaireTable(result),
    }),
  },
}

/** In which formats an answer can be had beside JSON. */
export function formatsOf(id: ProcessId): readonly DocumentFormat[] {
  if (id === 'report' || id === 'handout') return ['pdf']
  return DOCUMENTS[id]?.formats ?? []
}

/** The document of an answer; null where there is none of its analysis. */
export function documentOf<Id extends ProcessId>(
  id: Id,
  ...about: Parameters<Documented<Id>>
): AnswerDocument | null {
  return DOCUMENTS[id]?.of(...about) ?? null
}

function documentOfSiting(
  { facts }: Region,
  asked: ProcessInputs<'siting'>,
  result: ProcessResult<'siting'>,
  language: DocumentLanguage,
): AnswerDocument {
  const placed = new Map<string, Placed>([
    ...facts.parks.map(
      ({ properties: { id, coordPrecision, confidence } }) =>
        [id, { precision: coordPrecision, confidence }] as const,
    ),
    ...facts.sites.map(
      ({ properties: { id, confidence } }) => [id, { precision: null, confidence }] as const,
    ),
  ])
  const placedOf = (id: string) => placed.get(id) ?? null
  const placeOf = (id: string) => {
    const [lng, lat] =
      facts.parks.find((one) => one.properties.id === id)?.geometry?.coordinates ?? []
    return lng === undefined || lat === undefined ? null : ([lng, lat] as const)
  }
  const credits = [roadAttribution(result.basis.network.kind), COORDINATES]
  return {
    workbook: sitingDocument(result, { asked, placedOf, credits }, language),
    table: standingsAndTerms(result, placedOf, language),
    layer: sitingLayer(result, placeOf),
  }
}
