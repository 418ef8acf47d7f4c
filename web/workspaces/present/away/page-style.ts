// What a page is dressed in, as one text without any address: its style sheets, and the fonts it has loaded.
//
// Sheets are taken as they were written: read back rule by rule they lose what stands in a shorthand with a variable.

/** Nothing moves in a picture. */
const AT_REST =
  '*, *::before, *::after { animation: none !important; transition: none !important; }'
/** Fonts come of their own, those that are there. */
const FONT_FACES = /@font-face\s*\{[^}]*\}/g

/** As a style sheet that needs nothing from anywhere. */
export async function styleOf(page: Document): Promise<string> {
  const sheets = [...page.styleSheets]
  const loaded = new Set([...page.fonts].filter(({ status }) => status === 'loaded').map(faceKey))
  const faces = sheets.flatMap(facesIn).filter((face) => loaded.has(ruleKey(face)))
  const [fonts, texts] = await Promise.all([
    Promise.all(faces.map(withFont)),
    Promise.all(sheets.map(writtenIn)),
  ])
  return [...fonts, ...texts.map((text) => text.replaceAll(FONT_FACES, '')), AT_REST].join('\n')
}

function facesIn(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule) =>
    rule.cssText.startsWith('@font-face'),
  ) as CSSFontFaceRule[]
}

async function writtenIn({ href, ownerNode }: CSSStyleSheet): Promise<string> {
  return href === null ? (ownerNode?.textContent ?? '') : once(href, async (r) => r.text())
}

const keyOf = (...parts: string[]) =>
  parts.map((part) => part.replaceAll(/["'\s]/g, '').toLowerCase()).join('|')
const faceKey = ({ family, weight, unicodeRange }: FontFace) => keyOf(family, weight, unicodeRange)
const ruleKey = ({ style }: CSSFontFaceRule) =>
  keyOf(
    style.getPropertyValue('font-family'),
    style.getPropertyValue('font-weight') || 'normal',
    style.getPropertyValue('unicode-range') || 'U+0-10FFFF',
  )

async function withFont(face: CSSFontFaceRule): Promise<string> {
  const [, address = ''] = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src')) ?? []
  const whole = new URL(address, face.parentStyleSheet?.href ?? document.baseURI).href
  const data = await once(whole, async (response) => {
    const bytes = new Uint8Array(await response.arrayBuffer())
    return `data:font/woff2;base64,${base64Of(bytes)}`
  })
  return face.cssText.replace(address, () => data)
}

/** What lies at an address of the page is read once. */
const read = new Map<string, Promise<string>>()

function once(address: string, take: (response: Response) => Promise<string>): Promise<string> {
  const reading = read.get(address) ?? fetch(address).then(take)
  read.set(address, reading)
  reading.catch(() => read.delete(address))
  return reading
}

/** So many bytes a call: more arguments than a call takes would throw. */
const CHUNK_BYTES = 0x8000

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)))
  }
  return btoa(parts.join(''))
}
