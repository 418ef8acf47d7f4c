// On what does a report stand? The answers of the engine, the facts, and how they are told.

import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { cellTold } from '#geodata/analysis/report/cell-told.ts'
import {
  type NamedSource,
  ROADS_ID,
  reportSources,
  type Sources,
} from '#geodata/analysis/report/sources.ts'
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import { amountText } from '#geodata/analysis/told/amount-text.ts'
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { momentText } from '#geodata/analysis/told/moment-text.ts'
import { bold, type Rich, type Run, rich, type Say, sayIn } from '#geodata/analysis/told/rich.ts'
import { UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import type {
  Cell,
  ComparedCandidate,
  ComparisonResult,
  Row,
} from '#geodata/contract/processes/comparison.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import type { SensitivityResult } from '#geodata/contract/processes/sensitivity.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { WhatWouldWinResult } from '#geodata/contract/processes/what-would-win.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** The engine's answers to one stored comparison, all over the same data. */
export type Answers = {
  comparison: ComparisonResult
  siting: Pick<SitingResult, 'assumptions' | 'notices' | 'ranking'>
  sensitivity: Pick<SensitivityResult, 'worthKnowing'>
  /** For each of the compared that is ranked and not first by its score. */
  wins: readonly WhatWouldWinResult[]
  /** null: the comparison has no scenario. */
  scenarios: ScenariosResult | null
}

export type About = {
  /** The comparison's own number. */
  id: string
  stored: Comparison
  storedAt: string | null
  /** Who signed it; null: the history no longer says. */
  storedBy: string | null
  made: string
  answers: Answers
  facts: RegionFacts
  credits: readonly { title: Bilingual; licence: string }[]
  approvalNumber: string | null
  boundaryNote: Bilingual
  language: DocumentLanguage
}

export type Column = {
  letter: string
  index: number
  name: string
  otherName: string
  candidate: ComparedCandidate
}

export type Grounds = About & {
  say: Say
  said: (one: Bilingual) => string
  columns: Column[]
  sources: Sources
  /** "A Qingfeng" of a candidate's id. */
  lettered: (candidateId: string) => string
  /** A cell's figure as a sentence of its own, with its range and sources. */
  cell: (row: Row, index: number) => { told: Rich; note: Rich; isUnknown: boolean }
  district: (nameZh: string) => string
  /** The computation itself, and what the client asked. */
  computed: Run
  asked: Run
}

export function groundsOf(about: About): Grounds {
  const { answers, facts, language, stored } = about
  const say = sayIn(language)
  const said = ({ zh, en }: Bilingual) => say(zh, en)
  const sources = reportSources(facts, namedSources(about, say), say)
  const columns = answers.comparison.candidates.map(
    (candidate, index): Column => ({
      letter: String.fromCharCode('A'.charCodeAt(0) + index),
      index,
      candidate,
      ...namesOf(candidate, about, say),
    }),
  )
  const district = (nameZh: string) =>
    say(
      nameZh,
      facts.districts.find(({ properties }) => properties.nameZh === nameZh)?.properties.nameEn ||
        nameZh,
    )
  const lettered = (id: string) => {
    const column = columns.find(({ candidate }) => candidate.id === id)
    return column ? `${column.letter} ${column.name}` : (stored.names[id]?.zh ?? id)
  }
  const cell = (row: Row, index: number) =>
    toldCell(row.cells[index], row, { say, sources, district })
  return {
    ...about,
    say,
    said,
    columns,
    sources,
    lettered,
    cell,
    district,
    computed: sources.citeNamed(DRAWS_ID),
    asked: sources.citeNamed(CLIENT_ID),
  }
}

const DRAWS_ID = 'draws'
const CLIENT_ID = 'client'

/** A park by its short name; else as it was called when the comparison was stored. */
function namesOf(
  { id, nameZh, nameEn }: ComparedCandidate,
  { facts, stored }: About,
  say: Say,
): { name: string; otherName: string } {
  const park = facts.parks.find(({ properties }) => properties.id === id)?.properties
  if (park) {
    return {
      name: say(park.labelZh, park.labelEn),
      otherName: say(park.nameEn, park.nameZh),
    }
  }
  const kept = stored.names[id]
  const name = say(kept?.zh || nameZh || id, kept?.en || nameEn || kept?.zh || id)
  return { name, otherName: '' }
}

function toldCell(
  cell: Cell | undefined,
  row: Row,
  { say, sources, district }: Pick<Grounds, 'say' | 'sources' | 'district'>,
): { told: Rich; note: Rich; isUnknown: boolean } {
  if (!cell) return { told: rich`—`, note: [], isUnknown: false }
  const { text, range, told } = cellTold(cell, row, say, district)
  // What is unknown stands on nothing; what bounds it does.
  const isBare = cell.kind === 'none' || (text === null && range === null)
  const refs = isBare ? { refs: [] } : sources.cite(cell.source, cell.asOf)
  const words = text ?? say('未知', 'unknown')
  const ranged = range ? say(rich`可能 ${range}`, rich`likely ${range}`) : []
  const of = cell.kind === 'amount' && told ? [{ text: told }] : []
  const between = ranged.length > 0 && of.length > 0 ? [{ text: say('；', '; ') }] : []
  return {
    told: rich`${cell.kind === 'amount' ? bold(words) : words}${refs}`,
    note: [...ranged, ...between, ...of],
    isUnknown: text === null,
  }
}

/** Who made the report, and when, to the minute. */
export function signedTold({ storedBy, storedAt, say }: Grounds): string {
  const who = storedBy ?? say('署名不详', 'not known by whom')
  const when = storedAt === null ? say('日期不详', 'no date') : momentText(storedAt)
  return say(`署名 ${who}，${when}`, `Made by ${who}, ${when}`)
}

/** "12 ha of land, a must". */
export function needTold(
  { title, unit, amount, isHard }: ComparisonResult['needs'][number],
  say: Say,
): string {
  const word = unit ? UNIT_WORD[unit] : null
  const much =
    amount === null ? '' : `${amountText(amount, unit)} ${word ? say(word.zh, word.en) : ''}`
  const how = isHard ? say('必须', 'must') : say('期望', 'wish')
  return say(
    `${title.zh}${much && ` ${much}`}（${how}）`,
    [title.en, much, `(${how})`].filter(Boolean).join(' '),
  )
}

function namedSources(
  { answers: { comparison }, stored, credits }: About,
  say: Say,
): NamedSource[] {
  const { basis, needs, doubt, rankedCount } = comparison
  const { network, parametersHash } = basis
  const asked = needs.map((need) => needTold(need, say)).join(say('、', ', '))
  const [roads] = credits
  return [
    {
      id: ROADS_ID,
      title: say(`路网：${network.name.zh}`, `Roads: ${network.name.en}`),
      publisher: roads
        ? `${say(roads.title.zh, roads.title.en)} (${licenceTold(roads.licence, say)})`
        : '',
      date: network.date || say('日期不详', 'no date'),
      confidence:
        network.kind === 'skeleton'
          ? say('示意，行驶速度为规划取值', 'schematic, at planning speeds')
          : say('行驶速度为规划取值', 'at planning speeds'),
    },
    {
      id: DRAWS_ID,
      title: say(
        `测算：${rankedCount} 处候选同题排名，${doubt.draws} 次联合抽样，种子 ${doubt.seed}`,
        `Computation: ${rankedCount} candidates ranked by one question, ${doubt.draws} joint draws, seed ${doubt.seed}`,
      ),
      publisher: say('园链图', 'Park Atlas'),
      date: say(`参数 ${parametersHash.slice(0, 12)}`, `parameters ${parametersHash.slice(0, 12)}`),
      confidence: say('可复算', 'can be computed again'),
    },
    {
      id: CLIENT_ID,
      title: say(
        `委托方的要求：${asked || '没有要求'}${stored.siting.weights ? '，权重由委托方设定' : ''}`,
        `The client’s inputs: ${asked || 'no needs'}${stored.siting.weights ? ', weights of their own' : ''}`,
      ),
      publisher: say('委托方', 'the client'),
      date: say('随比选存入', 'stored with the comparison'),
      confidence: say('以委托方所述为准', 'as the client states it'),
    },
  ]
}
