// A stored comparison and the engine's answers to it, told as a report.

import type { MapPlace } from '#geodata/analysis/report/blocks.ts'
import { candidatePage } from '#geodata/analysis/report/candidate-page.ts'
import { comparisonSection } from '#geodata/analysis/report/comparison-section.ts'
import { coverOf } from '#geodata/analysis/report/cover.ts'
import { decidesSection } from '#geodata/analysis/report/decides-section.ts'
import {
  type About,
  type Grounds,
  groundsOf,
  needTold,
  signedTold,
} from '#geodata/analysis/report/grounds.ts'
import {
  checkSection,
  methodSection,
  questionsSection,
} from '#geodata/analysis/report/last-sections.ts'
import type { Report } from '#geodata/analysis/report/report.ts'
import { scenariosSection } from '#geodata/analysis/report/scenarios-section.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import { comparisonTitle, titleAsKept } from '#geodata/analysis/told/comparison-title.ts'
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { rich } from '#geodata/analysis/told/rich.ts'
import { worthScale } from '#geodata/analysis/told/worth-told.ts'

export function reportOf(about: About): Report {
  const grounds = groundsOf(about)
  const { say, said, answers, columns, id, stored } = grounds
  const { question, needs, basis } = answers.comparison
  const product = said(question.product ?? question.segment)
  const asked = needs.map((need) => needTold(need, say)).join(' · ')
  const kicker = rich`${say(`${product}选址`, `Where to make ${product}`)}${asked && `  ${asked}`}${grounds.asked}`
  const cover = coverOf(grounds, coverMap(grounds))
  const candidates = columns.map((column) =>
    candidatePage(column, grounds, candidateMap(column, grounds)),
  )
  const untouched = comparisonTitle(question.product ?? question.segment, columns.length)
  const sections = [
    comparisonSection(grounds),
    decidesSection(grounds),
    scenariosSection(grounds),
    questionsSection(grounds),
    methodSection(grounds),
    checkSection(grounds),
  ].filter((section) => section !== null)
  return {
    language: about.language,
    title: said(titleAsKept(stored.title, untouched)),
    made: about.made,
    kicker,
    kind: say('比选报告', 'Comparison report'),
    signed: signedTold(grounds),
    cover,
    candidates,
    sections,
    sources: grounds.sources.list(),
    foot: {
      product: say('园链图 Park Atlas', 'Park Atlas'),
      number: say(`复算编号 ${id}`, `Number ${id}`),
      hashes: say(
        `路网 ${basis.network.hash.slice(0, 6)} · 数据 ${basis.dataset.hash.slice(0, 6)} · 参数 ${basis.parametersHash.slice(0, 6)}`,
        `roads ${basis.network.hash.slice(0, 6)} · data ${basis.dataset.hash.slice(0, 6)} · parameters ${basis.parametersHash.slice(0, 6)}`,
      ),
    },
    words: wordsOf(grounds),
  }
}

function coverMap(grounds: Grounds): MapPlace | null {
  const placed = grounds.columns.filter(({ candidate }) => candidate.lngLat !== null)
  if (placed.length === 0) return null
  const names = placed.map(({ letter, name }) => `${letter} ${name}`).join(grounds.say('、', ', '))
  return {
    id: 'catchments',
    alt: grounds.say(
      `地图：${names}各自 60 卡车分钟可达的范围，与整车厂、上游企业`,
      `Map: what ${names} reach within 60 truck minutes, with vehicle plants and suppliers`,
    ),
    credits: creditsOf(grounds),
  }
}

function candidateMap(
  { candidate, letter, name }: Grounds['columns'][number],
  grounds: Grounds,
): MapPlace | null {
  if (candidate.lngLat === null) return null
  return {
    id: `candidate-${letter}`,
    alt: grounds.say(
      `地图：${letter} ${name}的 30、60、90、120 卡车分钟等时圈，到整车厂和上游企业的分钟`,
      `Map: rings of 30, 60, 90 and 120 truck minutes around ${letter} ${name}, with minutes to vehicle plants and suppliers`,
    ),
    credits: creditsOf(grounds),
  }
}

function creditsOf({ credits, said, say, boundaryNote, approvalNumber, answers }: Grounds): string {
  const { network } = answers.comparison.basis
  const [roads] = credits
  return [
    roads
      ? `${said(roads.title)} (${licenceTold(roads.licence, say)})${network.date ? `, ${network.date}` : ''}`
      : '',
    said(boundaryNote),
    say(`审图号：${approvalNumber ?? '未设置'}`, `Map approval: ${approvalNumber ?? 'not set'}`),
  ]
    .filter(Boolean)
    .join(' · ')
}

function wordsOf({ say, said, answers }: Grounds): Record<string, string> {
  return {
    candidate: say('候选', 'Candidate'),
    chance: said(FIRST_OF.compared),
    changes: say('什么会改变它', 'What would change it'),
    asks: say('还没有答案', 'What is still open'),
    askWorth: said(worthScale(answers.sensitivity.worthKnowing.chanceNow)),
    sources: say('来源', 'Sources'),
    score: say('得分由来', 'How the score is made up'),
    facts: say('事实与疑问', 'Facts and doubts'),
    total: say('合计', 'Total'),
    number: say('号', 'No.'),
    title: say('来源', 'Source'),
    publisher: say('发布方', 'Publisher'),
    date: say('日期', 'Date'),
    confidence: say('可信度', 'Confidence'),
    noMap: say('没有位置，无从绘图', 'Without a place there is no map'),
    noMaps: say(
      '所比候选中有一处已不在，图上的字母会与报告不符，因此未绘图',
      'One of the compared is gone, so that the letters on a map would not be those of the report: no map is drawn',
    ),
    ask: say('问', 'ask'),
    doubts: say('须核实', 'To be checked'),
  }
}
