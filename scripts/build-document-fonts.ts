// Cuts the font that the server writes drawings and documents with: GB 2312, and all that the product
// says by itself, one file a weight; beside each the whole font, for the rarer characters people type.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { DOCUMENT_FONT, type FontWeight, fontFile } from '#geodata/model/document-font.ts'
import { CHARACTERS, DOCUMENT_FONTS, WHOLE } from '#scripts/fonts/font-files.ts'

const NAMES: Record<FontWeight, string> = { 400: '400Regular', 600: '600SemiBold' }
/** Family and style in one name each; without them a weight of its own is a family of its own. */
const TYPOGRAPHIC_NAMES = [16, 17]

export async function buildDocumentFonts(): Promise<void> {
  mkdirSync(DOCUMENT_FONT.folder, { recursive: true })
  const { resolve } = createRequire(import.meta.url)
  const characters = gb2312() + readFileSync(CHARACTERS, 'utf8')
  const at = (file: string) => path.join(DOCUMENT_FONT.folder, file)
  for (const weight of DOCUMENT_FONT.weights) {
    const whole = resolve(`${WHOLE}/${NAMES[weight]}/NotoSansSC_${NAMES[weight]}.ttf`)
    const cut = await subsetFont(readFileSync(whole), characters, {
      targetFormat: 'sfnt',
      noHinting: true,
      preserveNameIds: TYPOGRAPHIC_NAMES,
    })
    writeFileSync(at(fontFile(weight, 'common')), cut)
    copyFileSync(whole, at(fontFile(weight, 'whole')))
  }
  // Last: it marks a finished build, and the licence asks to travel along.
  copyFileSync(path.join('node_modules', WHOLE, 'LICENSE_FONT'), DOCUMENT_FONTS)
}

/** The 7,445 characters that every Chinese text of the last forty years is written with. */
function gb2312(): string {
  const decoder = new TextDecoder('gbk')
  const found: string[] = []
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (/^[^\ufffd\ue000-\uf8ff]$/.test(character)) found.push(character)
    }
  }
  return found.join('')
}

if (import.meta.main) await buildDocumentFonts()
