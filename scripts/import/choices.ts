// What somebody chose on the command line, as the import takes it: sheet, columns, values, the system of coordinates.
import { createInterface } from 'node:readline/promises'
import type { Import, ImportChoicesPatch } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ImportOrder, Pair } from '#scripts/import/asked.ts'
import { Refused } from '#scripts/import/atlas-api.ts'
import { isTold } from '#scripts/import/told.ts'

export function choicesPatch(told: Import, order: ImportOrder): ImportChoicesPatch {
  return {
    evidence: order.evidence,
    mapping: Object.fromEntries(
      order.columns.map(({ left, right }) => [
        headerOf(told, left),
        right === '' ? null : columnOf(told, right).name,
      ]),
    ),
    fixed: Object.fromEntries(order.values.map((pair) => fixedValue(told, pair))),
    forRest: order.duplicates === null ? null : { kind: order.duplicates },
  }
}

export function sheetOf({ sheets, choices }: Import, wanted: string | null): number {
  if (wanted === null) return choices.sheet
  const named = sheets.findIndex(({ name }) => name === wanted)
  const at = named >= 0 ? named : Number(wanted) - 1
  if (sheets[at]) return at
  const names = sheets.map(({ name }, index) => `${index + 1} ${name}`).join(', ')
  throw new Refused({
    en: `There is no sheet “${wanted}”; there are: ${names}`,
    zh: `没有工作表“${wanted}”；有：${names}`,
  })
}

function headerOf({ headers }: Import, wanted: string): string {
  if (headers.some(({ header }) => header === wanted)) return wanted
  const names = headers.map(({ header }) => header).join(', ')
  throw new Refused({
    en: `The file has no column “${wanted}”; it has: ${names}`,
    zh: `文件里没有“${wanted}”这一列；有：${names}`,
  })
}

/** By its name in the contract or what it is called in either language. */
export function columnOf({ columns, table }: Import, wanted: string): Import['columns'][number] {
  const found = columns.find(
    ({ name, words }) => name === wanted || words.zh === wanted || words.en === wanted,
  )
  if (found) return found
  throw new Refused({
    en: `The table ${table} has no column “${wanted}”; it has: ${columns.map(({ words }) => words.en).join(', ')}`,
    zh: `表 ${table} 没有“${wanted}”这一列；有：${columns.map(({ words }) => words.zh).join('、')}`,
  })
}

function fixedValue(told: Import, { left, right }: Pair): [string, string] {
  const { name, choices } = columnOf(told, left)
  const choice = choices.find(
    ({ value, words }) => value === right || words.zh === right || words.en === right,
  )
  return [name, choice?.value ?? right]
}

/** Null: the file has no coordinates. Throws where nobody has confirmed a system. */
export async function systemOf(told: Import, system: string | null): Promise<string | null> {
  const { answer, systems, others } = told.coordinates
  if (answer === 'none') return null
  const keys = [...systems, ...others].map(({ key }) => key)
  const [best] = systems
  if (system === 'proposed' && isTold(told) && best) return best.key
  if (system === 'ask' && process.stdin.isTTY) return asking(keys)
  if (system !== null && keys.includes(system)) return system
  const proposal = isTold(told) && best ? ` --system proposed (${best.key}) or` : ''
  const why =
    system === null
      ? { en: 'Nobody has confirmed the system of the coordinates', zh: '坐标系尚未确认' }
      : system === 'proposed'
        ? { en: 'The evidence proposes no system', zh: '证据不足，没有可采用的建议' }
        : { en: `“${system}” is no system of this file`, zh: `“${system}”不能用于这份文件` }
  const likely = systems.map(({ key }) => key)
  throw new Refused({
    en: `${why.en}. Say which it is:${proposal} --system KEY, as ${likely.join(', ')}${OTHERS.en}`,
    zh: `${why.zh}。请写明：${proposal ? `--system proposed（${best?.key ?? ''}），或 ` : ''}--system 代号，如 ${likely.join('、')}${OTHERS.zh}`,
  })
}

/** How keys are made that no evidence speaks for. */
const OTHERS: Bilingual = {
  en: '; others are web-mercator, xian80-3-108-zone (datum, width and meridian of the zone, its number in the eastings), bd09~second (latitude first)',
  zh: '；另有 web-mercator、xian80-3-108-zone（基准-带宽-中央经线-带号前缀）、bd09~second（纬度在前）等',
}

async function asking(keys: readonly string[]): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    for (;;) {
      const key = (await terminal.question(`${keys.join('  ')}\n坐标系 System: `)).trim()
      if (keys.includes(key)) return key
    }
  } finally {
    terminal.close()
  }
}
