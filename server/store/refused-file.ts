// What is kept cannot be worked with: why, and what to do about it, in both languages.

export class RefusedFile extends Error {}

type Text = { en: string; zh: string }

/** Of one file, or of several that belong together. */
export function refusal(files: string | readonly string[], why: Text, remedy: Text): RefusedFile {
  const all = typeof files === 'string' ? [files] : files
  const left = all.length > 1 ? 'were left as they are' : 'was left as it is'
  return new RefusedFile(
    `${all.join(', ')} ${left}: ${why.en}. ${remedy.en}\n${all.join('、')} 未作改动：${why.zh}。${remedy.zh}`,
  )
}
