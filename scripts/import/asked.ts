// What was asked on the command line, and what is said where that cannot be?
import path from 'node:path'
import { parseArgs } from 'node:util'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import { type ImportDecision, ImportEvidence } from '#geodata/contract/imports.ts'
import { type Bilingual, Confidence, SourceClass } from '#geodata/contract/shared.ts'

const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type Asked = {
  /** Null: both languages. */
  language: Language | null
  /** Null: a server of its own over DATA_DIR. */
  server: string | null
  who: string
  why: string
} & (
  | { verb: 'help' }
  | {
      verb: 'undo'
      changeId: string
      /** Rows that were changed since stay as they are. */
      keepsChanged: boolean
    }
  | {
      verb: 'import'
      file: string
      table: string
      evidence: ImportEvidence
      /** `proposed`, `ask` or a key; null: nobody confirmed one. */
      system: string | null
      /** Number of the sheet, from 1, or its name; null: the first. */
      sheet: string | null
      columns: readonly Pair[]
      values: readonly Pair[]
      duplicates: ImportDecision['kind'] | null
      onlyAccepted: boolean
      /** Where the rows that came back go; null: beside the file. */
      mend: string | null
    }
)
export type ImportOrder = Extract<Asked, { verb: 'import' }>
/** 表头=列 */
export type Pair = { left: string; right: string }

export const USAGE: Bilingual = {
  en: `npm run import -- FILE --table TABLE --source TEXT [options]
  --table       one of: ${IMPORT_TABLE_IDS.join(', ')}
  --source, --date 2026[-11[-30]], --confidence high|medium|low, --source-class CLASS
                of the whole file; kept with every row that does not say it itself
  --system      in which system the coordinates are: a key, “proposed” where the evidence tells, or “ask”
  --column HEADER=COLUMN    what a column of the file fills; HEADER= leaves it out; may be repeated
  --value COLUMN=VALUE      for every row that does not say it; may be repeated
  --duplicates  skip, merge, replace or separate: rows that may be there already
  --accepted    writes the rows that can be written, and leaves the others
  --mend FILE.xlsx          where rows that came back go, to be mended
  --sheet NUMBER|NAME, --who NAME, --why REASON, --language zh|en
  --server URL  through a running server (ADMIN_TOKEN, where it asks for one); else over DATA_DIR
npm run import -- --undo CHANGE [--keep-changed] [--who NAME --why REASON]
  --keep-changed            undoes the other rows where some were changed since`,
  zh: `npm run import -- 文件 --table 表 --source 来源 [选项]
  --table       写入哪张表：${IMPORT_TABLE_IDS.join('、')}
  --source、--date 2026[-11[-30]]、--confidence high|medium|low、--source-class 类别
                整份文件的来源、日期、可信度和来源类别；行里自己写了的以行为准
  --system      坐标系：代号；证据充分时可写 proposed；写 ask 则逐项询问
  --column 表头=列         某列对应哪一项；“表头=”为不导入；可重复
  --value 列=值            每行都用的值（行里自己写了的以行为准）；可重复
  --duplicates  可能重复的行：skip 跳过、merge 并入、replace 替换、separate 另立
  --accepted    只写入能写的行，其余留下
  --mend 文件.xlsx         退回的行写到哪里，改好再导
  --sheet 序号|名称、--who 谁、--why 为什么、--language zh|en
  --server 网址 经运行中的服务写入（需要时设 ADMIN_TOKEN）；否则直接写 DATA_DIR
npm run import -- --undo 修改编号 [--keep-changed] [--who 谁 --why 为什么]
  --keep-changed            有行此后又被修改时，保留这些行，只撤销其余的行`,
}

const OPTIONS = {
  table: { type: 'string' },
  source: { type: 'string', default: '' },
  date: { type: 'string', default: '' },
  confidence: { type: 'string', default: 'medium' },
  'source-class': { type: 'string', default: 'none' },
  system: { type: 'string' },
  sheet: { type: 'string' },
  column: { type: 'string', multiple: true, default: [] as string[] },
  value: { type: 'string', multiple: true, default: [] as string[] },
  duplicates: { type: 'string' },
  accepted: { type: 'boolean', default: false },
  mend: { type: 'string' },
  server: { type: 'string' },
  who: { type: 'string' },
  why: { type: 'string' },
  language: { type: 'string' },
  undo: { type: 'string' },
  'keep-changed': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

type Values = ReturnType<typeof parsed>['values']
const parsed = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })

/** `user`: who is signed where nobody is named. */
export function askedOf(words: readonly string[], user: string): Asked | { wrong: Bilingual } {
  let read: ReturnType<typeof parsed>
  try {
    read = parsed(words)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return wrong(text, `参数有误：${text}`)
  }
  const { values, positionals } = read
  const { server = null } = values
  const language = LANGUAGES.find((one) => one === values.language) ?? null
  if (values.language !== undefined && language === null) {
    return wrong(
      `--language came as “${values.language}”; zh or en is expected`,
      `--language 收到“${values.language}”；应为 zh 或 en`,
    )
  }
  if (server !== null && !/^https?:\/\//.test(server)) {
    return wrong(
      `--server came as “${server}”; an address like http://127.0.0.1:8787 is expected`,
      `--server 收到“${server}”；应为 http://127.0.0.1:8787 这样的地址`,
    )
  }
  const common = { language, server, who: values.who ?? user }
  if (values.help) return { ...common, why: '', verb: 'help' }
  if (values.undo !== undefined) {
    return {
      ...common,
      why: values.why ?? `撤销导入 undo of import`,
      verb: 'undo',
      changeId: values.undo,
      keepsChanged: values['keep-changed'],
    }
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    return wrong(
      `${positionals.length} files were named; one is expected`,
      `给出了 ${positionals.length} 个文件；应为一个`,
    )
  }
  const why = values.why ?? `导入 import of ${path.basename(file)}`
  return importOf(file, values, { ...common, why })
}

const optionsOf = (schema: { options: readonly string[] }): Bilingual => ({
  en: `one of ${schema.options.join(', ')}`,
  zh: ` ${schema.options.join('、')} 之一`,
})
const EXPECTED = {
  source: { option: 'source', fits: { en: 'at most 1000 characters', zh: '至多 1000 字' } },
  date: {
    option: 'date',
    fits: { en: '2026, 2026-11 or 2026-11-30', zh: ' 2026、2026-11 或 2026-11-30' },
  },
  confidence: { option: 'confidence', fits: optionsOf(Confidence) },
  sourceClass: { option: 'source-class', fits: optionsOf(SourceClass) },
} as const

const DECISIONS = ['skip', 'merge', 'replace', 'separate'] as const

function importOf(
  file: string,
  values: Values,
  common: Pick<Asked, 'language' | 'server' | 'who' | 'why'>,
): Asked | { wrong: Bilingual } {
  const { table = '' } = values
  if (!(IMPORT_TABLE_IDS as readonly string[]).includes(table)) {
    const came = table === '' ? ['is missing', '未给出'] : [`came as “${table}”`, `收到“${table}”`]
    return wrong(
      `--table ${came[0]}; expected is one of ${IMPORT_TABLE_IDS.join(', ')}`,
      `--table ${came[1]}；应为 ${IMPORT_TABLE_IDS.join('、')} 之一`,
    )
  }
  const evidence = ImportEvidence.safeParse({
    source: values.source,
    date: values.date,
    confidence: values.confidence,
    sourceClass: values['source-class'],
  })
  if (!evidence.success) {
    const name = String(evidence.error.issues[0]?.path[0] ?? '') as keyof typeof EXPECTED
    const { option, fits } = EXPECTED[name]
    const came = String(values[option])
    return wrong(
      `--${option} came as “${came}”; expected is ${fits.en}`,
      `--${option} 收到“${came}”；应为${fits.zh}`,
    )
  }
  const duplicates = DECISIONS.find((one) => one === values.duplicates) ?? null
  if (values.duplicates !== undefined && duplicates === null) {
    return wrong(
      `--duplicates came as “${values.duplicates}”; expected is one of ${DECISIONS.join(', ')}`,
      `--duplicates 收到“${values.duplicates}”；应为 ${DECISIONS.join('、')} 之一`,
    )
  }
  const [columns, pairs] = [values.column.map(pairOf), values.value.map(pairOf)]
  if ([...columns, ...pairs].includes(null)) {
    return wrong(
      '--column and --value are written as NAME=VALUE',
      '--column 和 --value 应写成 名称=值',
    )
  }
  return {
    ...common,
    verb: 'import',
    file,
    table,
    evidence: evidence.data,
    system: values.system ?? null,
    sheet: values.sheet ?? null,
    columns: columns.filter((one) => one !== null),
    values: pairs.filter((one) => one !== null),
    duplicates,
    onlyAccepted: values.accepted,
    mend: values.mend ?? null,
  }
}

/** A header may hold “=” itself: what stands behind the last one is meant. */
function pairOf(text: string): Pair | null {
  const at = text.lastIndexOf('=')
  return at > 0 ? { left: text.slice(0, at).trim(), right: text.slice(at + 1).trim() } : null
}

const wrong = (en: string, zh: string) => ({ wrong: { en, zh } })
