// Who signs what is stored of a comparison, and how long a title or a name may be: a longer one is told, never cut.
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'

/** What is kept of a title and of who signs. */
const LONGEST = 80

export const isTooLong = (text: string): boolean => text.trim().length > LONGEST

/** Made here and typed by nobody, a title that is too long ends where it is seen to end. */
export const shortened = (title: string): string =>
  isTooLong(title) ? `${title.slice(0, LONGEST - 1)}…` : title

export function TooLong({ text }: { text: string }) {
  if (!isTooLong(text)) return null
  return (
    <small class="text-too-long" role="alert">
      {t('compare.tooLong', { most: LONGEST, count: text.trim().length })}
    </small>
  )
}

export function Signature({ label }: { label: string }) {
  return (
    <label>
      <span>
        {label} <b aria-hidden="true">*</b>
      </span>
      <input
        required
        aria-invalid={isTooLong(editorName.value)}
        autocomplete="name"
        value={editorName.value}
        onInput={({ currentTarget }) => {
          editorName.value = currentTarget.value
        }}
      />
      <TooLong text={editorName.value} />
    </label>
  )
}
