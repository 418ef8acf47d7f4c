// What a report of a comparison holds, in the language asked, ready to be set: sentences, tables, where maps go.
//
// Every figure of its text carries the number of its source. The template only sets it: no figure is worked out there.

import type { Section } from '#geodata/analysis/report/blocks.ts'
import type { CandidatePage } from '#geodata/analysis/report/candidate-page.ts'
import type { Cover } from '#geodata/analysis/report/cover.ts'
import type { ReportSource } from '#geodata/analysis/report/sources.ts'
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import type { Rich } from '#geodata/analysis/told/rich.ts'

export type Report = {
  language: DocumentLanguage
  title: string
  /** "2026-11-28": of the newest thing it stands on, so that the same inputs give the same report. */
  made: string
  /** What was asked, at the head of every page. */
  kicker: Rich
  kind: string
  /** Who made it, and when. */
  signed: string
  cover: Cover
  candidates: CandidatePage[]
  sections: Section[]
  sources: ReportSource[]
  foot: { product: string; number: string; hashes: string }
  words: Record<string, string>
}
