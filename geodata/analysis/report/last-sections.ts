// The last pages: what is still open, by which method, on what assumptions, and how the report can be checked.

import type { Block, Section, TableCell } from '#geodata/analysis/report/blocks.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { needTold } from '#geodata/analysis/report/grounds.ts'
import { questionsOf } from '#geodata/analysis/report/questions.ts'
import { BASED_ON } from '#geodata/analysis/siting/document/words.ts'
import { amountText, percentText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { momentText } from '#geodata/analysis/told/moment-text.ts'
import { bold, plain, rich } from '#geodata/analysis/told/rich.ts'
import { UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import { CHANCE_KNOWING } from '#geodata/analysis/told/worth-told.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export function questionsSection(grounds: Grounds): Section | null {
  const { say, said, answers, computed } = grounds
  const questions = questionsOf(grounds)
  if (questions.length === 0) return null
  const { chanceNow, nowId } = answers.sensitivity.worthKnowing
  const now = nowId ? grounds.lettered(nowId) : ''
  return {
    id: 'questions',
    title: say('还没有答案', 'What is still open'),
    blocks: [
      {
        kind: 'text',
        told: say(
          rich`全部候选中，现在最可能居首的是 ${now}，把握 ${bold(chanceText(chanceNow))}${computed}。按查清之后把握提高的多少排列；“—”为单独查清不会明显提高。`,
          rich`Likeliest first of all candidates now: ${now}, ${bold(chanceText(chanceNow))}${computed}. In the order of what knowing is worth; “—”: alone it would not raise the chance for sure.`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { title: say(rich`问题`, rich`Question`), share: 4, align: 'left' },
          { title: say(rich`问谁`, rich`Whom to ask`), share: 2, align: 'left' },
          {
            title: rich`${said(CHANCE_KNOWING)}${computed}`,
            share: 1.7,
            align: 'right',
          },
        ],
        groups: [
          {
            title: null,
            rows: questions.map(({ told, whom, worth }): TableCell[] => [
              { told },
              { told: plain(whom) },
              { told: worth ? rich`${bold(worth)}` : plain('—') },
            ]),
          },
        ],
      },
    ],
  }
}

export function methodSection(grounds: Grounds): Section {
  const { say, said, answers, computed, asked } = grounds
  const { comparison, siting } = answers
  const needs = comparison.needs.map((need) => needTold(need, say)).join(say('、', ', '))
  return {
    id: 'method',
    title: say('方法与假定', 'Method and assumptions'),
    blocks: [
      {
        kind: 'text',
        told: say(
          rich`线性价值函数，加权求和；未知项取 0 与 1 得区间。卡车分钟为自由流，装卸另计。可能范围为 ${comparison.doubt.draws} 次联合抽样中的九成${computed}。`,
          rich`Linear value functions, weighted sum; an unknown takes 0 and 1 and gives an interval. Truck minutes are free-flow, without loading. A likely range holds nine in ten of ${comparison.doubt.draws} joint draws${computed}.`,
        ),
      },
      {
        kind: 'text',
        told: say(
          rich`要求：${needs || '没有要求'}${asked}。`,
          rich`Needs: ${needs || 'none'}${asked}.`,
        ),
      },
      ...siting.notices.map((notice): Block => ({ kind: 'text', told: plain(said(notice)) })),
      { kind: 'heading', text: say('条件与价值函数', 'Criteria and value functions') },
      criteriaTable(grounds),
      { kind: 'heading', text: say('假定', 'Assumptions') },
      assumptionsTable(grounds),
    ],
  }
}

function criteriaTable({ answers, say, said, computed }: Grounds): Block {
  return {
    kind: 'table',
    columns: [
      { title: say(rich`条件`, rich`Criterion`), share: 2.5, align: 'left' },
      { title: say(rich`权重${computed}`, rich`Weight${computed}`), share: 1, align: 'right' },
      {
        title: say(rich`满分处${computed}`, rich`Full value at${computed}`),
        share: 1,
        align: 'right',
      },
      {
        title: say(rich`零分处${computed}`, rich`No value at${computed}`),
        share: 1,
        align: 'right',
      },
      { title: say(rich`单位`, rich`Unit`), share: 1.2, align: 'left' },
    ],
    groups: [
      {
        title: null,
        rows: answers.comparison.criteria.map(
          ({ title, unit, weight, best, worst }): TableCell[] => [
            { told: plain(said(title)) },
            { told: rich`${percentText(weight)}%` },
            { told: plain(amountText(best, unit)) },
            { told: plain(amountText(worst, unit)) },
            { told: plain(said(UNIT_WORD[unit])) },
          ],
        ),
      },
    ],
  }
}

function assumptionsTable({ answers, say, said, sources, computed }: Grounds): Block {
  const { siting, comparison } = answers
  const words: Record<string, Bilingual> = UNIT_WORD
  const wordOf = (unit: string) => (words[unit] ? said(words[unit]) : unit)
  const rows = siting.assumptions
    .filter(({ id }) => !id.startsWith('weight.'))
    .map(({ text, value, unit, kind, source }): TableCell[] => [
      { told: plain(said(text)) },
      { told: rich`${bold(String(value))} ${wordOf(unit)}${sources.cite(source)}` },
      { told: plain(said(BASED_ON[kind])) },
    ])
  const doubts = comparison.doubt.assumptions.map(({ title, low, high, reason }): TableCell[] => [
    { told: plain(said(title)), note: plain(said(reason)) },
    {
      told: low === null || high === null ? plain('—') : rich`${bold(`${low}–${high}`)}${computed}`,
    },
    { told: plain(said(BASED_ON.assumption)) },
  ])
  return {
    kind: 'table',
    columns: [
      { title: say(rich`假定`, rich`Assumed`), share: 4, align: 'left' },
      { title: say(rich`取值`, rich`Value`), share: 1.6, align: 'left' },
      { title: say(rich`依据`, rich`Ground`), share: 1, align: 'left' },
    ],
    groups: [{ title: null, rows: [...rows, ...doubts] }],
  }
}

export function checkSection(grounds: Grounds): Section {
  const { say, said, answers, id, storedAt, storedBy, credits, boundaryNote, approvalNumber } =
    grounds
  const { network, dataset, parametersHash } = answers.comparison.basis
  const line = (title: string, told: string): TableCell[] => [
    { told: plain(title) },
    { told: plain(told) },
  ]
  return {
    id: 'check',
    title: say('怎样复核', 'How to check it'),
    blocks: [
      {
        kind: 'text',
        told: say(
          rich`在园链图“比选”中打开“复核报告”，填入复算编号或交回本文件：每个数字重新计算，并说明此后改了什么、由谁改。`,
          rich`Open “Check a report” in Compare of Park Atlas and give the report’s number or this file: every figure is computed again, and what changed since is told, with who changed it.`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { title: say(rich`项目`, rich`What`), share: 1.4, align: 'left' },
          { title: say(rich`内容`, rich`Content`), share: 4, align: 'left' },
        ],
        groups: [
          {
            title: null,
            rows: [
              line(say('复算编号', 'Number'), id),
              line(say('署名', 'Made by'), storedBy ?? say('不详', 'not known')),
              line(
                say('比选存入', 'Comparison stored'),
                storedAt === null ? say('日期不详', 'no date') : momentText(storedAt),
              ),
              line(
                say('路网', 'Roads'),
                `${said(network.name)}${say('，', ', ')}${network.date || say('日期不详', 'no date')}${say('，', ', ')}${network.hash}`,
              ),
              line(say('数据', 'Data'), dataset.hash),
              line(say('参数', 'Parameters'), parametersHash),
              line(
                say('抽样', 'Draws'),
                say(
                  `${answers.comparison.doubt.draws} 次，种子 ${answers.comparison.doubt.seed}`,
                  `${answers.comparison.doubt.draws}, seed ${answers.comparison.doubt.seed}`,
                ),
              ),
              line(
                say('数据来源署名', 'Data credits'),
                credits
                  .map(({ title, licence }) => `${said(title)} (${licenceTold(licence, say)})`)
                  .join(say('；', '; ')),
              ),
              line(say('边界', 'Boundaries'), said(boundaryNote)),
              line(say('审图号', 'Map approval'), approvalNumber ?? say('未设置', 'not set')),
            ],
          },
        ],
      },
    ],
  }
}
