// A drawing as a page of print: PDF with vectors, selectable text and the fonts in it, tagged for screen readers.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontsFor } from '#server/fonts/fonts-for.ts'
import { unwritable } from '#server/maps/unwritable.ts'

const FOLDER = import.meta.dirname
const STANDARD = 'ua-1'

export type ToPrint = {
  svg: string
  title: string
  language: string
  /** Points. */
  width: number
  height: number
  /** When what it shows was changed last: the same drawing is the same file. */
  asOf: Date
}

/** Nothing is written to the disk; a text with a character that no font has is refused. */
export function printedMap({ svg, asOf, ...told }: ToPrint): Buffer {
  const { files, missing } = fontsFor(svg)
  if (missing.length > 0) throw unwritable(missing)
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: files.map((file) => readFileSync(file)) }],
  })
  compiler.mapShadow(path.join(FOLDER, 'map.svg'), Buffer.from(svg))
  compiler.mapShadow(path.join(FOLDER, 'map.json'), Buffer.from(JSON.stringify(told)))
  const { result, ...failed } = compiler.compile({ mainFilePath: path.join(FOLDER, 'map.typ') })
  if (!result) throw new Error(`The map was not set: ${JSON.stringify(failed)}`)
  return compiler.pdf(result, {
    pdfStandard: STANDARD,
    creationTimestamp: Math.floor(asOf.getTime() / 1000),
  })
}
