// Cuts the page's font: one file a weight with the characters in use, and a way to all others.
//
// The page asks for `Noto Sans SC` first. A character that its files do not hold belongs to the
// subsets of `Noto Sans SC Variable`, whose ranges leave out what the files hold: so none of the
// subsets is fetched before a user types such a character.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { CHARACTERS, FOLDER, FONTS, SUBSETS, WHOLE } from '#scripts/fonts/font-files.ts'
import { parseRanges, rangesOf, rangesWithout, rangeText } from '#scripts/fonts/unicode-range.ts'

/** The weights of web/tokens.css: text, labels, heads and figures. */
const WEIGHTS = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold' }

export async function buildFonts(): Promise<void> {
  const characters = readFileSync(CHARACTERS, 'utf8')
  const { resolve } = createRequire(import.meta.url)
  const faces: string[] = []
  for (const [weight, name] of Object.entries(WEIGHTS)) {
    const whole = readFileSync(resolve(`${WHOLE}/${name}/NotoSansSC_${name}.ttf`))
    const options = { targetFormat: 'woff2', noHinting: true } as const
    const file = `noto-sans-sc-${weight}.woff2`
    writeFileSync(path.join(FOLDER, file), await subsetFont(whole, characters, options))
    faces.push(face('Noto Sans SC', weight, `./${file}`))
  }
  writeFileSync(path.join(FOLDER, 'rest.css'), restOf(characters))
  // Last: it marks a finished build.
  writeFileSync(FONTS, faces.join(''))
}

/** The subsets, each for what the built files leave to it. */
function restOf(characters: string): string {
  const folder = path.join('node_modules', SUBSETS)
  const subsets: Record<string, string> = JSON.parse(
    readFileSync(path.join(folder, 'unicode.json'), 'utf8'),
  )
  const built = rangesOf(characters)
  return Object.entries(subsets)
    .map(([key, text]) => [key, rangesWithout(parseRanges(text), built)] as const)
    .filter(([, left]) => left.length > 0)
    .map(([key, left]) => {
      const subset = key.replace(/[[\]]/g, '')
      const file = `../../${folder}/files/noto-sans-sc-${subset}-wght-normal.woff2`
      return face('Noto Sans SC Variable', '100 900', file, rangeText(left))
    })
    .join('')
}

function face(family: string, weight: string, file: string, range?: string): string {
  return `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-display: swap;
  src: url(${file}) format("woff2");${range ? `\n  unicode-range: ${range};` : ''}
}
`
}

if (import.meta.main) await buildFonts()
