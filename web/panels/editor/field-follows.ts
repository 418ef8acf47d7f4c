// Which fields does a draft change, and what is counted by them?
import type { Park } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import { t } from '#web/messages/index.ts'
import { choiceName, fieldName, valueWords } from '#web/panels/editor/editor-words.ts'

export type Line = { term: string; before: string | null; after: string }

/** Longer texts are cut: the whole stands in its field. */
const SHOWN_LETTERS = 40

type Properties = Record<string, unknown>

/** A line for each changed field of a row that is there; of a park's stage the parks at both stages too. */
export function fieldFollows(
  collection: EditableId,
  base: Properties,
  draft: Properties,
  parks: readonly Park[],
): Line[] {
  const said = (name: string, value: unknown) => {
    const words = valueWords(collection, name, value)
    return words.length > SHOWN_LETTERS ? `${words.slice(0, SHOWN_LETTERS)}…` : words
  }
  const lines = fieldsOf(collection)
    .filter(({ name }) => plain(base[name]) !== plain(draft[name]))
    .map(({ name }) => ({
      term: fieldName(collection, name),
      before: said(name, base[name]),
      after: said(name, draft[name]),
    }))
  return collection === 'parks' ? [...lines, ...stageLines(base.stage, draft.stage, parks)] : lines
}

/** What was never given and what was emptied are one. */
const plain = (value: unknown) => JSON.stringify(value === '' ? null : (value ?? null))

function stageLines(before: unknown, after: unknown, parks: readonly Park[]): Line[] {
  if (before === after) return []
  const at = (stage: unknown) => parks.filter(({ properties }) => properties.stage === stage).length
  const line = (stage: unknown, by: number) => ({
    term: t('editor.follows.stageCount', { stage: choiceName('parks', 'stage', String(stage)) }),
    before: String(at(stage)),
    after: String(at(stage) + by),
  })
  return [...(before ? [line(before, -1)] : []), ...(after ? [line(after, 1)] : [])]
}
