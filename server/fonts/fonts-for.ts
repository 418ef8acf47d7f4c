// Which font files write a text, and which of its characters does none of them have?
//
// Most texts need the common cut alone. One that holds a rarer character takes the whole font instead,
// never both: two files of one family and weight would leave open which of them is used.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type CodeRange, charactersOf, holds } from '#geodata/formats/font-characters.ts'
import { DOCUMENT_FONT, type FontCut, fontFile } from '#geodata/model/document-font.ts'

const FOLDER = path.resolve(import.meta.dirname, '../..', DOCUMENT_FONT.folder)

export type FontsForText = {
  /** Absolute paths, one a weight. */
  files: string[]
  /** Characters as a reader sees them, each once, that would come out as a box; an emoji is one. */
  missing: string[]
}

/**
 * The files for a text and what is missing from them; line breaks and other spacing need no glyph.
 * `beside`: what fonts write that stand beside them.
 */
export function fontsFor(text: string, beside: readonly CodeRange[] = []): FontsForText {
  const codes = new Set([...codesOf(text)].filter((code) => !holds(beside, code)))
  const cut: FontCut = [...codes].every((code) => holds(rangesOf('common'), code))
    ? 'common'
    : 'whole'
  const held = rangesOf(cut)
  const lacking = new Set([...codes].filter((code) => !holds(held, code)))
  return { files: filesOf(cut), missing: lacking.size > 0 ? signsWith(text, lacking) : [] }
}

/** A character as it may be named in a sentence: “😀” (U+1F600). */
export function namedCharacter(character: string): string {
  const codes = [...character].map((part) => `U+${hexOf(part)}`)
  return `“${character}” (${codes.join(' ')})`
}

const hexOf = (part: string) =>
  (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

/** Control characters and those that only join or choose others are not written. */
const UNWRITTEN = /^[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Zl}\p{Zp}]$/u

function codesOf(text: string): Set<number> {
  const codes = new Set<number>()
  for (const character of new Set(text)) {
    if (!UNWRITTEN.test(character)) codes.add(character.codePointAt(0) ?? 0)
  }
  return codes
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function signsWith(text: string, lacking: ReadonlySet<number>): string[] {
  const found = new Set<string>()
  for (const { segment } of segmenter.segment(text)) {
    if ([...segment].some((part) => lacking.has(part.codePointAt(0) ?? 0))) found.add(segment)
  }
  return [...found]
}

const filesOf = (cut: FontCut) =>
  DOCUMENT_FONT.weights.map((weight) => path.join(FOLDER, fontFile(weight, cut)))

const read = new Map<FontCut, CodeRange[]>()

/** What the first weight has; the others are cut from fonts of the same characters. */
function rangesOf(cut: FontCut): CodeRange[] {
  const known = read.get(cut)
  if (known) return known
  const [file = ''] = filesOf(cut)
  if (!existsSync(file)) {
    throw new Error(`The font ${file} is not there: \`npm start\` and \`npm test\` build it.`)
  }
  const ranges = charactersOf(readFileSync(file))
  read.set(cut, ranges)
  return ranges
}
