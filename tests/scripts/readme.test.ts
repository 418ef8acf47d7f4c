// Is the README short enough to be read, and does everything it names exist?
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MOST_WORDS = 1800
const BOOKS = [
  'API',
  'BASEMAPS',
  'BENCH',
  'IMPORTS',
  'METHODS',
  'ROADS',
  'SCREENS',
  'STORING',
].flatMap((name) => [`docs/${name}.md`, `docs/${name}.zh-CN.md`])

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** Words as the language counts them; Chinese is divided by the dictionary of the runtime. */
function wordsIn(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...segments].filter(({ isWordLike }) => isWordLike).length
}

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
])('%s', (file, language) => {
  it(`has at most ${MOST_WORDS} words`, () => {
    const count = wordsIn(read(file), language)
    expect(count).toBeGreaterThan(500)
    expect(count).toBeLessThanOrEqual(MOST_WORDS)
  })

  it('names files and folders that exist', () => {
    const named = [...read(file).matchAll(/`((?:geodata|server|web|scripts|tests)\/[\w./-]*)`/g)]
    const paths = named.map((match) => match[1] ?? '').filter((name) => !name.includes('NAME'))
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([])
  })
})

it('links to files that exist, from the READMEs and from docs/, each in both languages', () => {
  const broken = ['README.md', 'README.zh-CN.md', ...BOOKS].flatMap((file) =>
    [...read(file).matchAll(/(?:\]\(|src=")([^)"#]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => !existsSync(path.join(ROOT, path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  )
  expect(broken).toEqual([])
})
