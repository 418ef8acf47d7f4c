// Who and why: asked with every change, the name remembered.
import type { Problem } from '#geodata/contract/problem.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'

type SignatureFieldsProps = {
  why: string
  setWhy: (why: string) => void
  /** Of the last try; says which of the two is missing or too long. */
  problem: Problem | null
}

export function SignatureFields({ why, setWhy, problem }: SignatureFieldsProps) {
  const isBad = (header: string) =>
    problem?.errors?.some(({ pointer }) => pointer === `${header}:`) ?? false
  return (
    <fieldset class="signature">
      <legend>{t('editor.signature')}</legend>
      <label>
        <span>
          {t('editor.reason')} <b aria-hidden="true">*</b>
        </span>
        <input
          type="text"
          value={why}
          aria-invalid={isBad('Atlas-Reason')}
          aria-required="true"
          placeholder={t('editor.reasonHint')}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
        {isBad('Atlas-Reason') && <small class="bad">{t('editor.reasonNeeded')}</small>}
      </label>
      <label>
        <span>
          {t('editor.name')} <b aria-hidden="true">*</b>
        </span>
        <input
          type="text"
          autocomplete="name"
          value={editorName.value}
          aria-invalid={isBad('Atlas-Editor')}
          aria-required="true"
          onInput={(event) => {
            editorName.value = event.currentTarget.value
          }}
        />
        {isBad('Atlas-Editor') && <small class="bad">{t('editor.nameNeeded')}</small>}
      </label>
    </fieldset>
  )
}
