// Which characters does the page write by itself: texts, sources, names of places, answers?
//
// Taken from everything that ends up on it: the sources and what reads them, the page with its
// messages, and the server, whose answers and problems are shown as they come. What people type is
// not known here; the font for it is fetched when it is first shown.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const WRITTEN_IN = ['geodata', 'web', 'server', 'scripts/geodata']
const TEXT = /\.(ts|tsx|css|csv|json|html)$/
const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')

/** Every character in use, once, in the order of Unicode. */
export function charactersInUse(): string {
  const found = new Set(ASCII)
  for (const file of WRITTEN_IN.flatMap(textFiles)) {
    for (const character of readFileSync(file, 'utf8')) if (character >= ' ') found.add(character)
  }
  return [...found].toSorted((a, b) => codeOf(a) - codeOf(b)).join('')
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEXT.test(file))
    .map((file) => path.join(folder, file))
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0
