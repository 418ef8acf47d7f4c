// Why can a file not be read at all, and what may its owner do about it?

export type Words = { zh: string; en: string }

/** Reading ends here, and nothing that was handed out before counts. */
export class ReadRefusal extends Error {
  readonly kind: RefusalKind
  readonly words: Words

  constructor(kind: RefusalKind, words: Words) {
    super(words.en)
    this.name = 'ReadRefusal'
    this.kind = kind
    this.words = words
  }
}

export type RefusalKind =
  | 'empty'
  | 'other-format'
  | 'locked'
  | 'broken'
  | 'cut-off'
  | 'too-large'
  | 'too-many'
  | 'too-deep'
  | 'too-slow'
  | 'no-table'

export function broken(what: Words): ReadRefusal {
  return new ReadRefusal('broken', {
    zh: `文件已损坏：${what.zh}。请在原来的软件里打开，重新保存或导出后再传。`,
    en: `The file is damaged: ${what.en}. Open it where it comes from, save or export it again, and send that.`,
  })
}

export function cutOff(what: Words): ReadRefusal {
  return new ReadRefusal('cut-off', {
    zh: `文件不完整：${what.zh}。可能没有传完或没有下载完，请重新传送。`,
    en: `The file is incomplete: ${what.en}. It may have been cut while it was sent or downloaded; send it again.`,
  })
}

export function noTable(what: Words): ReadRefusal {
  return new ReadRefusal('no-table', {
    zh: `文件里没有可以读取的数据：${what.zh}。`,
    en: `The file holds no data to read: ${what.en}.`,
  })
}
