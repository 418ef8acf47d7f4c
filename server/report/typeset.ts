// A report set as a PDF by Typst: tagged for screen readers (PDF/UA-1), the same bytes for the same report.
//
// The data enter as a file beside the template and never as its text, so nothing that people typed is read as
// markup. Nothing is written to the disk.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '#geodata/analysis/report/report.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import type { ReportFormat, SavedReport } from '#geodata/contract/processes/report.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { fontsFor } from '#server/fonts/fonts-for.ts'
import type { MapSizes } from '#server/report/maps.ts'
import { SIGN_FONTS, SIGNS_BESIDE } from '#server/report/signs.ts'
import { unwritable } from '#server/report/unwritable.ts'

const TEMPLATES = path.resolve(import.meta.dirname, 'templates')
const MAIN = 'report.typ'
const STANDARD = 'ua-1'

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
  const fonts = fontsFor([data, ...Object.values(maps), TEMPLATE_SIGNS].join('\n'), SIGNS_BESIDE)
  if (fonts.missing.length > 0) throw unwritable(fonts.missing, { stored, storedBy }, report)
  const compiler = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: fonts.files.map((file) => readFileSync(file)) }],
  })
  const put = (name: string, content: string) =>
    compiler.mapShadow(path.join(TEMPLATES, name), Buffer.from(content))
  put('data.json', data)
  put('answer.json', JSON.stringify(saved))
  for (const { name, svg } of files) put(name, svg)
  const compiled = compiler.compile({ mainFilePath: path.join(TEMPLATES, MAIN) })
  if (!compiled.result) {
    const error = compiled.takeError()
    throw new Error(`The report was not set: ${JSON.stringify(error?.shortDiagnostics)}`)
  }
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: STANDARD,
    creationTimestamp: Date.parse(report.made) / 1000,
  })
  return { pdf, pageCount: compiled.result.numOfPages }
}

/** What the templates write by themselves. */
const TEMPLATE_SIGNS = 'Park Atlas 园链图[],/·—：▲▽0123456789'

function attachedWords({ language }: Report): string {
  return language === 'en'
    ? 'The figures of this report, by which it can be checked'
    : '本报告的数字，据此复核'
}

function dateParts(made: string) {
  const [year, month, day] = made.split('-').map(Number)
  return { year, month, day }
}
