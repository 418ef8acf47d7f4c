// Who and why: asked with every change, the name remembered.
import type { Problem } from '#geodata/contract/problem.ts'
import { t } from '#web/messages/index.ts'
import { editorName, setName } from '#web/panels/editor/editing.ts'
import { rowWords } from '#web/panels/editor/editor-words.ts'
import { refusalText } from '#web/parts/words/refusal-text.ts'

type SignatureFieldsProps = {
  why: string
  setWhy: (why: string) => void
  /** Of the last try; says which of the two is missing or too long. */
  problem: Problem | null
}

export function SignatureFields({ why, setWhy, problem }: SignatureFieldsProps) {
  const saidOf = (header: string) => {
    const error = problem?.errors?.find(({ pointer }) => pointer === `${header}:`)
    return error ? refusalText(error, rowWords('')) : null
  }
  const [reason, who] = [saidOf('Atlas-Reason'), saidOf('Atlas-Editor')]
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
          aria-invalid={reason !== null}
          aria-required="true"
          placeholder={t('editor.reasonHint')}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
        {reason && <small class="bad">{reason}</small>}
      </label>
      <label>
        <span>
          {t('editor.name')} <b aria-hidden="true">*</b>
        </span>
        <input
          type="text"
          autocomplete="name"
          value={editorName.value}
          aria-invalid={who !== null}
          aria-required="true"
          onInput={(event) => setName(event.currentTarget.value)}
        />
        {who && <small class="bad">{who}</small>}
      </label>
    </fieldset>
  )
}
