// Under what name is a file saved? It says what it is and of which day.

/** What no file system takes in a name. */
const REFUSED = /[\\/:*?"<>|：\p{Cc}]+/gu

/** Without its extension. */
export function fileName(title: string, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return `${title.replace(REFUSED, ' ').replace(/\s+/g, ' ').trim()} ${day}`
}
