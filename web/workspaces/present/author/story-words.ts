// How the parts of a story file are called, in a sentence that says what is wrong with one.
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { chained, type FormWords, partsOf } from '#web/parts/words/refusal-text.ts'

const PARTS: Readonly<Record<string, MessageKey>> = {
  formatVersion: 'author.part.formatVersion',
  scenes: 'author.part.scenes',
  title: 'author.title',
  summary: 'author.summary',
  text: 'author.text',
  notes: 'author.notes',
  figures: 'author.part.figures',
  claims: 'author.part.claims',
  questions: 'author.questions',
  question: 'author.question',
  answer: 'author.answer',
  kind: 'author.part.kind',
  bounds: 'author.part.bounds',
  layers: 'author.layers',
  files: 'author.part.files',
  picture: 'author.part.picture',
  attachments: 'author.attached',
  seconds: 'author.seconds',
  transition: 'author.transition',
  label: 'author.figureLabel',
  targetMinutes: 'author.target',
  zh: 'author.part.zh',
  en: 'author.part.en',
}

export const STORY_WORDS: FormWords = {
  label: (pointer) =>
    chained(partsOf(pointer), (part) => {
      const key = PARTS[part]
      return key ? t(key) : null
    }),
  choice: (_, value) => value,
}
