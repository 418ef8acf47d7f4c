// Brings a file into a table of the atlas: read and judged row by row, written as one change, undone as one.
//
//   npm run import -- FILE --table companies --source … [--system proposed] [--accepted]
//   npm run import -- --undo CHANGE [--keep-changed]
//
// The same way as the page's: the same checks, and nothing is written that somebody has not said yes to.
import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { HistoryList } from '#geodata/contract/history.ts'
import {
  type Import,
  type ImportChoicesPatch,
  type ImportRows,
  MOST_MEND_ROWS,
  OPEN_VERDICTS,
  WRITTEN_VERDICTS,
} from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { type Asked, askedOf, type ImportOrder, USAGE } from '#scripts/import/asked.ts'
import { type AtlasApi, atlasApi, Refused } from '#scripts/import/atlas-api.ts'
import { choicesPatch, columnOf, sheetOf, systemOf } from '#scripts/import/choices.ts'
import {
  columnsWords,
  coordinatesWords,
  countsWords,
  inWords,
  openWords,
} from '#scripts/import/told.ts'
import { prepareBase } from '#scripts/prepare.ts'

const ASKED_AGAIN_MILLISECONDS = 200
const [DONE, NOT_WRITTEN, WRONG] = [0, 1, 2]

const asked = askedOf(process.argv.slice(2), os.userInfo().username)
if ('wrong' in asked) {
  console.error(
    inWords(
      { en: `${asked.wrong.en}.\n${USAGE.en}`, zh: `${asked.wrong.zh}。\n${USAGE.zh}` },
      null,
    ),
  )
  process.exit(WRONG)
}
const { language } = asked
const say = (words: Bilingual) => console.log(inWords(words, language))
const complain = (words: Bilingual) => console.error(inWords(words, language))

async function run(order: Asked): Promise<number> {
  if (order.verb === 'help') {
    say(USAGE)
    return DONE
  }
  let api: AtlasApi | null = null
  try {
    if (order.verb === 'import') await openAsBlob(order.file)
    if (order.server === null) await prepareBase(process.env.DATA_DIR || 'data')
    api = await atlasApi(order.server)
    return order.verb === 'undo' ? await undo(order, api) : await bringIn(order, api)
  } catch (error) {
    const words = wordsOf(error, order)
    complain({ en: `${words.en}.\nNothing was written.`, zh: `${words.zh}。\n未写入任何内容。` })
    return NOT_WRITTEN
  } finally {
    await api?.close()
  }
}

function wordsOf(error: unknown, order: Asked): Bilingual {
  if (error instanceof Refused) {
    return { en: error.words.en.replace(/\.$/, ''), zh: error.words.zh.replace(/。$/, '') }
  }
  const { code } = Object(error) as { code?: string }
  if (order.verb === 'import' && (code === 'ENOENT' || code === 'ERR_INVALID_ARG_VALUE')) {
    return { en: `There is no file “${order.file}”`, zh: `没有文件“${order.file}”` }
  }
  throw error
}

async function undo(order: Extract<Asked, { verb: 'undo' }>, api: AtlasApi) {
  const { changeId, keepsChanged, who, why } = order
  const query = keepsChanged ? '?keepChanged=true' : ''
  const address = `/history/${encodeURIComponent(changeId)}/undo${query}`
  const answer = await api.ask(address, { method: 'POST', headers: signed(who, why) })
  const { items } = (await answer.json()) as HistoryList
  const stays = keepsChanged
    ? { en: '; rows that were changed since stay', zh: '；此后又被修改的行保留' }
    : { en: '', zh: '' }
  say({
    en: `Undone: ${items.length} rows are as they were before${stays.en}.`,
    zh: `已撤销：${items.length} 行恢复原状${stays.zh}。`,
  })
  return DONE
}

const signed = (who: string, why: string) => ({
  'Atlas-Editor': encodeURIComponent(who),
  'Atlas-Reason': encodeURIComponent(why),
})

/** 0: written; 1: not. */
async function bringIn(order: ImportOrder, api: AtlasApi): Promise<number> {
  let told = await sent(order, api)
  try {
    told = await chosen(told, order, api)
    say(columnsWords(told))
    const coordinates = coordinatesWords(told)
    if (coordinates) say(coordinates)
    const system = await systemOf(told, order.system)
    if (system !== null) told = await patched(told, { system }, api)
    say(countsWords(told))
    return isWritable(told, order)
      ? await write(told, order, api)
      : await turnBack(told, order, api)
  } finally {
    if (told.changeId === null) await api.ask(`/imports/${told.id}`, { method: 'DELETE' })
  }
}

async function sent(order: ImportOrder, api: AtlasApi): Promise<Import> {
  const name = encodeURIComponent(path.basename(order.file))
  const answer = await api.ask(`/imports?table=${order.table}&name=${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: await openAsBlob(order.file),
  })
  const told = await settled(((await answer.json()) as Import).id, api)
  if (told.state !== 'refused') return told
  throw new Refused(told.refusal ?? { en: 'The file was refused', zh: '文件被退回' })
}

async function settled(id: string, api: AtlasApi): Promise<Import> {
  for (;;) {
    const told = (await (await api.ask(`/imports/${id}`)).json()) as Import
    if (!['reading', 'judging', 'writing'].includes(told.state)) return told
    await setTimeout(ASKED_AGAIN_MILLISECONDS)
  }
}

async function patched({ id }: Import, patch: ImportChoicesPatch, api: AtlasApi): Promise<Import> {
  await api.ask(`/imports/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(patch),
  })
  return settled(id, api)
}

async function chosen(first: Import, order: ImportOrder, api: AtlasApi): Promise<Import> {
  const sheet = sheetOf(first, order.sheet)
  const told = sheet === first.choices.sheet ? first : await patched(first, { sheet }, api)
  return patched(told, choicesPatch(told, order), api)
}

const sumOf = ({ counts }: Import, verdicts: typeof OPEN_VERDICTS) =>
  verdicts.reduce((sum, verdict) => sum + counts[verdict], 0)

const isWritable = (told: Import, { onlyAccepted }: ImportOrder) =>
  told.missing.length === 0 && (onlyAccepted || sumOf(told, OPEN_VERDICTS) === 0)

async function write(told: Import, order: ImportOrder, api: AtlasApi): Promise<number> {
  if (sumOf(told, WRITTEN_VERDICTS) === 0) {
    say({ en: 'There is no row to write.', zh: '没有可写入的行。' })
    if (told.counts.refused > 0) await writeMend(told, order, api)
    return sumOf(told, OPEN_VERDICTS) > 0 ? NOT_WRITTEN : DONE
  }
  if (order.mend !== null && told.counts.refused > 0) await writeMend(told, order, api)
  const answer = await api.ask(`/imports/${told.id}/writing`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...signed(order.who, order.why) },
    body: JSON.stringify({ rows: order.onlyAccepted ? 'accepted' : 'all' }),
  })
  const { changeId } = (await answer.json()) as Import
  told.changeId = changeId
  const count = sumOf(told, WRITTEN_VERDICTS)
  say({
    en: `Written: ${count} rows, change ${changeId}. To take them back: npm run import -- --undo ${changeId}`,
    zh: `已写入 ${count} 行，修改编号 ${changeId}。要整批撤销：npm run import -- --undo ${changeId}`,
  })
  return DONE
}

/** Says what stands in the way. */
async function turnBack(told: Import, order: ImportOrder, api: AtlasApi): Promise<number> {
  if (told.missing.length > 0) {
    const names = (of: 'zh' | 'en') =>
      told.missing.map((name) => columnOf(told, name).words[of]).join(of === 'zh' ? '、' : ', ')
    complain({
      en: `Required and still missing: ${names('en')}. Name a column with --column HEADER=COLUMN, or one value with --value COLUMN=VALUE. Nothing was written.`,
      zh: `还缺必填项：${names('zh')}。用 --column 表头=列 指明，或用 --value 列=值 统一给出。未写入任何内容。`,
    })
    return NOT_WRITTEN
  }
  const rows = (await (
    await api.ask(`/imports/${told.id}/rows?verdict=${OPEN_VERDICTS.join(',')}&limit=20`)
  ).json()) as ImportRows
  complain(openWords(rows.items))
  if (told.counts.refused > 0) await writeMend(told, order, api)
  const { doubtful, refused } = told.counts
  complain({
    en: `${doubtful} rows may be there already (--duplicates decides), ${refused} came back. --accepted writes the others. Nothing was written.`,
    zh: `疑似重复 ${doubtful} 行（用 --duplicates 决定），退回 ${refused} 行。加 --accepted 可只写入其余的行。未写入任何内容。`,
  })
  return NOT_WRITTEN
}

async function writeMend(told: Import, { mend, file }: ImportOrder, api: AtlasApi): Promise<void> {
  const { dir, name } = path.parse(file)
  const target = mend ?? path.join(dir, `${name}-${language === 'en' ? 'to-mend' : '待改'}.xlsx`)
  const answer = await api.ask(`/imports/${told.id}/mend?lang=${language ?? 'zh'}`)
  await writeFile(target, new Uint8Array(await answer.arrayBuffer()))
  const isCut = told.counts.refused > MOST_MEND_ROWS
  const [en, zh] = isCut
    ? [
        `the first ${MOST_MEND_ROWS} of ${told.counts.refused}, `,
        `退回 ${told.counts.refused} 行中的前 ${MOST_MEND_ROWS} 行，`,
      ]
    : ['', '']
  say({ en: `Rows to mend: ${en}${target}`, zh: `待改的行：${zh}${target}` })
}

process.exitCode = await run(asked)
