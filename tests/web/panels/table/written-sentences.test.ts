// Do the words say the figures of the lists, in both languages?
import { afterEach, beforeAll, expect, it } from 'vitest'
import { learn } from '#web/messages/index.ts'
import { type MapFigures, writtenSentences } from '#web/panels/table/written-sentences.ts'
import { changeView } from '#web/state/view/store.ts'

/** Invented: only what the sentences look at. */
const park = (id: string, role: string, stage: string, companyCount: number) => ({
  id,
  role,
  stage,
  companyCount,
  labelZh: `虚构园${id}`,
  labelEn: `Invented park ${id}`,
  coordPrecision: id === 'a' ? 'site' : 'town',
})
const FIGURES = {
  parks: [
    park('a', 'vehicle', 'candidate', 1),
    park('b', 'parts', 'recognised', 9),
    park('c', 'parts', 'creating', 4),
    park('d', 'parts', 'partner', 2),
  ],
  firms: { kept: 2, unplaced: 1, bySystem: { power: 2, v2x: 1 } },
  links: [{ year: 2023 }, { year: 2021 }, { year: 2025 }],
  // c is past the hour; d is near, but outside the city.
  times: new Map([
    ['b', { centralSeconds: 3600 }],
    ['c', { centralSeconds: 3601 }],
    ['d', { centralSeconds: 60 }],
  ]),
} as unknown as MapFigures

beforeAll(async () => {
  await learn('zh-CN')
  await learn('en')
})
afterEach(() => changeView({ language: null }))

it('says in English what is kept', () => {
  changeView({ language: 'en' })
  const text = writtenSentences(FIGURES).join('\n')
  expect(text).toContain('4 parks are on the map: 1 candidates for the vehicle park, 2 parts parks')
  expect(text).toContain('1 are recognised and 1 are being created')
  expect(text).toContain('1 parts parks lie within 60 truck minutes')
  expect(text).toContain('2 firms are known; the place of 1 is unknown')
  expect(text).toMatch(/Electric power 2, Connected vehicle 1\./)
  expect(text).toContain('Invented park b 9, Invented park c 4, Invented park d 2')
  expect(text).toContain('3 collaboration links, 2021 to 2025')
  expect(text).toContain('Of 4 parks, 3 are known only to a town')
})

it('says the same figures in Chinese', () => {
  const figures = (language: 'zh-CN' | 'en') => {
    changeView({ language })
    // The “1” is a name; sentences may put their figures in another order.
    const told = writtenSentences(FIGURES).map((sentence) => sentence.replaceAll('“1”', ''))
    return told.map((sentence) => [...sentence.matchAll(/\d+/g)].map(([figure]) => figure).sort())
  }
  expect(figures('zh-CN')).toEqual(figures('en'))
  changeView({ language: 'zh-CN' })
  expect(writtenSentences(FIGURES).join('')).toContain('虚构园b 9、虚构园c 4')
})

it('names no largest park, no years and no systems where nothing is kept', () => {
  changeView({ language: 'en' })
  const text = writtenSentences({
    parks: [],
    firms: { kept: 0, unplaced: 0, bySystem: {} },
    links: [],
    times: new Map(),
  }).join('\n')
  expect(text).toContain('No firm meets all of these.')
  expect(text).toContain('have not been worked out')
  expect(text).not.toMatch(/Infinity|most known|links,/)
})
