// In which encoding are the texts of a .dbf? The .cpg beside it says so, or a byte of its head, and both are often wrong:
// what the rows themselves can be goes before what is said.
import { lineBytes } from '#geodata/formats/import/foreign/text/survey-encoding.ts'

export type DbfEncoding = {
  name: string
  /** Something else was said, or nothing that fits. */
  contradicts: boolean
  text: (bytes: Uint8Array) => string
}

/** Codes of the head's byte 29 (language driver) for the code pages that files here come in. */
const LANGUAGES: Record<number, string> = {
  77: 'gb18030',
  122: 'gb18030',
  79: 'big5',
  120: 'big5',
  19: 'shift_jis',
  123: 'shift_jis',
  78: 'euc-kr',
  121: 'euc-kr',
  3: 'windows-1252',
  87: 'windows-1252',
}

const PAGES: Record<string, string> = {
  '936': 'gb18030',
  '54936': 'gb18030',
  '65001': 'utf-8',
  '950': 'big5',
  '932': 'shift_jis',
  '949': 'euc-kr',
  '1252': 'windows-1252',
}

export function dbfEncoding(
  sample: Uint8Array,
  rowBytes: number,
  { said, language }: { said: string | null; language: number },
): DbfEncoding {
  const told = (said === null ? null : labelOf(said)) ?? LANGUAGES[language] ?? null
  const seen = seenIn(sample, rowBytes)
  // Western letters of one byte are what programs write that know of no encoding at all.
  const isTold = told !== null && told !== 'windows-1252' && told !== 'iso-8859-1'
  const label = fits(told, seen) && isTold ? told : (seen ?? told ?? 'utf-8')
  const decoder = new TextDecoder(label)
  return {
    name: label === 'gb18030' ? 'GB18030' : label.toUpperCase(),
    contradicts: isTold && label !== told,
    // Fields cut texts by bytes: half a character at the end is none.
    text: (bytes) => decoder.decode(bytes).replace(/\uFFFD+(?=[\0 ]*$)/, ''),
  }
}

function labelOf(said: string): string | null {
  const word = said.replaceAll('\0', '').trim().toLowerCase()
  const page = /(?:^|cp|ansi|windows-|oem)\s*(\d{3,5})$/.exec(word)?.[1]
  const label = (page && PAGES[page]) ?? word.replace(/^iso[ _]?8859-?/, 'iso-8859-')
  try {
    const { encoding } = new TextDecoder(label)
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

/** Null: nothing but ASCII, which fits everything. */
function seenIn(sample: Uint8Array, rowBytes: number): 'utf-8' | 'gb18030' | null {
  const bytes = sample as Uint8Array<ArrayBuffer>
  let broad = 0
  let other = 0
  for (let at = 0; at + rowBytes <= bytes.length; at += Math.max(1, rowBytes)) {
    const are = lineBytes(bytes, at, at + rowBytes)
    if (are === 'other') other += 1
    else if (are !== 'plain') broad += 1
  }
  if (broad === 0 && other === 0) return null
  // A text cut by its field is not UTF-8 any more, though the others are.
  return broad >= other ? 'utf-8' : 'gb18030'
}

function fits(told: string | null, seen: 'utf-8' | 'gb18030' | null): boolean {
  if (seen === null || told === null) return true
  return seen === 'utf-8' ? told === 'utf-8' : told !== 'utf-8'
}
