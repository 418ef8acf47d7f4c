// What is said of an import on the command line, in one language or both.
import type { Import, ImportRow } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Language } from '#scripts/import/asked.ts'

const FIRST_FAULTS = 10

/** Both languages one below the other where none was asked for. */
export function inWords({ en, zh }: Bilingual, language: Language | null): string {
  if (language !== null) return language === 'zh' ? zh : en
  return en === zh ? en : `${en}\n${zh}`
}

export function countsWords({ counts }: Import): Bilingual {
  const { rows, passedOver, new: fresh, tidied, changed, same, doubtful, refused, skipped } = counts
  return {
    en: `${rows} rows (${passedOver} blank ones, sums, remarks and examples passed over): ${fresh} new, ${tidied} new and tidied, ${changed} change a row, ${same} the same, ${skipped} skipped, ${doubtful} may be there already, ${refused} refused`,
    zh: `${rows} 行（另有空行、合计、备注和示例 ${passedOver} 行跳过）：新增 ${fresh}，整理后新增 ${tidied}，修改 ${changed}，相同 ${same}，跳过 ${skipped}，疑似重复 ${doubtful}，退回 ${refused}`,
  }
}

export function columnsWords({ headers, columns }: Import): Bilingual {
  const line = (language: Language) =>
    headers
      .map(({ header, column }) => {
        const words = columns.find(({ name }) => name === column)?.words[language]
        return `  ${header} → ${words ?? '—'}`
      })
      .join('\n')
  return { en: `Columns:\n${line('en')}`, zh: `各列对应：\n${line('zh')}` }
}

/** The evidence for each way to read the coordinates; nothing where the file has none. */
export function coordinatesWords({ coordinates }: Import): Bilingual | null {
  const { answer, systems, rowsWith, rowsWithout, said } = coordinates
  if (answer === 'none') return null
  const heads: Record<typeof answer, Bilingual> = {
    told: { en: 'the evidence tells the system', zh: '证据足以判断坐标系' },
    'datum-open': {
      en: 'zone and axes are told, the datum is not: whoever surveyed has to say',
      zh: '带号和坐标轴已判明，基准未定，需由测绘单位确认',
    },
    'cannot-tell': { en: 'the evidence does not tell the system', zh: '证据不足以判断坐标系' },
    nowhere: {
      en: 'no system that is known puts half of the rows into the region',
      zh: '没有一种坐标系能让半数以上的点落在本区域',
    },
  }
  const line = (language: Language) =>
    systems
      .map((one) => {
        const percent = `${(one.chance * 100).toFixed(one.chance > 0.995 ? 2 : 1)} %`
        const reading = one.reading[language] ? ` (${one.reading[language]})` : ''
        const told =
          language === 'zh'
            ? `区域内 ${one.inRegion}/${one.rows}，落在所写区县 ${one.inNamedArea}/${one.namesArea}，靠近同名地点 ${one.nearNamedPlace}/${one.namesPlace}`
            : `in the region ${one.inRegion}/${one.rows}, in the district named ${one.inNamedArea}/${one.namesArea}, by the place of that name ${one.nearNamedPlace}/${one.namesPlace}`
        return `  ${one.key}: ${one.words[language]}${reading} ${percent}; ${told}`
      })
      .join('\n')
  // What it says of itself, and whether its rows say the same.
  const saidIn = (language: Language) =>
    said
      .map(({ by, text, system, rows }) => {
        const meant = system ? ` → ${system[language]}` : ''
        return `\n  ${SAYS[by][language]} “${text}”${meant}${system ? SAID_BY_ROWS[rows][language] : ''}`
      })
      .join('')
  return {
    en: `Coordinates (${rowsWith} rows with, ${rowsWithout} without): ${heads[answer].en}${saidIn('en')}\n${line('en')}`,
    zh: `坐标（${rowsWith} 行有，${rowsWithout} 行没有）：${heads[answer].zh}${saidIn('zh')}\n${line('zh')}`,
  }
}

const SAYS = {
  header: { en: 'a header says', zh: '表头写明' },
  file: { en: 'the file says', zh: '文件自述' },
} as const
const SAID_BY_ROWS = {
  with: { en: '; the rows tell the same', zh: '，与各行一致' },
  against: { en: '; the rows tell another', zh: '，与各行不符' },
  open: { en: '; the rows tell none', zh: '，各行不足以判断' },
} as const

export const isTold = ({ coordinates: { answer } }: Import): boolean => answer === 'told'

/** The first rows that wait or came back: line, name, column, why. */
export function openWords(rows: readonly ImportRow[]): Bilingual {
  const line = (language: Language) =>
    rows
      .flatMap((row) => whyOpen(row, language).map((why) => `  ${lineName(row, language)}${why}`))
      .slice(0, FIRST_FAULTS)
      .join('\n')
  return { en: `The first of them:\n${line('en')}`, zh: `前几处：\n${line('zh')}` }
}

function lineName({ line, name }: ImportRow, language: Language): string {
  const number = language === 'zh' ? `第 ${line} 行` : `line ${line}`
  return name ? `${number} ${name}: ` : `${number}: `
}

function whyOpen({ verdict, faults, alike }: ImportRow, language: Language): string[] {
  if (verdict === 'doubtful') {
    const [first] = alike
    const name = first?.name[language] ?? ''
    return [language === 'zh' ? `可能就是“${name}”` : `may be “${name}”`]
  }
  return faults.map(({ header, came, fits }) => {
    const column = header ? `${header[language]} ` : ''
    return `${column}${came ? `“${came}” ` : ''}${fits[language]}`
  })
}
