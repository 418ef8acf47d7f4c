// What is kept cannot be worked with: why, and what to do about it, in both languages.

export class RefusedFile extends Error {}

type Text = { en: string; zh: string }

export function refusal(file: string, why: Text, remedy: Text): RefusedFile {
  return new RefusedFile(
    `${file} was left as it is: ${why.en}. ${remedy.en}\n${file} 未作改动：${why.zh}。${remedy.zh}`,
  )
}
