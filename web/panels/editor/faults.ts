// What keeps a draft from being saved that is known before the server is asked? Every field and who and why at once.
import { DRAFTS, type EditableId } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import type { FieldError, Problem } from '#geodata/contract/problem.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { signatureFault } from '#geodata/contract/signature.ts'
import type { By, RowDraft } from '#web/api/edits.ts'

/** Of the fields that a person fills in; the server works out the others by itself. */
export function faultsOf(collection: EditableId, draft: RowDraft, by: By): FieldError[] {
  const own = new Set(fieldsOf(collection).map(({ name }) => name))
  const properties = Object.fromEntries(
    Object.entries(draft.properties).filter(([name]) => own.has(name)),
  )
  const sent = { type: draft.type, geometry: draft.geometry, properties }
  const read = DRAFTS[collection].safeParse(sent, { reportInput: true })
  return [...(read.success ? [] : refusalsOf(read.error, sent, '')), ...unsigned(by)]
}

function unsigned({ who, why }: By): FieldError[] {
  return [
    signatureFault('Atlas-Reason', why.trim()),
    signatureFault('Atlas-Editor', who.trim()),
  ].filter((one) => one !== null)
}

/** As the server would refuse it. */
export function refusedFor(errors: FieldError[]): Problem {
  const said = {
    en: errors.map(({ detail }) => detail).join(' '),
    zh: errors.map(({ detailZh }) => detailZh).join(' '),
  }
  return {
    type: 'about:blank',
    title: said.en,
    titleZh: said.zh,
    status: 400,
    detail: said.en,
    detailZh: said.zh,
    errors,
  }
}
