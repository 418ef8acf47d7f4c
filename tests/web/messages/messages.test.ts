// Does the page say everything in both languages, and no text that is never shown?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'

type Texts = Record<string, string>
const WEB = path.resolve(import.meta.dirname, '../../../web')
const AREAS = readdirSync(path.join(WEB, 'messages/zh-CN')).map((file) =>
  path.basename(file, '.ts'),
)

async function textsOf(language: 'zh-CN' | 'en'): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const area of AREAS) {
    const module: Record<string, Texts> = await import(`#web/messages/${language}/${area}.ts`)
    for (const [name, text] of Object.entries(module[area] ?? {}))
      texts.set(`${area}.${name}`, text)
  }
  return texts
}
const chinese = await textsOf('zh-CN')
const english = await textsOf('en')

/** The page's own files, without the texts themselves. */
function codeOfThePage(): string {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^messages.(zh-CN|en)\b/.test(file))
    .map((file) => readFileSync(path.join(WEB, file), 'utf8'))
    .join('\n')
}

/** Names of the values a text needs, plural arms included. */
function valuesOf(text: string, language: string): string[] {
  const names = new Set<string>()
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const inner of part) visit(inner)
    else if (part && typeof part === 'object') {
      const { type, value } = part as { type?: number; value?: string }
      if (typeof type === 'number' && type > 0 && type < 7 && value) names.add(value)
      for (const inner of Object.values(part)) visit(inner)
    }
  }
  visit(new IntlMessageFormat(text, language).getAst())
  return [...names].sort()
}

it('has every text in both languages, and gives English no other values', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  for (const [key, text] of chinese) {
    const given = valuesOf(text, 'zh-CN')
    // A measure word of Chinese may have no counterpart; a value only English asks for is never given.
    for (const name of valuesOf(english.get(key) ?? '', 'en')) expect(given, key).toContain(name)
  }
})

it('leaves no text empty but measure words, which English may lack', () => {
  for (const [key, text] of chinese) expect(text.trim(), key).not.toBe('')
  const empty = [...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
  expect(empty.filter((key) => !key.endsWith('Unit'))).toEqual([])
})

it('has no text that the page never says', () => {
  const code = codeOfThePage()
  const whole = new Set([...code.matchAll(/['"`]([a-z]+\.[\w.-]+)['"`]/g)].map((match) => match[1]))
  // `layout.stage.${stage}` says every text that begins like it.
  const begun = [...code.matchAll(/`([a-z]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '')
  const silent = [...chinese.keys()].filter(
    (key) => !whole.has(key) && !begun.some((start) => key.startsWith(start)),
  )
  expect(silent).toEqual([])
})

/** Words that are the same in every language: keys, units, symbols of formulas. */
const WORDS_OF_ALL = /^(Ctrl K|Esc|km²|MVA|ha|CO₂|TOPSIS|AHP|CSV|PDF)$/

it('says nothing that is not a text of the messages', () => {
  const spoken = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => {
      const code = readFileSync(path.join(WEB, file), 'utf8').replace(
        /\/\/.*|\/\*[\s\S]*?\*\//g,
        '',
      )
      const between = [...code.matchAll(/>([^<>{}]*\p{L}{2,}[^<>{}]*)<\//gu)]
      const told = [
        ...code.matchAll(/\b(?:aria-label|placeholder|title|alt)="([^"]*\p{L}{2,}[^"]*)"/gu),
      ]
      return [...between, ...told].map((match) => ({ file, text: (match[1] ?? '').trim() }))
    })
  expect(spoken.filter(({ text }) => !WORDS_OF_ALL.test(text))).toEqual([])
})

it('has no Chinese in the code but what the data say', () => {
  // Names of levels and units as the data have them, and the endings of names that a short label drops.
  const ofTheData = /国家级|省级|市级|省市共建|路网|市\$|亿元|区\|县|默认值|\[区县市\]/
  const lines = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^messages.(zh-CN|en)\b/.test(file))
    .flatMap((file) => {
      const code = readFileSync(path.join(WEB, file), 'utf8')
      return code
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .map((line) => ({ file, line: line.replace(/\/\/.*$/, '').trim() }))
    })
  const chineseLines = lines.filter(
    ({ line }) => /\p{Script=Han}/u.test(line) && !ofTheData.test(line),
  )
  expect(chineseLines).toEqual([])
})

it('writes Chinese as an official does', () => {
  const colloquial =
    /谁是“1”|本图知道|不知道就写不知道|读作|借自|没有文件这样说|数的不是同一件事|自零起|或薄弱|作答|提词|先问路|读法|没有算|再算一次|赶得上|赶不上|够得着|看看|点名/
  expect([...chinese].filter(([, text]) => colloquial.test(text))).toEqual([])
  const story = readFileSync(path.join(WEB, '../geodata/sources/stories/one-plus-n.json'), 'utf8')
  expect(story.match(colloquial)).toBeNull()
})

it('shows no name of a program, a header or a file to a reader', () => {
  const ofPrograms =
    /\b(undefined|null|NaN|JSON|UTF-8|ETag|If-Match|CORS|adcode|npm|API|bytes?)\b|\.csv\b|逐字节|[a-z]+_[a-z]+/
  const told = [...chinese, ...english].filter(([, text]) =>
    ofPrograms.test(text.replace(/\{[^{}]*\}/g, '')),
  )
  expect(told).toEqual([])
})

it('lets a name that turns the direction of writing turn itself alone', async () => {
  const { firstTexts, t } = await import('#web/messages/index.ts')
  await firstTexts
  const [isolated, override, toHere] = ['\u2068', '\u202E', '\u2069']
  const said = (name: string) => t('site.likeliest', { name, chance: '53%' })
  expect(said('A park')).not.toMatch(/[\u2066-\u2069]/)
  for (const name of ['مرحبا', `${override}abc`]) {
    expect(said(name)).toContain(`${isolated}${name}${toHere}`)
  }
  // Nothing that a name opens stays open, and it closes nothing that it did not open.
  const unbalanced = said(`${toHere}${isolated}${override}abc`)
  expect(unbalanced).toContain(`${isolated}${isolated}${override}abc${toHere}${toHere}`)
})
