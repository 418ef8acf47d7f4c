// Why could something not be written, that is no fault of the writer's and none of the program's?

/** 'busy': another program is writing; 'disk-full': there is no room, or the disk takes nothing. */
export type Trouble = 'busy' | 'disk-full'

/** Null: something else went wrong. */
export function troubleOf(error: unknown): Trouble | null {
  const code = String(Object(error).code)
  if (/^SQLITE_BUSY/.test(code)) return 'busy'
  const isFull =
    /^SQLITE_(FULL|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE))$/.test(code) ||
    /^(ENOSPC|EDQUOT|EFBIG)$/.test(code)
  return isFull ? 'disk-full' : null
}
