// One field of the form, filled in as its kind asks for.
import { useId } from 'preact/hooks'
import type { Company } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import type { Field } from '#geodata/contract/editable/form-fields.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { setProperty } from '#web/panels/editor/editing.ts'
import { choiceName, fieldName } from '#web/panels/editor/editor-words.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { askFirmsNamed, companies, firmOf } from '#web/state/region/firms.ts'
import { parks, taxonomy } from '#web/state/region/lists.ts'

type EditorFieldProps = {
  field: Field
  collection: EditableId
  value: unknown
  error: string | null
}

export function EditorField({ field, collection, value, error }: EditorFieldProps) {
  const id = useId()
  const { name, required } = field
  const reads = typeof value === 'string' ? readAs(field, value) : null
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>
        {fieldName(collection, name)} {required && <b aria-hidden="true">*</b>}
      </label>
      <Input id={id} field={field} collection={collection} value={value} error={error} />
      {reads !== null && <small class="reads">{t('editor.reads', { words: reads })}</small>}
      {error && (
        <small id={`${id}-error`} class="bad">
          {error}
        </small>
      )}
    </div>
  )
}

/** What stands in the field in the reader's words; null: it stands there in them. */
function readAs({ kind }: Field, value: string): string | null {
  if (kind === 'company') {
    const firm = firmOf(value)
    return firm ? nameOf(firm.properties) : null
  }
  const words = inReadersWords(value)
  return words === value ? null : words
}

function Input({ id, field, collection, value, error }: EditorFieldProps & { id: string }) {
  const { name, kind, required } = field
  const common = {
    id,
    'aria-invalid': error !== null,
    'aria-required': required,
    ...(error ? { 'aria-describedby': `${id}-error` } : {}),
  }
  const set = (next: unknown) => setProperty(name, next)
  const text = value === null || value === undefined ? '' : String(value)
  switch (kind) {
    case 'choice':
    case 'park':
    case 'segment':
    case 'product':
      return (
        <Choice common={common} value={text} options={optionsOf(field, collection)} set={set} />
      )
    case 'segments':
    case 'products':
      return (
        <Several
          value={listed(value)}
          options={optionsOf(field, collection)}
          label={fieldName(collection, name)}
          set={set}
        />
      )
    case 'list':
      return (
        <textarea
          {...common}
          rows={2}
          placeholder={t('editor.listHint')}
          value={listed(value).join('\n')}
          onInput={(event) =>
            set(event.currentTarget.value.split('\n').filter((line) => line.trim() !== ''))
          }
        />
      )
    case 'words':
      return (
        <textarea
          {...common}
          rows={name === 'source' ? 3 : 2}
          value={text}
          onInput={(event) => set(event.currentTarget.value || null)}
        />
      )
    case 'company':
      return <Firm common={common} value={text} set={set} />
    case 'number':
      return (
        <input
          {...common}
          type="text"
          inputMode="decimal"
          value={text}
          onInput={(event) => set(numberOr(event.currentTarget.value))}
        />
      )
    case 'text':
      return (
        <input
          {...common}
          type="text"
          value={text}
          onInput={(event) => set(event.currentTarget.value || (required ? '' : null))}
        />
      )
  }
}

/** What may be chosen in a field that offers choices. */
function optionsOf({ kind, name, choices }: Field, collection: EditableId): [string, string][] {
  switch (kind) {
    case 'park':
      return parks.value.map(({ properties }) => [properties.id, nameOf(properties)])
    case 'segment':
    case 'segments':
      return segmentOptions()
    case 'product':
    case 'products':
      return productOptions()
    default:
      return choices.map((one) => [one, choiceName(collection, name, one)])
  }
}

const segmentOptions = (): [string, string][] =>
  taxonomy.value.map((one) => [one.segmentId, say(one.name)])

const productOptions = (): [string, string][] =>
  taxonomy.value.flatMap(({ products }) =>
    products.map((one): [string, string] => [one.productId, say(one.name)]),
  )

/** A number where it is one; else the text, for the server to say what was expected. */
function numberOr(text: string): number | string | null {
  if (text.trim() === '') return null
  const number = Number(text)
  return Number.isFinite(number) && !text.endsWith('.') ? number : text
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

type ChoiceProps = {
  common: object
  value: string
  options: [value: string, label: string][]
  set: (next: string | null) => void
}

function Choice({ common, value, options, set }: ChoiceProps) {
  const isKnown = value === '' || options.some(([one]) => one === value)
  return (
    <select {...common} value={value} onChange={(event) => set(event.currentTarget.value || null)}>
      <option value="">{t('editor.choose')}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([one, label]) => (
        <option key={one} value={one}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** So many firms are offered at once: of a hundred thousand nobody reads a list. */
const MOST_OFFERED = 40

type FirmProps = { common: { id: string }; value: string; set: (next: string | null) => void }

/** A firm by its id, found by a part of its name. */
function Firm({ common, value, set }: FirmProps) {
  const typed = value.trim().toLowerCase()
  const offered: Company[] = []
  askFirmsNamed(typed)
  for (const firm of companies.value) {
    const { id, nameZh, nameEn, unifiedCode } = firm.properties
    const names = [id, nameZh, nameEn, unifiedCode ?? '']
    if (names.some((name) => name.toLowerCase().includes(typed))) offered.push(firm)
    if (offered.length === MOST_OFFERED) break
  }
  return (
    <>
      <input
        {...common}
        type="text"
        list={`${common.id}-firms`}
        autocomplete="off"
        value={value}
        onInput={(event) => set(event.currentTarget.value.trim() || null)}
      />
      <datalist id={`${common.id}-firms`}>
        {offered.map(({ properties }) => (
          <option key={properties.id} value={properties.id}>
            {nameOf(properties)}
          </option>
        ))}
      </datalist>
    </>
  )
}

type SeveralProps = {
  value: string[]
  options: [value: string, label: string][]
  label: string
  set: (next: string[]) => void
}

function Several({ value, options, label, set }: SeveralProps) {
  return (
    <fieldset class="several">
      <legend class="visually-hidden">{label}</legend>
      {options.map(([one, name]) => (
        <label key={one} class="toggle">
          <input
            type="checkbox"
            checked={value.includes(one)}
            onChange={(event) =>
              set(
                event.currentTarget.checked
                  ? [...value, one]
                  : value.filter((other) => other !== one),
              )
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
