// Does the page's own font hold every character that the page writes by itself?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { charactersInUse } from '#scripts/fonts/characters.ts'
import { WHOLE } from '#scripts/fonts/font-files.ts'
import { parseRanges, rangesOf, rangesWithout, rangeText } from '#scripts/fonts/unicode-range.ts'

const textsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('')

/** Code points that a font has glyphs for: table cmap, format 12, groups of first, last, glyph. */
function codePointsOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16)
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const cmap = font.readUInt32BE(record + 8)
  const table = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + 4 + at * 8)
    .map((at) => cmap + font.readUInt32BE(at + 4))
    .find((at) => font.readUInt16BE(at) === 12)
  if (table === undefined) throw new Error('The font has no cmap of format 12.')
  const points = new Set<number>()
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const at = table + 16 + group * 12
    const last = font.readUInt32BE(at + 4)
    for (let code = font.readUInt32BE(at); code <= last; code++) points.add(code)
  }
  return points
}

it('takes in every character of the sources and the messages', () => {
  const listed = new Set(charactersInUse())
  const written = textsOf('geodata/sources') + textsOf('web/messages')
  const missing = [...new Set(written)].filter((sign) => sign >= ' ' && !listed.has(sign))
  expect(missing).toEqual([])
})

it('finds a Chinese character in use in the font, in every weight', () => {
  for (const name of ['400Regular', '500Medium', '600SemiBold']) {
    const file = path.join('node_modules', WHOLE, name, `NotoSansSC_${name}.ttf`)
    const held = codePointsOf(readFileSync(file))
    const missing = [...charactersInUse()].filter(
      (sign) =>
        /[\p{Script=Han}\x20-\x7e、。，：；（）《》“”—…·–−′]/u.test(sign) &&
        !held.has(sign.codePointAt(0)!),
    )
    expect(missing, name).toEqual([])
  }
})

it('leaves to the other files what the built ones do not hold', () => {
  const built = rangesOf('ABCXé')
  expect(rangeText(built)).toBe('U+41-43,U+58,U+e9')
  const left = (text: string) => rangeText(rangesWithout(parseRanges(text), built))
  expect(left('U+40-5A,U+e9')).toBe('U+40,U+44-57,U+59-5a')
  expect(left('U+42,U+4e00-9fff')).toBe('U+4e00-9fff')
  expect(rangesWithout(parseRanges('U+41-42'), built)).toEqual([])
})
