// In which language is a name or a note? A screen reader speaks Chinese words in Chinese on an English page.
import { language } from '#web/messages/index.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'

const HAN = /\p{Script=Han}/u
/** Chinese with the marks, digits and capitals between its characters. */
const HAN_RUN = /(\p{Script=Han}+(?:[^a-z\n\p{Script=Han}]*\p{Script=Han}+)*[）》」”。]?)/u
/** A word that is spelled, and no abbreviation or number of a part. */
const SPELLED = /\p{Ll}{4}/u

/** The parts of a text, those in another language than `page` with that language. */
export function partsByLanguage(
  text: string,
  page: 'zh-CN' | 'en',
): { text: string; lang: 'zh-CN' | 'en' | null }[] {
  if (page === 'zh-CN') {
    return [{ text, lang: !HAN.test(text) && SPELLED.test(text) ? 'en' : null }]
  }
  return text
    .split(HAN_RUN)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, lang: HAN.test(part) ? 'zh-CN' : null }))
}

/** A text as it came from the data, each part in its language. */
export function Words({ of: text }: { of: string }) {
  return (
    <>
      {partsByLanguage(inReadersWords(text), language.value).map(({ text: part, lang }, index) =>
        lang === null ? (
          part
        ) : (
          <span key={index} lang={lang}>
            {part}
          </span>
        ),
      )}
    </>
  )
}
