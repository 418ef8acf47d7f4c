// What is answered where a name on a map holds a character that no font has?
import { namedCharacter } from '#server/fonts/fonts-for.ts'
import { ProblemError } from '#server/http/problem.ts'

export function unwritable(missing: readonly string[]): ProblemError {
  const named = missing.map(namedCharacter)
  return new ProblemError(
    422,
    `The font has no glyph for ${named.join(', ')}: write the name without it.`,
    `字体中没有 ${named.join('、')}：请在名称中去掉。`,
  )
}
