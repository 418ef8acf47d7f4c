// Are the signs that people type really written, in text and in heads, by fonts that are there?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, it } from 'vitest'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { fontsFor } from '#server/fonts/fonts-for.ts'
import { SIGN_FONTS, SIGNS_BESIDE } from '#server/report/signs.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** A PDF/UA refuses a character for which no font has a glyph. */
function written(characters: string): Buffer {
  const folder = temporaryFolder()
  const fontBlobs = fontsFor('').files.map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
  const main = path.join(folder, 'signs.typ')
  const fonts = [DOCUMENT_FONT.family, ...SIGN_FONTS].map((family) => JSON.stringify(family))
  const each = [...characters].map((sign) => `#text(${JSON.stringify(sign)})`).join('\n')
  const source = `#set document(title: "signs")
#set text(font: (${fonts.join(', ')}), fallback: false)
${each}
#set text(weight: 600)
${each}`
  compiler.mapShadow(main, Buffer.from(source))
  const { result } = compiler.compile({ mainFilePath: main })
  if (!result) throw new Error('The signs were not set.')
  return compiler.pdf(result, { pdfStandard: 'ua-1' })
}

it('writes every sign that it says is held beside the font, and would say of another that it is not', () => {
  const signs = SIGNS_BESIDE.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  )
  expect(signs.length).toBeGreaterThan(350)
  expect(written(signs.join('')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(() => written('😀')).toThrow('could not be displayed')
})

it('names none of what it holds as missing, and still what it does not', () => {
  const typed = 'CO₂ → x⁻³ ⅔ č Ł ✔ ✘ ☑ ➔ ₽'
  expect(fontsFor(typed).missing).not.toEqual([])
  expect(fontsFor(typed, SIGNS_BESIDE)).toEqual({ ...fontsFor(''), missing: [] })
  expect(fontsFor(`${typed} 😀`, SIGNS_BESIDE).missing).toEqual(['😀'])
})
