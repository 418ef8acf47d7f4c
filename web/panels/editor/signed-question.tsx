// Before a change is undone or a proposal answered: who does it, and why, where it is asked.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { By } from '#web/api/edits.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { SignatureFields } from '#web/panels/editor/signature-fields.tsx'

/** The problem where the signature was refused; null: it is done, or refused for another reason, said elsewhere. */
export type SignedAct = (by: By) => Promise<Problem | null>

export const isSignature = (pointer: string) => /^Atlas-(Editor|Reason):$/.test(pointer)

type SignedQuestionProps = {
  act: string
  /** The reason that is offered; people may write another. */
  why: string
  onAct: SignedAct
  onClose: () => void
  /** What not doing it is called. */
  cancel?: string
}

export function SignedQuestion(props: SignedQuestionProps) {
  const { act, why: offered, onAct, onClose, cancel = t('editor.cancel') } = props
  const form = useRef<HTMLFormElement>(null)
  const [why, setWhy] = useState(offered)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    const fault = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const first = editorName.peek() ? 'button' : 'input[autocomplete="name"]'
    ;(fault ?? form.current?.querySelector<HTMLElement>(first))?.focus()
  }, [problem])
  const submit = async () => {
    setBusy(true)
    const refused = await onAct({ who: editorName.peek(), why })
    setBusy(false)
    if (refused) setProblem(refused)
    else onClose()
  }
  return (
    <form
      ref={form}
      class="editor signed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <SignatureFields why={why} setWhy={setWhy} problem={problem} />
      <p class="acts">
        <button type="submit" class="primary" disabled={isBusy}>
          {act}
        </button>
        <button type="button" onClick={onClose}>
          {cancel}
        </button>
      </p>
    </form>
  )
}
