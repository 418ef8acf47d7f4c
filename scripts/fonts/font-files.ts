// Where the page's fonts come from, and where they are built.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { charactersInUse } from '#scripts/fonts/characters.ts'

/** The whole font, a file a weight; and the same cut by others, for characters that people type. */
export const WHOLE = '@expo-google-fonts/noto-sans-sc'
export const SUBSETS = '@fontsource-variable/noto-sans-sc'

/** Ignored by git; Vite takes the fonts from here into the page. */
export const FOLDER = path.join('web', 'fonts')
export const FONTS = path.join(FOLDER, 'built.css')
/** The fonts are stale when this file changes. */
export const CHARACTERS = path.join(FOLDER, 'characters.txt')

/** Written when the fonts of drawings and documents are there. */
export const DOCUMENT_FONTS = path.join(DOCUMENT_FONT.folder, 'LICENSE')

/** Left alone while it is right: another command may be reading it. */
export function noteCharacters(): void {
  const characters = charactersInUse()
  if (existsSync(CHARACTERS) && readFileSync(CHARACTERS, 'utf8') === characters) return
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(CHARACTERS, characters)
}
