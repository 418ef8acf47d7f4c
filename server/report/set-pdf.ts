// Pages set by Typst from a template and the data beside it: tagged for screen readers (PDF/UA-1), fonts within.
//
// The data enter as files beside the template and never as its text, so nothing that people typed is read as
// markup. Nothing is written to the disk.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontsFor } from '#server/fonts/fonts-for.ts'
import type { ProblemError } from '#server/http/problem.ts'
import { SIGNS_BESIDE } from '#server/report/signs.ts'

const TEMPLATES = path.resolve(import.meta.dirname, 'templates')
const STANDARD = 'ua-1'

export type ToSet = {
  /** The template, a name in the folder of templates. */
  main: string
  /** Read by the template under these names: text, or the bytes of a picture, by file. */
  files: Readonly<Record<string, string | Uint8Array>>
  /** Names of those files of which every character is written. */
  written: readonly string[]
  madeAt: Date
  /** What is thrown where no font has these characters. */
  refuse: (missing: readonly string[]) => ProblemError
}

/** The file and its pages; the same bytes for the same files and date. */
export function setPdf({ main, files, written, madeAt, refuse }: ToSet) {
  const texts = written.map((name) => String(files[name] ?? ''))
  const fonts = fontsFor([...texts, TEMPLATE_SIGNS].join('\n'), SIGNS_BESIDE)
  if (fonts.missing.length > 0) throw refuse(fonts.missing)
  const compiler = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontBlobs: fonts.files.map((file) => readFileSync(file)) }],
  })
  for (const [name, content] of Object.entries(files)) {
    compiler.mapShadow(path.join(TEMPLATES, name), Buffer.from(content))
  }
  const compiled = compiler.compile({ mainFilePath: path.join(TEMPLATES, main) })
  if (!compiled.result) {
    const error = compiled.takeError()
    throw new Error(`${main} was not set: ${JSON.stringify(error?.shortDiagnostics)}`)
  }
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: STANDARD,
    creationTimestamp: Math.floor(madeAt.getTime() / 1000),
  })
  return { pdf, pageCount: compiled.result.numOfPages }
}

/** What the templates write by themselves. */
const TEMPLATE_SIGNS = 'Park Atlas 园链图[],/·—：▲▽0123456789'
