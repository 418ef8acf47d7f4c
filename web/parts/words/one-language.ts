// Which half of a name that says itself twice, e.g. "骨架路网 skeleton", does the reader want?
import { language } from '#web/messages/index.ts'

const TWICE = /^(\p{Script=Han}+) ([a-z][\x20-\x7e]*)$/u
/** The server names a street network in both languages around its id. */
const AROUND_ID = /^(路网 (.+)) (street network \2)$/

/** The half in the view's language; a name that is not Chinese followed by English stays whole. */
export function oneLanguage(name: string): string {
  const around = name.match(AROUND_ID)
  const [, chinese, english] = around ? [name, around[1], around[3]] : (name.match(TWICE) ?? [])
  return (language.value === 'en' ? english : chinese) ?? name
}
