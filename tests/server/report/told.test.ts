// Does the first page of a report say where the recommended stands, what overturns it, and who made it?
import { beforeAll, expect, it } from 'vitest'
import type { About, Answers } from '#geodata/analysis/report/grounds.ts'
import type { Report } from '#geodata/analysis/report/report.ts'
import { reportOf } from '#geodata/analysis/report/report-of.ts'
import { momentText } from '#geodata/analysis/told/moment-text.ts'
import { wordsOf } from '#geodata/analysis/told/rich.ts'
import { verdictTold } from '#geodata/analysis/told/way-told.ts'
import { COMPARISON_VERSION, Comparison } from '#geodata/contract/comparisons.ts'
import { reportAnswers } from '#server/processes/report-answers.ts'
import { roadAttribution } from '#server/region/credits.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { builtApp } from '#tests/support/built-app.ts'

const built = builtApp()
const stored = Comparison.parse({
  version: COMPARISON_VERSION,
  title: '三处',
  siting: { productId: 'battery-tray', needs: [{ id: 'landHectares', amount: 12 }] },
  candidateIds: ['CQ-N14', 'CQ-V04', 'CQ-V02'],
})

let region: Region
let answers: Answers
beforeAll(async () => {
  region = await loadRegion(built.store)
  answers = reportAnswers(region, stored)
}, 60_000)

const told = (language: About['language'], of = answers, more: Partial<About> = {}): Report =>
  reportOf({
    id: '0123456789abcdef',
    stored,
    storedAt: '2026-11-30T01:52:31.123Z',
    storedBy: '张三',
    made: '2026-11-28',
    answers: of,
    facts: region.facts,
    credits: [roadAttribution('skeleton')],
    approvalNumber: null,
    boundaryNote: { zh: '', en: '' },
    language,
    ...more,
  })

const verdicts = ({ cover }: Report) => cover.verdicts.map(({ told: words }) => wordsOf(words))
const changes = ({ cover }: Report) =>
  cover.changes.map((one) => `${wordsOf(one.told)}|${wordsOf(one.note)}`)
const linesOf = ({ sections }: Report, id: string) =>
  (sections.find((one) => one.id === id)?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' ? block.groups.flatMap(({ rows }) => rows) : [],
  )

/** The third is recommended by the draws; the first leads by central score. */
const LEAD = 1.8

it('says beside the decision which rank it has among all, who leads them, and whether that one is compared', () => {
  const { ranking } = answers.siting
  const [best] = ranking
  expect(best?.id).toBe('CQ-N14')
  const [decision] = verdicts(told('zh-CN'))
  expect(decision).toContain('鱼复：')
  expect(decision).toContain(
    '全部 46 处候选按中心得分排，它是第 3，居首的是 A 江北港城（61.7 分），6% 的抽样中全部候选的第一不在所比各处之内。',
  )
  const [first] = told('zh-CN').cover.verdicts
  expect(first?.told.at(-2)).toEqual({ refs: [expect.any(Number)] })
  const outside = structuredClone(answers)
  const leader = outside.siting.ranking.find(({ rank }) => rank === 1)
  Object.assign(leader ?? {}, { id: 'CQ-X', nameZh: '别处', nameEn: 'Elsewhere', score: 70.04 })
  expect(verdicts(told('zh-CN', outside))[0]).toContain('居首的是未参比的别处（70.0 分）')
  expect(verdicts(told('en', outside))[0]).toContain(
    'By central score it is no. 3 of all 46 candidates, behind Elsewhere (70.0 points), which is not compared',
  )
})

it('says why another with the higher central score is not recommended, and lists what overturns the recommendation', () => {
  const [, doubt] = verdicts(told('zh-CN'))
  expect(doubt).toContain(`按中心得分 A 江北港城 高 ${LEAD} 分，但先后以联合抽样中居首的可能`)
  expect(verdicts(told('en'))[1]).toContain(
    `by central score A Jiangbei Gangcheng is ${LEAD} points higher, but the order goes by the joint draws`,
  )
  const [rule, ...ways] = changes(told('zh-CN'))
  expect(rule).toBe(
    `改以中心得分为准|可自行决定；则改定 A 江北港城：它高 ${LEAD} 分，在 43% 的抽样中先于 C 鱼复`,
  )
  expect(ways).toHaveLength(2)
  // After none of them is the recommended itself level with the first.
  for (const way of ways) expect(way).toContain('则 B 青凤科创城 按中心得分追平 A 江北港城')
  const agreed = structuredClone(answers)
  for (const { id, ranked } of agreed.comparison.candidates)
    if (ranked && id === 'CQ-V02') ranked.score.central = 90
  expect(verdicts(told('zh-CN', agreed))[1]).not.toContain('不以中心得分为准')
  expect(changes(told('zh-CN', agreed)).join()).not.toContain('改以中心得分为准')
})

it('tells what finding out is worth as a mean, and counts one question as one', () => {
  expect(verdicts(told('zh-CN'))[2]).toContain('查清第一件后，在全部候选中选对的可能平均为 67%')
  expect(verdicts(told('en'))[2]).toContain(
    'the first 3 questions of “What is still open” the same day: once the first is known',
  )
  expect(verdicts(told('en'))[2]).toContain('is 67% on average')
  const one = structuredClone(answers)
  one.sensitivity.worthKnowing.facts.splice(1)
  one.comparison.rows = one.comparison.rows.filter(({ asked }) => asked === null)
  expect(verdicts(told('en', one))[2]).toContain(
    'ask the first question of “What is still open” the same day',
  )
  expect(verdicts(told('zh-CN', one))[2]).toContain('问清“还没有答案”中的第一件事')
})

it('stands signed, to the minute, with the credits of the data and their licences in its language', () => {
  const moment = momentText('2026-11-30T01:52:31.123Z')
  const report = told('zh-CN')
  expect(report.signed).toBe(`署名 张三，${moment}`)
  expect(told('en').signed).toBe(`Made by 张三, ${moment}`)
  expect(told('zh-CN', answers, { storedBy: null }).signed).toContain('署名不详')
  const lines = linesOf(report, 'check').map((row) =>
    row.map((cell) => wordsOf(cell.told)).join('|'),
  )
  expect(lines).toContain('署名|张三')
  expect(lines).toContain(`比选存入|${moment}`)
  expect(lines).toContain('数据来源署名|道路：骨架路网（示意） (事实数据，来源逐行列出)')
  expect(JSON.stringify(report)).not.toContain('sources per row')
  expect(momentText('2026-11-30T01:52:31.123Z', 'Etc/GMT-8')).toBe('2026-11-30 09:52 (UTC+8)')
})

it('gives an unknown cell no source, and marks in English what the data have in Chinese alone', () => {
  const rows = linesOf(told('en'), 'comparison')
  const cellsOf = (title: string) => {
    const [, ...cells] = rows.find(([head]) => head && wordsOf(head.told) === title) ?? []
    return cells
  }
  const [bare, known] = cellsOf('Planned area')
  expect(bare).toEqual({ told: [{ text: 'unknown' }], isUnknown: true })
  expect(known?.told.at(-1)).toEqual({
    refs: [expect.any(Number), expect.any(Number), expect.any(Number)],
  })
  expect(cellsOf('Land')[0]?.told).toEqual([{ text: 'unknown' }])
  const [price] = cellsOf('Price of industrial land, a deal or grade on record')
  expect(wordsOf(price?.note ?? [])).toMatch(/^in the original: \p{Script=Han}/u)
})

it('goes on in small letters after the colon of what cannot be', () => {
  const why = { zh: '即使如此', en: 'Even so it stays behind.' }
  const way = { changes: [], verdict: 'impossible' as const, why, size: 1 }
  expect(wordsOf(verdictTold(way, (_, en) => en, { refs: [1] }))).toBe(
    'cannot be: even so it stays behind',
  )
})
