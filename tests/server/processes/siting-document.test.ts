// Does the document of a siting say, figure by figure, what its answer says, also to other programs?
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { sheetsByOffice } from '#tests/support/office.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'

const built = builtApp()
const ASKED = {
  productId: 'battery-tray',
  pins: [{ id: 'pin', lngLat: [106.53, 29.61] }],
  needs: [
    { id: 'landHectares', amount: 20, isHard: false },
    { id: 'plantMinutesAtMost', amount: 60 },
  ],
}

const asked = (format: string, inputs: object = ASKED, id = 'siting') =>
  built.app.request(`/api/processes/${id}/execution${format}`, sending('POST', { inputs }))

const answered = async (inputs: object = ASKED) =>
  SitingResult.parse(await (await asked('', inputs)).json())

/** A row by the heads of its table. */
function byHead([head = [], ...rows]: readonly string[][] = []): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

/** A spreadsheet writes shares as per cent, and fifteen digits. */
function numberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}

function expectSame(text: string | undefined, value: number | null): void {
  const read = numberOf(text)
  if (value === null || read === null) expect(read).toBe(value)
  else expect(Math.abs(read - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
}

/** Each term in the columns of its row. */
function expectTerms(rows: readonly Record<string, string>[], { ranking }: SitingResult): void {
  const terms = ranking.flatMap((one) => one.terms.map((term) => ({ one, term })))
  expect(rows).toHaveLength(terms.length)
  for (const [index, { one, term }] of terms.entries()) {
    const row = rows[index] ?? {}
    expect([row.Id, row['Criterion id'], row.Source]).toEqual([one.id, term.criterion, term.source])
    expectSame(row.Measured, term.raw)
    expectSame(row['Likely, low'], term.rawLikely?.[0] ?? null)
    expectSame(row['Likely, high'], term.rawLikely?.[1] ?? null)
    expectSame(row['Bounds, low'], term.rawLow)
    expectSame(row['Bounds, high'], term.rawHigh)
    expectSame(row['Value (0 to 1)'], term.value)
    expectSame(row.Weight, term.weight)
    expectSame(row.Points, term.contribution)
    expectSame(row['Likely points, high'], term.contributionLikely[1])
    expect(row['Oldest date']).toBe(term.asOf?.oldest ?? 'unknown')
  }
}

describe('the table of every term', () => {
  it('says what the answer says, and where each candidate stands', async () => {
    const response = await asked('?f=csv&lang=en')
    expect(response.headers.get('Content-Type')).toBe('text/csv;charset=utf-8')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    const rows = byHead(Papa.parse<string[]>(text.slice(1).trimEnd()).data)
    const answer = await answered()
    expectTerms(rows, answer)
    const [first] = answer.ranking
    expectSame(rows[0]?.Score, first?.score ?? null)
    expectSame(rows[0]?.['First of all candidates'], first?.chanceFirst ?? null)
    expect(rows[0]?.['Confidence of the candidate']).toMatch(/^(high|medium|low)$/)
    const own = rows.filter(({ Id }) => Id === 'pin')
    expect(own.map((row) => row['Confidence of the candidate'])).toEqual(own.map(() => ''))
  })
})

/** Shares, points, scores, bounds and ranks, each as the spreadsheet worked it out. */
function expectScore(
  sheets: ReadonlyMap<string, readonly string[][]>,
  { criteria, ranking }: SitingResult,
): void {
  const score = sheets.get('Score') ?? []
  const heads = score.findIndex(([first]) => first === 'Candidate')
  const weights = byHead(score.slice(3, heads - 1))
  for (const { id, weight } of criteria) {
    expectSame(weights.find((row) => row['Criterion id'] === id)?.Share, weight)
  }
  const rows = byHead(score.slice(heads))
  const terms = byHead(sheets.get('Score terms')?.slice(2))
  expect(rows).toHaveLength(ranking.length)
  for (const one of ranking) {
    const row = rows.find(({ Id }) => Id === one.id) ?? {}
    expectSame(row.Score, one.score)
    expectSame(row['Lower bound'], one.scoreLow)
    expectSame(row['Upper bound'], one.scoreHigh)
    expect(Number(row.Rank)).toBe(one.rank)
    for (const term of one.terms) {
      const line = terms.find(
        (each) => each.Id === one.id && each['Criterion id'] === term.criterion,
      )
      expectSame(line?.Value, term.value)
      expectSame(line?.Points, term.contribution)
      expect(line?.Source).toBe(term.source)
    }
  }
}

describe('the workbook', () => {
  it('is read by LibreOffice with every figure of the answer, in ten sheets', async (context) => {
    const response = await asked('?f=xlsx&lang=en')
    expect(response.headers.get('Content-Disposition')).toContain('battery%20tray.xlsx')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(workbookFaults(bytes)).toEqual([])
    const sheets = sheetsByOffice(context, bytes)
    expect([...sheets.keys()].sort()).toEqual([
      'Assumptions',
      'Criteria and weights',
      'Needs',
      'Question and basis',
      'Ranking',
      'Score',
      'Score terms',
      'Sources',
      'Terms',
      'Ways',
    ])
    const answer = await answered()
    expectScore(sheets, answer)
    expectTerms(byHead(sheets.get('Terms')), answer)
    const ranking = byHead(sheets.get('Ranking'))
    expect(ranking.map(({ Id }) => Id)).toEqual(answer.ranking.map(({ id }) => id))
    for (const [index, one] of answer.ranking.entries()) {
      const row = ranking[index] ?? {}
      expectSame(row.Score, one.score)
      expectSame(row['Likely score, low'], one.scoreLikely[0])
      expectSame(row['Likely rank, high'], one.rankLikely[1])
      expectSame(row['Bounds of the rank, high'], one.rankHigh)
      expectSame(row['First of all candidates'], one.chanceFirst)
      expectSame(
        row['Mean to vehicle plants: points'],
        one.terms.find(({ criterion }) => criterion === 'plantMinutes')?.contribution ?? null,
      )
    }
    const needs = byHead(sheets.get('Needs'))
    expect(needs.filter(({ Rank }) => Rank === 'left out')).toHaveLength(answer.excluded.length)
    expect(answer.excluded.length).toBeGreaterThan(0)
    const question = new Map(sheets.get('Question and basis')?.map(([what, said]) => [what, said]))
    expect(question.get('Hash of the question')).toBe(answer.basis.parametersHash)
    expect(question.get('Hash of the data')).toBe(answer.basis.dataset.hash)
    expect(JSON.parse(question.get('Question (JSON)') ?? '')).toMatchObject(ASKED)
    const sources = new Set(sheets.get('Sources')?.map(([source]) => source))
    for (const { terms } of answer.ranking) {
      for (const { source } of terms) {
        for (const one of source.split(';')) expect(sources).toContain(one.trim())
      }
    }
  })

  it('works the score out as the answer has it when the weights are changed in it', async (context) => {
    const bytes = new Uint8Array(await (await asked('?f=xlsx&lang=en')).arrayBuffer())
    const weights = { plantMinutes: 3, land: 40, cluster: 0, wishes: 7.5 }
    const book = await openXlsx(bytes)
    const sheet = book.sheets.find(({ name }) => name === 'Score')
    const all: Record<string, number> = {}
    sheet?.rows.forEach((row, index) => {
      if (typeof row[2] !== 'number' || sheet.cells?.get(`${index},2`)?.formula) return
      const id = String(row[1])
      all[id] = weights[id as keyof typeof weights] ?? 1
      row[2] = all[id]
      sheet.cells?.delete(`${index},2`)
    })
    const other = await answered({ ...ASKED, weights: all })
    expect(Object.keys(all).sort()).toEqual(other.criteria.map(({ id }) => id).sort())
    expectScore(sheetsByOffice(context, new Uint8Array(await saveXlsx(book))), other)
  })

  it('speaks Chinese unless asked otherwise, and gives a question of programs back', async () => {
    const response = await asked('?f=xlsx')
    const { sheets } = await readXlsx(await response.arrayBuffer())
    expect(sheets.map(({ name }) => name)).toEqual([
      '问题与依据',
      '排名',
      '打分',
      '打分明细',
      '各项',
      '条件与权重',
      '往来时间',
      '要求',
      '假定',
      '来源',
    ])
    for (const { rows } of sheets) {
      for (const head of rows[0]?.filter((one) => one !== null) ?? [])
        expect(head).toMatch(/\p{Script=Han}/u)
    }
    const question = new Map(sheets[0]?.rows.map(([what, said]) => [what, String(said)]))
    const again = await answered(JSON.parse(question.get('问题（JSON）') ?? ''))
    expect(again.basis.parametersHash).toBe((await answered()).basis.parametersHash)
  })
})

describe('a format that is not served', () => {
  it.each([
    ['?f=pdf', 'siting', ASKED, '?f', 'json or csv or xlsx'],
    ['?f=xlsx&lang=fr', 'siting', ASKED, '?lang', 'zh-CN or en'],
    ['?f=xlsx', 'isochrone', { origin: [106.5, 29.6] }, '?f', 'json'],
  ])('%s of %s is refused, saying what is', async (format, id, inputs, pointer, expected) => {
    const [error] = (await problemOf(await asked(format, inputs, id), 400)).errors ?? []
    expect(error?.pointer).toBe(pointer)
    expect(error?.detail).toContain(expected)
  })
})
