// What the command says of the coordinates of a file: does it give what the file says of itself, and hold it against the rows?
import { expect, it } from 'vitest'
import type { Import } from '#geodata/contract/imports.ts'
import { coordinatesWords } from '#scripts/import/told.ts'

const coordinates = {
  answer: 'cannot-tell',
  systems: [],
  others: [],
  said: [
    { by: 'header', text: '百度经度', system: { zh: '百度坐标', en: 'Baidu' }, rows: 'against' },
    { by: 'file', text: '某独立坐标系', system: null, rows: 'open' },
  ],
  rowsWith: 2,
  rowsWithout: 1,
  precision: 'site',
}

it('names each saying, the system it means and what the rows say to it', () => {
  const words = coordinatesWords({ coordinates } as unknown as Import)
  expect(words?.zh).toMatch(/2 行有，1 行没有/)
  expect(words?.zh).toContain('表头写明 “百度经度” → 百度坐标，与各行不符')
  expect(words?.zh).toContain('文件自述 “某独立坐标系”\n')
  expect(words?.en).toContain('a header says “百度经度” → Baidu; the rows tell another')
  const silent = coordinatesWords({
    coordinates: { ...coordinates, said: [] },
  } as unknown as Import)
  expect(silent?.zh).not.toContain('表头')
})
