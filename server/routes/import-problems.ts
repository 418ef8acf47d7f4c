// Why an import is not taken, chosen about or written: each with what to do.
import { type Import, MOST_IMPORT_MEBIBYTES } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { ProblemError, refusal } from '#server/http/problem.ts'
import type { Writing } from '#server/imports/write-rows.ts'
import { noSystem } from '#server/routes/import-choices.ts'

export function beingWritten(): ProblemError {
  return new ProblemError(
    409,
    'Its rows are being written; choose again when that is done.',
    '正在写入，写完后再改。',
  )
}

export function writtenAlready(): ProblemError {
  return new ProblemError(
    409,
    'Its rows are written; undo that first, then choose again. Nothing was changed.',
    '这批行已写入；请先撤销，再改选择。未作任何改动。',
  )
}

export function missing(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no import “${id}” here; it may have been forgotten. Send the file again.`,
    `这里没有导入“${id}”，可能已被清除。请重新传文件。`,
  )
}

export function unknownSystem(key: string): ProblemError {
  return refusal([noSystem('?system', key)])
}

export function tooLarge(): ProblemError {
  return new ProblemError(
    413,
    `A file may have at most ${MOST_IMPORT_MEBIBYTES} MiB. Split it, or leave out what is not needed.`,
    `文件不得超过 ${MOST_IMPORT_MEBIBYTES} MiB。请拆分，或去掉不需要的内容后再传。`,
  )
}

export function tooMany(most: number): ProblemError {
  return new ProblemError(
    409,
    `${most} imports wait here already; write or forget some of them first. Nothing was kept.`,
    `已有 ${most} 份导入尚未写入，请先写入或清除一些；这份文件未保存。`,
  )
}

export function cutOff(bytes: number, expected: number | null): ProblemError {
  const of = expected === null ? '' : ` of ${expected}`
  return new ProblemError(
    400,
    `The file broke off after ${bytes}${of} bytes; nothing was kept. Send it again.`,
    `文件传到 ${bytes}${expected === null ? '' : `/${expected}`} 字节时中断，未保存。请重新传。`,
  )
}

export function unwritten(done: Exclude<Writing, { kind: 'written' | 'outcome' }>, told: Import) {
  const { zh, en } = whyUnwritten(done, told)
  return new ProblemError(
    done.kind === 'missing' ? 404 : 409,
    `${en} Nothing was written.`,
    `${zh}未写入任何内容。`,
  )
}

function whyUnwritten(
  done: Exclude<Writing, { kind: 'written' | 'outcome' }>,
  { columns, refusal: refused }: Import,
): Bilingual {
  switch (done.kind) {
    case 'missing':
      return { zh: '这份导入已被清除。', en: 'The import was forgotten.' }
    case 'not-ready':
      if (refused) return refused
      if (done.state === 'written') {
        return {
          zh: '这份导入已经写入；撤销后可再写。',
          en: 'It is written already; undo it to write it again.',
        }
      }
      return { zh: '还在读取或核对，请稍候再写入。', en: 'It is still being read or judged; wait.' }
    case 'unconfirmed':
      return {
        zh: '请先确认坐标按哪种坐标系读取。',
        en: 'Confirm first in which system the coordinates are.',
      }
    case 'incomplete': {
      const words = done.columns.map(
        (name) => columns.find((column) => column.name === name)?.words ?? { zh: name, en: name },
      )
      return {
        zh: `还缺必填项：${words.map(({ zh }) => zh).join('、')}。请对应到一列，或给出统一的值。`,
        en: `Required and still missing: ${words.map(({ en }) => en).join(', ')}. Name a column for each, or give one value for all rows.`,
      }
    }
    case 'open':
      return {
        zh: `还有 ${done.doubtful} 行待定、${done.refused} 行退回。请先处理，或只写入通过的行。`,
        en: `${done.doubtful} rows wait for a decision and ${done.refused} are refused. Settle them, or write the accepted rows only.`,
      }
    case 'nothing':
      return { zh: '没有可写入的行。', en: 'There is no row to write.' }
    case 'changed-since':
      return {
        zh: `第 ${done.line} 行要改的“${done.name}”已被他人修改。请重新核对后再写入。`,
        en: `“${done.name}”, which row ${done.line} is to change, was changed by somebody since. Judge again and look.`,
      }
  }
}
