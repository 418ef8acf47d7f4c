// What are the parks asked, in which order, and does the form hold it?
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { QuestionnaireResult } from '#geodata/contract/processes/questionnaire.ts'
import { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import { SENT_MARK, SentQuestionnaire } from '#geodata/contract/questionnaire/sent-questionnaire.ts'
import { builtApp, problemOf, sending } from '#tests/support/built-app.ts'

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

const asked = (inputs: object, id = 'questionnaire', format = '') =>
  built.app.request(`/api/processes/${id}/execution${format}`, sending('POST', { inputs }))

const answered = async (named: object = { candidateIds: IDS }) =>
  QuestionnaireResult.parse(await (await asked({ siting: SITING, ...named })).json())

it('asks first what can change the ranking, by what it is worth to know, then the rest', async () => {
  const { parks, chanceNow } = await answered()
  const { worthKnowing } = SensitivityResult.parse(
    await (await asked({ siting: SITING }, 'sensitivity')).json(),
  )
  expect(chanceNow).toBe(worthKnowing.chanceNow)
  const [yufu] = parks
  const worth = worthKnowing.facts
    .filter(({ subjectId }) => subjectId === 'CQ-V02')
    .map(({ chanceKnowing }) => chanceKnowing - chanceNow)
  const gained = yufu?.questions.flatMap(({ chanceGained }) => chanceGained ?? [])
  expect(gained?.length).toBeGreaterThan(0)
  expect(gained).toEqual(worth)
  const decides = yufu?.questions.map(({ chanceGained, isMust }) => isMust || chanceGained !== null)
  expect(decides).toEqual(decides?.toSorted((a, b) => Number(b) - Number(a)))
  const ids = yufu?.questions.map(({ id }) => id) ?? []
  expect(ids.toSorted()).toEqual([
    'factoryRent',
    'freeLandHectares',
    'gas',
    'landPrice',
    'place',
    'powerMegavoltAmperes',
    'stage',
  ])
  const power = yufu?.questions.find(({ id }) => id === 'powerMegavoltAmperes')
  expect(power?.isMust).toBe(true)
  expect(power?.why.zh).toBe('必须满足的一条：不少于 30 兆伏安；不能，就出局')
})

it('asks nothing about needs that nobody has, and of nobody who is no park', async () => {
  const plain = { ...SITING, needs: [], pins: [{ id: 'pin', lngLat: [106.53, 29.61] }] }
  const found = QuestionnaireResult.parse(
    await (await asked({ siting: plain, candidateIds: ['CQ-V02', 'pin'] })).json(),
  )
  const ids = found.parks.flatMap(({ questions }) => questions.map(({ id }) => id))
  expect(ids).not.toContain('powerMegavoltAmperes')
  expect(ids).toContain('freeLandHectares')
  expect(found.withoutIds).toEqual(['pin'])
  const nobody = await problemOf(await asked({ siting: plain, candidateIds: ['pin'] }), 422)
  expect(nobody.errors?.[0]?.pointer).toBe('/inputs/candidateIds')
  const gone = await problemOf(await asked({ siting: plain, candidateIds: ['CQ-V02', 'x'] }), 404)
  expect(gone.errors?.[0]?.pointer).toBe('/inputs/candidateIds/1')
})

it('asks the first three parks where nobody is named', async () => {
  expect((await answered({})).parks.map(({ rank }) => rank)).toEqual([1, 2, 3])
})

it('writes a sheet a park, in which only the cells of answers are open, with what it asked', async () => {
  const { parks, number } = await answered()
  const response = await asked({ siting: SITING, candidateIds: IDS }, 'questionnaire', '?f=xlsx')
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true })
  expect(book.sheets.map(({ name }) => name)).toEqual([
    '鱼复',
    '西彭园区',
    '填写说明 Notes',
    'park-atlas',
  ])
  const [sheet] = book.sheets
  expect(sheet?.protection?.sheet).toBe(true)
  expect(sheet?.freezePane?.rows).toBe(5)
  expect(sheet?.rows[0]?.[0]).toBe('鱼复：7 个问题，约 14 分钟')
  expect(sheet?.rows[0]?.[7]).toContain(number)
  expect(sheet?.rows[2]?.[0]).toContain(
    '一家企业要建电池托盘厂，用地 12 公顷，用电 30 兆伏安；贵园现排第',
  )
  const lines = sheet?.rows.filter((row) => String(row[9] ?? '').startsWith('CQ-V02/')) ?? []
  expect(lines.map((row) => row[9])).toEqual(parks[0]?.questions.map(({ id }) => `CQ-V02/${id}`))
  const titles = sheet?.rows.map(([first]) => String(first ?? '')) ?? []
  expect(titles.some((text) => text.includes('只影响成本与把握'))).toBe(false)
  expect(titles.some((text) => /其余 \d 题，单查清一项还不足以改变选择/.test(text))).toBe(true)
  const open = [...(sheet?.cells ?? [])].filter(
    ([, cell]) => cell.style?.protection?.locked === false,
  )
  // Answer, source and date of each question; name, contact and date of who fills it in.
  expect(open).toHaveLength(3 * lines.length + 3)
  expect(sheet?.dataValidations?.find(({ type }) => type === 'list')?.values).toContain(
    '在建 being built',
  )
  expect(book.namedRanges?.map(({ name }) => name)).toContain('answer_CQ_V02_powerMegavoltAmperes')
  const [mark, ...chunks] = book.sheets[3]?.rows.map(([text]) => String(text)) ?? []
  expect(mark).toBe(SENT_MARK)
  const sent = SentQuestionnaire.parse(JSON.parse(chunks.join('')))
  expect(sent.number).toBe(number)
  expect(sent.siting.needs.map(({ id }) => id)).toEqual(SITING.needs.map(({ id }) => id))
})

it('writes a park a file of its own, in which nothing of the others stands', async () => {
  const inputs = { siting: SITING, candidateIds: ['CQ-N18'] }
  const response = await asked(inputs, 'questionnaire', '?f=xlsx')
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  expect(book.sheets.map(({ name }) => name)).toEqual(['西彭园区', '填写说明 Notes', 'park-atlas'])
  const text = JSON.stringify(book.sheets.map(({ rows }) => rows))
  expect(text).toContain('CQ-N18')
  expect(text).not.toMatch(/鱼复|CQ-V02/)
  const { parks } = await answered()
  const [own] = await answered({ candidateIds: ['CQ-N18'] }).then((one) => one.parks)
  expect(own).toEqual(parks.find(({ id }) => id === 'CQ-N18'))
})
