// Does any code know which region it serves? Codes, names and coordinates are for the sources to say.
//
// What is looked for comes from the sources themselves: every code of districts.csv and region.json, every
// name in both languages, the cities' short names, the rivers, and every pair of numbers within the region.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readRows } from '#geodata/formats/checked-rows.ts'
import { DistrictRow } from '#geodata/formats/source-rows.ts'
import { shortDistrictName } from '#geodata/model/target-wording.ts'
import { describedRegion } from '#tests/support/described-region.ts'
import { sourceText } from '#tests/support/region.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const CODE = /\.(ts|tsx|mjs|js|css|html)$/
const ROOMS = ['geodata', 'server', 'web', 'scripts']
const ELSEWHERE = ['vite.config.ts', 'vitest.config.ts', 'vitest.browser.config.ts']
/** These say it; tests, which name it too, are not looked at. */
const SOURCES = 'geodata/sources/'

const REGION = describedRegion()
const DISTRICTS = readRows(
  'districts.csv',
  new TextEncoder().encode(sourceText('districts.csv')),
  DistrictRow,
).rows.map(({ row }) => row)

const codes = new Set([
  ...DISTRICTS.map(({ adcode }) => adcode),
  REGION.provinceAdcode,
  ...REGION.urbanAdcodes,
  ...REGION.cities.map(({ adcode }) => adcode),
  ...REGION.ground.areas.map(({ file }) => file),
])
/** Other codes of the same cities and provinces as well: 5001… */
const stems = new Set([...codes].map((code) => code.slice(0, 4)))

/** What the codes at home begin with, as a word of its own: startsWith('50'). */
const HOME_STEM = new RegExp(`(['"\`])${REGION.provinceAdcode.slice(0, 2)}\\1`, 'g')

const ENDING = /(省|市|区|县|自治县|自治州)$/
/** Letters that stand for the home province and its neighbour, where nothing else is meant. */
const ABBREVIATIONS = ['渝', '川渝', '成渝', '巴蜀']
const chineseNames = new Set([
  ...DISTRICTS.flatMap(({ name_zh, district_2025_zh }) =>
    [name_zh, district_2025_zh].flatMap((name) => [name, shortOf(name), shortDistrictName(name)]),
  ),
  ...REGION.ground.rivers.named.map(({ name }) => name.zh),
  ...REGION.ground.rivers.onBorders.map(({ name }) => name.zh),
  REGION.name.zh,
  REGION.centre.zh,
  REGION.plan.zh,
  REGION.example.placeZh,
  '四川',
  '两江新区',
  ...ABBREVIATIONS,
])
const englishNames = new Set([
  ...DISTRICTS.map(({ name_en }) => name_en),
  ...REGION.ground.rivers.onBorders.map(({ name }) => name.en),
  REGION.name.en,
  'Sichuan',
  'Liangjiang',
])

const anyOf = (names: ReadonlySet<string>) =>
  [...names].sort((a, b) => b.length - a.length).join('|')
const CHINESE = new RegExp(anyOf(chineseNames), 'gu')
const ENGLISH = new RegExp(
  `(?<![\\p{L}'])(?:${anyOf(englishNames).replace(/[().]/g, '\\$&')})(?![\\p{L}'])`,
  'giu',
)

function shortOf(name: string): string {
  const short = name.replace(ENDING, '')
  return short.length > 1 ? short : name
}

/** What a text says of the region. */
function knownIn(text: string): string[] {
  const found: string[] = []
  for (const [code] of text.matchAll(/(?<!\d)\d{6}(?!\d)/g)) {
    if (stems.has(code.slice(0, 4))) found.push(code)
  }
  found.push(...(text.match(HOME_STEM) ?? []))
  found.push(...(text.match(CHINESE) ?? []), ...(text.match(ENGLISH) ?? []))
  const [west, south, east, north] = REGION.ground.rivers.within
  for (const [pair, lng, lat] of text.matchAll(/(?<![\d.])(\d+\.\d+),\s*(\d+\.\d+)(?![\d.])/g)) {
    if (
      Number(lng) >= west &&
      Number(lng) <= east &&
      Number(lat) >= south &&
      Number(lat) <= north
    ) {
      found.push(pair)
    }
  }
  return found
}

function codeFiles(): string[] {
  const inRooms = ROOMS.flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(room, file.replaceAll('\\', '/')),
    ),
  )
  return [...inRooms, ...ELSEWHERE].filter((file) => CODE.test(file) && !file.startsWith(SOURCES))
}

it('finds codes, names and coordinates of the region where there are some', () => {
  expect(knownIn("const HOME = '500000'")).toEqual(['500000'])
  expect(knownIn("adcode.startsWith('50')")).toEqual(["'50'"])
  expect(knownIn('between 500107 and 511623')).toEqual(['500107', '511623'])
  expect(knownIn("city === '重庆'")).toEqual(['重庆'])
  expect(knownIn('// All of Chongqing is one city.')).toEqual(['Chongqing'])
  expect(knownIn('[106.55, 29.56]')).toEqual(['106.55, 29.56'])
  expect(knownIn('A hundred and 105.2 of 700000, by [4.9, 52.37].')).toEqual([])
})

it('has no code and no text outside the sources that knows the region', () => {
  const told = codeFiles().flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    return knownIn(text).map((word) => `${file}: ${word}`)
  })
  expect(told).toEqual([])
})
