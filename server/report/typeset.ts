// A report set as a PDF by Typst: tagged for screen readers (PDF/UA-1), the same bytes for the same report.
import type { Report } from '#geodata/analysis/report/report.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import type { ReportFormat, SavedReport } from '#geodata/contract/processes/report.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import type { MapSizes } from '#server/report/maps.ts'
import { setPdf } from '#server/report/set-pdf.ts'
import { SIGN_FONTS } from '#server/report/signs.ts'
import { unwritable } from '#server/report/unwritable.ts'

const MAIN = 'report.typ'
const DATA = 'data.json'

export type ToTypeset = {
  report: Report
  /** SVG by the id of its place. */
  maps: Readonly<Record<string, string>>
  /** Of the maps, in points. */
  sizes: MapSizes
  saved: SavedReport
  format: ReportFormat
  /** What people typed of it: where a character without a glyph came from. */
  stored: Comparison
  /** Who signed it. */
  storedBy: string | null
}

/** The file and its pages; a ProblemError names every character that no font has. */
export function typeset(toSet: ToTypeset): { pdf: Buffer; pageCount: number } {
  const { report, maps, sizes, saved, format, stored, storedBy } = toSet
  const files = Object.entries(maps).map(([id, svg]) => ({ id, name: `${id}.svg`, svg }))
  const data = JSON.stringify({
    report,
    format,
    fonts: [DOCUMENT_FONT.family, ...SIGN_FONTS],
    sizes,
    maps: Object.fromEntries(files.map(({ id, name }) => [id, name])),
    number: saved.comparisonId,
    hash: saved.hash,
    attached: attachedWords(report),
    date: dateParts(report.made),
  })
  const drawn = files.map(({ name, svg }) => [name, svg] as const)
  return setPdf({
    main: MAIN,
    files: { [DATA]: data, 'answer.json': JSON.stringify(saved), ...Object.fromEntries(drawn) },
    written: [DATA, ...files.map(({ name }) => name)],
    madeAt: new Date(report.made),
    refuse: (missing) => unwritable(missing, { stored, storedBy }, report),
  })
}

function attachedWords({ language }: Report): string {
  return language === 'en'
    ? 'The figures of this report, by which it can be checked'
    : '本报告的数字，据此复核'
}

function dateParts(made: string) {
  const [year, month, day] = made.split('-').map(Number)
  return { year, month, day }
}
