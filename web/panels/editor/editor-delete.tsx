// What refers to a row that the user wants to delete, before it goes.
import type { Dependent } from '#geodata/contract/history.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { type Editing, setReason } from '#web/panels/editor/editing.ts'
import { rowWords } from '#web/panels/editor/editor-words.ts'
import { keepRow, removeRow } from '#web/panels/editor/saving.ts'
import { SignatureFields } from '#web/panels/editor/signature-fields.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'

type EditorDeleteProps = { now: Editing; dependents: readonly Dependent[] }

export function EditorDelete({ now, dependents }: EditorDeleteProps) {
  const { nameZh, nameEn } = now.base.properties as { nameZh?: string; nameEn?: string }
  const name = nameZh ? nameOf({ nameZh, nameEn: nameEn ?? null }) : (now.seen?.id ?? '')
  return (
    <section class="editor" role="alertdialog" aria-label={t('editor.deleteTitle', { name })}>
      <h2>{t('editor.deleteTitle', { name })}</h2>
      <p>
        {dependents.length > 0
          ? t('editor.dependents', { count: dependents.length })
          : t('editor.noDependents')}
      </p>
      <ul class="dependents">
        {dependents.map((one) => (
          <li key={`${one.collection}/${one.id}/${one.relation.en}`}>
            {nameOf(one)} <small>{say(one.relation)}</small>
          </li>
        ))}
      </ul>
      <SignatureFields why={now.why} setWhy={setReason} problem={now.problem} />
      <p role="alert" class="editor-problem">
        {now.problem && problemText(now.problem, rowWords(now.collection))}
      </p>
      <p class="acts">
        <button
          type="button"
          class="primary"
          disabled={now.isBusy}
          onClick={() => void removeRow()}
        >
          {dependents.length > 0 ? t('editor.deleteDetach') : t('editor.delete')}
        </button>
        <button type="button" onClick={keepRow}>
          {t('editor.keep')}
        </button>
      </p>
    </section>
  )
}
