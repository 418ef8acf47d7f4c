// Does a filled questionnaire come back whole, is every fault named in its cell, and is it written all or nothing?
import { describe, expect, it } from 'vitest'
import { ChangeRows, HistoryList, HistoryPage } from '#geodata/contract/history.ts'
import { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { QuestionnaireAnswersResult } from '#geodata/contract/processes/questionnaire-answers.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { Accepted, QuestionnaireReading } from '#geodata/contract/questionnaire/answer.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'
import { by } from '#tests/support/edits.ts'
import { type Filled, filled } from '#tests/support/filled.ts'
import { savedByOffice } from '#tests/support/office.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'
import { zipOf } from '#tests/support/zip.ts'

const built = builtApp()
const SITING = {
  productId: 'battery-tray',
  needs: [
    { id: 'landHectares', amount: 12 },
    { id: 'powerMegavoltAmperes', amount: 30 },
    { id: 'gas', isHard: false },
  ],
}
const IDS = ['CQ-V02', 'CQ-N18']

const asked = (id: string, inputs: object, format = '') =>
  built.app.request(`/api/processes/${id}/execution${format}`, sending('POST', { inputs }))

async function out(siting: object = SITING, candidateIds: readonly string[] = IDS) {
  const response = await asked('questionnaire', { siting, candidateIds }, '?f=xlsx')
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const sent = (bytes: Uint8Array<ArrayBuffer>) =>
  built.app.request('/api/questionnaires/reading', { method: 'POST', body: bytes })

async function readBack(bytes: Uint8Array<ArrayBuffer>): Promise<QuestionnaireReading> {
  const response = await sent(bytes)
  expect(response.status, await response.clone().text()).toBe(200)
  return QuestionnaireReading.parse(await response.json())
}

const accept = (reading: QuestionnaireReading, headers = by('planner', 'the park answered')) =>
  built.app.request(
    '/api/questionnaires/acceptance',
    sending(
      'POST',
      { number: reading.number, answers: reading.changes.map(({ answer }) => answer) },
      headers,
    ),
  )

const ranked = async () => SitingResult.parse(await (await asked('siting', SITING)).json())
const candidate = ({ ranking }: SitingResult, id: string) => ranking.find((one) => one.id === id)

const ANSWERS: Record<string, Filled> = {
  'CQ-V02/freeLandHectares': { answer: 85.5, source: '管委会台账', asOf: '2026-09' },
  'CQ-V02/powerMegavoltAmperes': { answer: '４０', asOf: '2026年9月' },
  'CQ-V02/gas': { answer: '有 yes', source: '燃气公司' },
  'CQ-V02/place': { answer: '106.7120，29.6050 GCJ-02', source: '规划图' },
  'CQ-V02/landPrice': { answer: '1,200', asOf: 46266 },
  'CQ-N18/powerMegavoltAmperes': { answer: '不清楚' },
}

/** Of a change with many rows some are given at once, and how many there are. */
async function tellsInParts(lines: HistoryList['items']): Promise<void> {
  const ids = lines.map(({ rowId }) => rowId)
  const told = await (await built.app.request('/api/history?limit=1&rows=2')).json()
  const { items, changes } = HistoryPage.parse(told)
  // The newest first, here too: of the change the first two rows.
  expect(items.map(({ rowId }) => rowId)).toEqual(ids.slice(-2))
  const changeId = lines[0]?.changeId
  expect(changes).toEqual([{ changeId, insert: 5, update: 1, delete: 0, refuse: 0 }])
  const part = await built.app.request(`/api/history/${changeId}?limit=4&offset=4`)
  const { items: rest, matched } = ChangeRows.parse(await part.json())
  expect([rest.map(({ rowId }) => rowId), matched]).toEqual([ids.toReversed().slice(4), 6])
  const other = await built.app.request(`/api/history/${changeId}?collection=hubs`)
  expect((await problemOf(other, 404)).detailZh).toContain(`“${changeId}”`)
}

describe('a questionnaire that comes back', () => {
  it('is read, shown as changes, narrows the ranking when it is accepted, and is undone as one', async () => {
    const before = await ranked()
    const form = await out()
    expect(workbookFaults(form)).toEqual([])
    const reading = await readBack(await filled(form, ANSWERS))
    expect(reading.refused).toEqual([])
    expect(reading.parkIds).toEqual(IDS)
    const told = reading.changes.map(({ answer: { parkId, questionId }, was, becomes }) => [
      `${parkId}/${questionId}`,
      was.zh,
      becomes.zh,
    ])
    expect(told).toContainEqual(['CQ-V02/freeLandHectares', '未开发用地未知', '85.5 公顷'])
    expect(told).toContainEqual(['CQ-V02/powerMegavoltAmperes', '没有记载', '40 兆伏安'])
    expect(told).toContainEqual(['CQ-V02/gas', '没有记载', '有'])
    expect(told).toContainEqual(['CQ-N18/powerMegavoltAmperes', '没有记载', '不清楚'])
    const warned = reading.changes.flatMap(({ answer, warning }) =>
      warning ? [`${answer.questionId}: ${warning.zh}`] : [],
    )
    // That something is not known needs no source.
    expect(warned.toSorted()).toEqual([
      'landPrice: 未写来源，请向园区核实后再采用',
      'powerMegavoltAmperes: 未写来源，请向园区核实后再采用',
    ])
    const price = reading.changes.find(({ answer }) => answer.questionId === 'landPrice')
    expect(price?.answer).toMatchObject({ value: { amount: 1200 }, asOf: '2026-09-01' })
    const place = reading.changes.find(({ answer }) => answer.questionId === 'place')
    const lngLat = place?.answer.value.kind === 'place' ? place.answer.value.lngLat : []
    // GCJ-02 lies some hundred metres off here.
    expect(Math.abs(Number(lngLat[0]) - 106.712)).toBeGreaterThan(0.002)
    expect(Math.abs(Number(lngLat[0]) - 106.712)).toBeLessThan(0.006)

    const answers = reading.changes.map(({ answer }) => answer)
    const effect = QuestionnaireAnswersResult.parse(
      await (await asked('questionnaire-answers', { siting: reading.siting, answers })).json(),
    )
    expect(await ranked()).toEqual(before)

    const accepted = Accepted.parse(await (await accept(reading)).json())
    const after = await ranked()
    const width = (one: SitingResult['ranking'][number] | undefined) =>
      (one?.scoreLikely[1] ?? 0) - (one?.scoreLikely[0] ?? 0)
    expect(width(candidate(after, 'CQ-V02'))).toBeLessThan(width(candidate(before, 'CQ-V02')))
    const power = (of: SitingResult) =>
      candidate(of, 'CQ-V02')?.needs.find(({ id }) => id === 'powerMegavoltAmperes')
    expect(power(before)?.standing).toBe('unknown')
    expect(power(after)).toMatchObject({ standing: 'met', low: 40 })
    const { rank, score, rankLikely } = candidate(after, 'CQ-V02') ?? {}
    expect(effect.candidates.find(({ id }) => id === 'CQ-V02')?.after).toMatchObject({
      rank,
      rankLikely,
      score: expect.closeTo(score ?? 0, 9),
    })

    const compared = await asked('comparison', { siting: SITING, candidateIds: IDS })
    const { rows } = ComparisonResult.parse(await compared.json())
    const tellsPrice = rows.find(({ id }) => id === 'record landPrice')?.cells[0]
    expect(tellsPrice).toMatchObject({
      kind: 'amount',
      amount: 1200,
      asOf: { newest: '2026-09-01' },
    })

    const history = await (await built.app.request('/api/history?limit=1')).json()
    const lines = HistoryList.parse(history).items
    expect(new Set(lines.map(({ changeId }) => changeId))).toEqual(new Set([accepted.changeId]))
    expect(lines).toHaveLength(6)
    expect(lines.every(({ who, why }) => who === 'planner' && why === 'the park answered')).toBe(
      true,
    )
    await tellsInParts(lines)
    const undone = await built.app.request(`/api/history/${accepted.changeId}/undo`, {
      method: 'POST',
      headers: by(),
    })
    expect(undone.status).toBe(200)
    const again = await problemOf(
      await built.app.request(`/api/history/${accepted.changeId}/undo`, {
        method: 'POST',
        headers: by(),
      }),
      409,
    )
    expect(again.detailZh).toMatch(/^“西彭园区：能供多少电力容量？”已被他人修改/)
    expect(again.detail).toMatch(
      /^Somebody changed “[^“”.]+: How much power can be supplied\?” since/,
    )
    expect((await ranked()).ranking).toEqual(before.ranking)
  })

  it('comes back the same from LibreOffice, with its sheets renamed and in another order', async (context) => {
    const typed = await filled(await out(), ANSWERS, ({ sheets }) => {
      sheets.reverse()
      const own = sheets.find(({ name }) => name === '鱼复')
      if (own) own.name = '鱼复 填好'
    })
    const saved = savedByOffice(context, typed)
    const [plain, again] = [await readBack(typed), await readBack(saved)]
    expect(again.refused).toEqual([])
    const answersOf = ({ changes }: QuestionnaireReading) =>
      changes.map(({ answer }) => JSON.stringify(answer)).sort()
    expect(answersOf(again)).toEqual(answersOf(plain))
    expect(answersOf(again)).toHaveLength(6)
    expect(again.changes.map(({ sheet }) => sheet)).toContain('鱼复 填好')
  })

  it('names every cell that cannot be taken, and takes the others', async () => {
    const bytes = await filled(await out(), {
      'CQ-V02/freeLandHectares': { answer: '约 80 公顷' },
      'CQ-V02/powerMegavoltAmperes': { answer: -4 },
      'CQ-V02/gas': { answer: '大概有' },
      'CQ-V02/place': { answer: '29.6, 106.7 GCJ-02' },
      'CQ-V02/landPrice': { answer: 1200, asOf: '去年' },
      'CQ-V02/factoryRent': { answer: 22, asOf: '2999-01' },
      'CQ-V02/stage': { answer: '已认定 recognised' },
      'CQ-N18/place': { answer: '106.4, 29.4' },
      'CQ-N18/gas': { answer: '没有' },
    })
    const { refused, changes } = await readBack(bytes)
    const said = refused.map(({ sheet, column, came, detail }) => [
      sheet,
      column.en,
      came,
      detail.en,
    ])
    expect(said).toEqual(
      expect.arrayContaining([
        ['鱼复', 'Answer', '约 80 公顷', expect.stringContaining('a number in ha is expected')],
        ['鱼复', 'Answer', '-4', 'a number in MVA from 0 is expected'],
        ['鱼复', 'Answer', '大概有', 'one of yes, no, being built, not known is expected'],
        ['鱼复', 'Answer', '29.6, 106.7 GCJ-02', 'longitude comes first: they look swapped'],
        ['鱼复', 'As of', '去年', 'year and month are expected: 2026-09'],
        ['鱼复', 'As of', '2999-01', 'the date is after today; check it'],
        ['鱼复', 'Source', '', expect.stringContaining('by a document')],
        ['西彭园区', 'Answer', '106.4, 29.4', expect.stringContaining('the datum is missing')],
      ]),
    )
    expect(refused).toHaveLength(8)
    expect(refused.every(({ cell }) => /^[GHI]\d+$/.test(cell))).toBe(true)
    expect(refused.every(({ detail }) => /\p{Script=Han}/u.test(detail.zh))).toBe(true)
    expect(changes.map(({ becomes }) => becomes.en)).toEqual(['no'])
  })

  it('knows rows of another park, rows that are answered twice, and sheets that are gone', async () => {
    const other = await filled(await out(), {}, ({ sheets }) => {
      const line = sheets[0]?.rows.find((row) => row[9] === 'CQ-V02/gas')
      if (!line) throw new Error('The questionnaire asks about gas.')
      line[6] = '有'
      sheets[0]?.rows.push([...line.with(9, 'CQ-V03/gas')], [...line.with(6, '没有')])
      sheets.splice(1, 1)
    })
    const { refused, notices, changes } = await readBack(other)
    expect(refused.map(({ detail }) => detail.en)).toEqual([
      expect.stringContaining('it asks another park'),
      expect.stringContaining('the same question is answered otherwise in row'),
    ])
    expect(changes).toHaveLength(1)
    expect(notices[0]?.en).toMatch(/^The rows of \d+ questions are no longer in the file/)
  })

  it('takes who filled it in for no source, and warns of a stage without a document number', async () => {
    const stage = async (source: string | null) => {
      const bytes = await filled(
        await out(),
        { 'CQ-V02/stage': { answer: '已认定', source }, 'CQ-V02/gas': { answer: '有' } },
        ({ sheets }) => {
          const line = sheets[0]?.rows[3]
          const at = line?.findIndex((cell) => String(cell).startsWith('填报人')) ?? -1
          if (!line || at < 0) throw new Error('The sheet asks who fills it in.')
          line[at + 2] = '李四'
          sheets[0]?.cells?.delete(`3,${at + 2}`)
        },
      )
      return readBack(bytes)
    }
    const named = await stage('渝府发〔2025〕12号')
    const told = named.changes.map(({ answer, warning }) => [
      answer.questionId,
      answer.source,
      answer.filledBy,
      warning?.en ?? null,
    ])
    expect(told).toEqual(
      expect.arrayContaining([
        ['stage', '渝府发〔2025〕12号', '李四', null],
        ['gas', null, '李四', 'No source is given: ask the park before taking it'],
      ]),
    )
    const [loose] = (await stage('市里的文件')).changes.filter(
      ({ answer }) => answer.questionId === 'stage',
    )
    expect(loose?.warning?.zh).toBe('来源里没有文号，请核对文件后再采用')
    const { refused } = await stage(null)
    expect(refused.map(({ column }) => column.en)).toEqual(['Source'])
  })

  it('keeps what a park does not know as asked, and a hard need of which it has nothing leaves it out', async () => {
    const reading = await readBack(
      await filled(await out({ ...SITING, needs: [{ id: 'steam' }] }, ['CQ-V02']), {
        'CQ-V02/steam': { answer: '没有', source: '热电厂' },
        'CQ-V02/landPrice': { answer: 'not known' },
      }),
    )
    const accepted = Accepted.parse(await (await accept(reading)).json())
    const { excluded } = SitingResult.parse(
      await (await asked('siting', { ...SITING, needs: [{ id: 'steam' }] })).json(),
    )
    const left = excluded.find(({ id }) => id === 'CQ-V02')
    expect(left?.against[0]?.told.zh).toBe('园区蒸汽：园区答复没有')
    expect(left?.against[0]?.source).toContain('热电厂')
    const items = await built.app.request('/api/collections/park-answers/items')
    const states = (await items.json()).features.map(
      ({ properties }: { properties: { item: string; state: string } }) => [
        properties.item,
        properties.state,
      ],
    )
    expect(states).toEqual(
      expect.arrayContaining([
        ['steam', 'absent'],
        ['landPrice', 'notKnown'],
      ]),
    )
    await built.app.request(`/api/history/${accepted.changeId}/undo`, {
      method: 'POST',
      headers: by(),
    })
  })
})

describe('an acceptance', () => {
  it('is written whole or not at all, and by somebody', async () => {
    const reading = await readBack(await filled(await out(), ANSWERS))
    const unsigned = await problemOf(await accept(reading, {}), 400)
    expect(unsigned.errors?.map(({ pointer }) => pointer)).toEqual([
      'Atlas-Editor:',
      'Atlas-Reason:',
    ])
    const [first] = reading.changes
    if (!first) throw new Error('Something was answered.')
    const gone = { ...first, answer: { ...first.answer, parkId: 'gone' } }
    const half = { ...reading, changes: [first, gone] }
    const refused = await problemOf(await accept(half), 404)
    expect(refused.errors?.[0]?.pointer).toBe('/answers/1/parkId')
    const items = await built.app.request('/api/collections/park-answers/items')
    expect((await items.json()).numberMatched).toBe(0)
  })
})

describe('a file that is no questionnaire', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  it.each([
    ['a text', () => bytesOf('hello'), /no \.xlsx file/],
    ['nothing', () => new Uint8Array(), /no \.xlsx file/],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old \.xls file/],
    ['a zip', () => zipOf({ 'a.txt': 'a' }), /no \.xlsx file/],
    ['a broken workbook', () => zipOf({ 'xl/workbook.xml': '<' }), /damaged/],
  ])('is said to be none: %s', async (_, bytes, words) => {
    const { detail } = await problemOf(await sent(bytes()), 422)
    expect(detail).toMatch(words)
  })

  it('is another workbook of the atlas', async () => {
    const response = await asked('siting', SITING, '?f=xlsx')
    const { detail } = await problemOf(
      await sent(new Uint8Array(await response.arrayBuffer())),
      422,
    )
    expect(detail).toMatch(/no questionnaire of Park Atlas/)
  })

  it('is an older form, or one whose hidden sheet was changed', async () => {
    const changed = async (from: string, to: string) =>
      filled(await out(), {}, ({ sheets }) => {
        const hidden = sheets.at(-1)
        for (const [index, row] of (hidden?.rows ?? []).entries()) {
          row[0] = String(row[0]).replace(from, to)
          hidden?.cells?.delete(`${index},0`)
        }
      })
    const older = await problemOf(await sent(await changed('"version":1', '"version":0')), 422)
    expect(older.detail).toMatch(/older form \(0; now 1\)/)
    const other = await problemOf(await sent(await changed('CQ-V02', 'CQ-V03')), 422)
    expect(other.detail).toMatch(/damaged or was changed/)
  })

  it('says a small size and unpacks to a large one, or says a large one', async () => {
    const parts = {
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024),
    }
    const told = await problemOf(await sent(zipOf(parts)), 422)
    expect(told.detail).toMatch(/too large/)
    const lied = await problemOf(await sent(zipOf(parts, 100)), 422)
    expect(lied.detail).toMatch(/too large/)
  })

  it('is larger than any questionnaire', async () => {
    await problemOf(await sent(new Uint8Array(2 * 1024 * 1024)), 413)
  })
})
