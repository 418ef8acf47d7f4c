// A story as it is told on paper, in one language: every sentence and figure, before it is set.

import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { attachedFiles, pictureFile } from '#geodata/analysis/stories/scene-files.ts'
import {
  filled,
  hostsOf,
  oneLine,
  partsOf,
  sourcesOf,
  untoldDoubt,
} from '#geodata/analysis/stories/scene-told.ts'
import { type Block, readStoryText } from '#geodata/analysis/stories/story-text.ts'
import { type TableTold, tableTold } from '#geodata/analysis/stories/table-told.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type {
  FigureAnswer,
  LiveFigure,
  MissingName,
  Scene,
  SceneCheck,
  SceneFigures,
  Story,
} from '#geodata/contract/stories.ts'
import { FILE_KINDS, type StoryFile, sizeText } from '#geodata/contract/story-files.ts'
import { SYSTEM_CHARACTER, SYSTEM_LETTER, type System } from '#geodata/model/system.ts'

type FigureTold = {
  label: string
  value: string
  unit: string
  isUnknown: boolean
  /** Of how many, and how sure. */
  beside: string
  /** The plan's own words, in Chinese in either language. */
  clause: string
  /** The best of a ranking. */
  rows: { name: string; value: string }[]
}

type PictureTold = { fileId: string; alt: string; credit: string }

type BarTold = { system: System; mark: string; label: string; value: string; share: number }

export type SceneTold = {
  id: string
  kind: Scene['kind']
  count: string
  title: string
  text: Block[]
  agenda: string[]
  figures: FigureTold[]
  tables: TableTold[]
  barsTitle: string
  bars: BarTold[]
  /** null: none, or none that is a picture of the story. */
  picture: PictureTold | null
  /** What is handed on beside the paper, by name, kind and size; '': nothing. */
  attachments: string
  source: string
  /** What the scene names and is no longer there. */
  missing: string[]
  notes: Block[]
  questions: { question: string; answer: string }[]
}

export type HandoutTold = {
  language: DocumentLanguage
  title: string
  summary: string
  /** With notes or without, of a draft or of a story that is kept. */
  kind: string
  /** What its file is called, without the extension. */
  fileTitle: string
  date: string
  scenes: SceneTold[]
  /** Whose the maps are, and on what the figures stand. */
  grounds: { title: string; lines: string[] }
  words: { notes: string; questions: string; answer: string }
  foot: { product: string; hash: string; approval: string }
}

export type ToTell = {
  story: Story
  figures: readonly SceneFigures[]
  checks: readonly SceneCheck[]
  language: DocumentLanguage
  hasNotes: boolean
  /** It is kept nowhere: what was written of it may change. */
  isDraft: boolean
  /** The day on which the figures were worked out, YYYY-MM-DD. */
  madeOn: string
  dataHash: string
  networkName: Bilingual
  networkHash: string
  /** Of roads, boundaries and places. */
  credits: readonly string[]
  /** null: none is set. */
  approvalNumber: string | null
  boundaryNote: Bilingual
}

export function handoutOf(asked: ToTell): HandoutTold {
  const { story, figures, checks, language, madeOn, approvalNumber } = asked
  const say = (zh: string, en: string) => said({ zh, en }, language)
  const approval = approvalNumber ?? say('未设置', 'not set')
  const title = storyTitle(asked)
  const kind = kindOf(asked)
  return {
    language,
    title,
    summary: sideOf(story.summary, language),
    kind,
    fileTitle: say(`${title} ${kind}`, `${title} – ${kind}`),
    date: say(`数字截至 ${madeOn}`, `Figures as of ${madeOn}`),
    scenes: story.scenes.map((scene, index) =>
      sceneTold(asked, scene, index, figures[index], checks[index]?.missing ?? []),
    ),
    grounds: { title: say('地图与数据', 'Maps and data'), lines: groundsOf(asked) },
    words: {
      notes: say('讲稿', 'Notes'),
      questions: say('可能的提问', 'Likely questions'),
      answer: say('答：', 'Answer: '),
    },
    foot: {
      product: say('园链图 Park Atlas', 'Park Atlas'),
      hash: say(`数据 ${asked.dataHash.slice(0, 8)}`, `data ${asked.dataHash.slice(0, 8)}`),
      approval: say(`审图号：${approval}`, `Map approval number: ${approval}`),
    },
  }
}

/** In one line; a story without a title is called by its id, a draft by nothing yet. */
function storyTitle({ story: { id, title }, language, isDraft }: ToTell): string {
  const told = oneLine(sideOf(title, language), language).trim()
  return told || (isDraft ? said({ zh: '未命名讲解', en: 'Untitled story' }, language) : id)
}

function kindOf({ language, hasNotes, isDraft }: ToTell): string {
  const zh = [isDraft ? '草稿' : '', hasNotes ? '含讲稿' : ''].filter(Boolean).join('，')
  const en = `Handout${hasNotes ? ' with notes' : ''}${isDraft ? ' (draft)' : ''}`
  return said({ zh: zh ? `讲义（${zh}）` : '讲义', en }, language)
}

function sceneTold(
  { story, language, hasNotes }: ToTell,
  scene: Scene,
  index: number,
  worked: SceneFigures | undefined,
  missing: readonly MissingName[],
): SceneTold {
  const say = (zh: string, en: string) => said({ zh, en }, language)
  const answers = worked?.figures ?? []
  const fill = (words: string) =>
    filled(words, scene, answers, (answer) => inWords(answer, language))
  const told = (words: Bilingual) => fill(sideOf(words, language))
  const read = (words: Bilingual | undefined) =>
    words ? readStoryText(sideOf(words, language), fill) : []
  const answered = scene.figures.map((figure, at) => ({ figure, answer: answers[at] }))
  const listed = answered.filter(({ figure }) => figure.place === 'list')
  const sources = sourcesOf(scene, answers, worked?.analysisSource ?? null, (source) =>
    hostsOf(said(source, language)),
  )
  const number = index + 1
  return {
    id: scene.id,
    kind: scene.kind,
    count: `${number} / ${story.scenes.length}`,
    title: oneLine(told(scene.title), language).trim() || say(`第 ${number} 屏`, `Scene ${number}`),
    text: read(scene.text),
    agenda: scene.kind === 'agenda' ? agendaOf(story, language) : [],
    figures: figuresTold(listed, language),
    tables: tablesTold(listed, language),
    barsTitle: scene.barsTitle ? sideOf(scene.barsTitle, language) : '',
    bars: barsTold(listed, language),
    picture: pictureTold(story, scene, language),
    attachments: attachmentsTold(attachedFiles(story, scene), language),
    source:
      sources.length === 0
        ? ''
        : say(`来源：${sources.join('；')}`, `Source: ${sources.join('; ')}`),
    missing: missingTold(missing, language, hasNotes),
    notes: hasNotes ? read(scene.notes) : [],
    questions: hasNotes
      ? scene.questions.map(({ question, answer }) => ({
          question: told(question),
          answer: told(answer),
        }))
      : [],
  }
}

function pictureTold(story: Story, scene: Scene, language: DocumentLanguage): PictureTold | null {
  const file = pictureFile(story, scene)
  const { picture } = scene
  if (!file || !picture) return null
  const credit = picture.credit ? oneLine(sideOf(picture.credit, language), language).trim() : ''
  return {
    fileId: file.id,
    // A page for screen readers has words for every picture: at least those of its scene.
    alt: sideOf(picture.alt, language) || oneLine(sideOf(scene.title, language), language),
    credit: credit && said({ zh: `图片：${credit}`, en: `Picture: ${credit}` }, language),
  }
}

function attachmentsTold(files: readonly StoryFile[], language: DocumentLanguage): string {
  if (files.length === 0) return ''
  const told = files.map(({ name, mediaType, byteCount }) => {
    const size = sizeText(byteCount)
    const { name: kind } = FILE_KINDS[mediaType]
    return said({ zh: `${name}（${kind}，${size}）`, en: `${name} (${kind}, ${size})` }, language)
  })
  return said({ zh: `附件：${told.join('；')}`, en: `Attached: ${told.join('; ')}` }, language)
}

/** In sentences, each once; not what is missing where nobody reads it on these pages. */
function missingTold(
  missing: readonly MissingName[],
  language: DocumentLanguage,
  hasNotes: boolean,
): string[] {
  const other = language === 'en' ? '/zh' : '/en'
  const isRead = ({ pointer }: MissingName) =>
    !pointer.startsWith('/claims') &&
    !pointer.endsWith(other) &&
    (hasNotes || !/^\/(notes|questions)/.test(pointer))
  const sentences = missing.filter(isRead).map(({ pointer, came, expected }) =>
    pointer === '/bounds'
      ? {
          zh: `本屏没有地图：范围为 ${came}，应为 ${expected.zh}。`,
          en: `This scene has no map: its bounds are ${came}; expected ${expected.en}.`,
        }
      : {
          zh: `本屏提到的“${came}”已查不到，应为${expected.zh}。`,
          en: `“${came}”, which this scene names, is not in the data any more; expected ${expected.en}.`,
        },
  )
  return [...new Set(sentences.map((words) => said(words, language)))]
}

/** What was written in one language alone is told in that one. */
function sideOf(words: Bilingual, language: DocumentLanguage): string {
  return said(words, language) || words.zh || words.en
}

function agendaOf(story: Story, language: DocumentLanguage): string[] {
  return partsOf(story).map(({ title }) => oneLine(sideOf(title, language), language))
}

const unknown = (language: DocumentLanguage) => said({ zh: '未知', en: 'unknown' }, language)

function inWords(answer: FigureAnswer | undefined, language: DocumentLanguage): string {
  if (!answer?.said) return unknown(language)
  const doubt = untoldDoubt(answer)
  const value = said(answer.said, language)
  return doubt && answer.total !== null ? `${value} (${doubt[0]}–${doubt[1]})` : value
}

type Answered = { figure: LiveFigure; answer: FigureAnswer | undefined }

function figuresTold(listed: readonly Answered[], language: DocumentLanguage): FigureTold[] {
  const rows = listed.filter(({ figure, answer }) => !figure.system && !answer?.table)
  return rows.map(({ figure, answer }, index) => ({
    label: sideOf(figure.label, language),
    value: valueTold(figure, answer, language),
    unit: answer?.said && answer.unit ? said(answer.unit, language) : '',
    isUnknown: !answer?.said,
    beside: answer ? besideOf(answer, index > 0 ? rows[0]?.answer : undefined, language) : '',
    clause: answer?.clauseZh ?? '',
    rows: (answer?.rows ?? []).map(({ name, said: score }) => ({
      name: said(name, language),
      value: said(score, language),
    })),
  }))
}

function tablesTold(listed: readonly Answered[], language: DocumentLanguage): TableTold[] {
  return listed.flatMap(({ figure, answer }) => {
    if (!answer?.table) return []
    return [tableTold(figure, answer, answer.table, sideOf(figure.label, language), language)]
  })
}

/** Of a ranking the rows say it. */
function valueTold(
  { kind }: LiveFigure,
  answer: FigureAnswer | undefined,
  language: DocumentLanguage,
): string {
  if (!answer?.said) return unknown(language)
  return kind === 'ranking' ? '' : said(answer.said, language)
}

/** Of how many (unless the leading figure says so already), and how sure. */
function besideOf(
  answer: FigureAnswer,
  lead: FigureAnswer | undefined,
  language: DocumentLanguage,
): string {
  const doubt = untoldDoubt(answer)
  const { total, unit } = answer
  const of = unit ? said(unit, language) : ''
  const parts = [
    total === null || total === lead?.total
      ? null
      : { zh: `共 ${total} ${of}`, en: `of ${total} ${of}` },
    doubt
      ? {
          zh: `按位置精度 ${doubt[0]}–${doubt[1]}`,
          en: `${doubt[0]}–${doubt[1]} by precision of places`,
        }
      : null,
    answer.rows && answer.value === null && answer.said
      ? {
          zh: `${answer.said.zh}按现有数据不能区分先后`,
          en: `${answer.said.en} cannot be told apart by what is known`,
        }
      : null,
  ].filter((part) => part !== null)
  return parts
    .map((part) => said(part, language).trim())
    .join(said({ zh: '；', en: '; ' }, language))
}

/** On one scale from zero. */
function barsTold(listed: readonly Answered[], language: DocumentLanguage): BarTold[] {
  const amount = ({ answer }: Answered) => (typeof answer?.value === 'number' ? answer.value : 0)
  const bars = listed.filter(({ figure }) => figure.system)
  const longest = Math.max(1, ...bars.map(amount))
  return bars.flatMap((one) => {
    const { system, label } = one.figure
    if (!system) return []
    return [
      {
        system,
        mark: (language === 'en' ? SYSTEM_LETTER : SYSTEM_CHARACTER)[system],
        label: sideOf(label, language),
        value: one.answer?.said ? said(one.answer.said, language) : unknown(language),
        share: amount(one) / longest,
      },
    ]
  })
}

function groundsOf(asked: ToTell): string[] {
  const { language, madeOn, dataHash, networkName, networkHash, credits, boundaryNote } = asked
  const name = said(networkName, language)
  return [
    said(
      {
        zh: `数字于 ${madeOn} 由数据（版本 ${dataHash}）和“${name}”（版本 ${networkHash}）算出；此后的更正不在本讲义内。`,
        en: `Figures were worked out on ${madeOn} from the data (version ${dataHash}) and “${name}” (version ${networkHash}); later corrections are not in this handout.`,
      },
      language,
    ),
    ...credits,
    said(boundaryNote, language),
  ].filter((line) => line !== '')
}
