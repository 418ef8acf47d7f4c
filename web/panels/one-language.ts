// Which half of a name that says itself twice, e.g. "骨架路网 skeleton", does the reader want?
import { language } from '#web/messages/index.ts'

const TWICE = /^(\p{Script=Han}+) ([a-z][\x20-\x7e]*)$/u

/** The half in the view's language; a name that is not Chinese followed by English stays whole. */
export function oneLanguage(name: string): string {
  const [, chinese, english] = name.match(TWICE) ?? []
  return (language.value === 'en' ? english : chinese) ?? name
}
