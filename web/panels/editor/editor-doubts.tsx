// The place may be a slip: what is doubtful of it and what would follow, before it is saved.
import { useEffect, useRef } from 'preact/hooks'
import { doubtWords, type PlaceDoubt } from '#geodata/analysis/place/place-doubts.ts'
import { say, t } from '#web/messages/index.ts'
import { EditorFollows } from '#web/panels/editor/editor-follows.tsx'
import { changePlace, save } from '#web/panels/editor/saving.ts'

export function EditorDoubts({ doubts }: { doubts: readonly PlaceDoubt[] }) {
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <section
      class="editor"
      role="alertdialog"
      aria-labelledby="place-doubts"
      aria-describedby="place-doubts-list"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        changePlace()
      }}
    >
      <h2 id="place-doubts">{t('editor.doubts')}</h2>
      <ul id="place-doubts-list" class="doubts">
        {doubts.map((doubt) => (
          <li key={doubt.kind}>{say(doubtWords(doubt))}</li>
        ))}
      </ul>
      <EditorFollows />
      <p class="acts">
        <button ref={back} type="button" class="primary" onClick={changePlace}>
          {t('editor.changePlace')}
        </button>
        <button type="button" onClick={() => void save({ isMeant: true })}>
          {t('editor.saveAnyway')}
        </button>
      </p>
    </section>
  )
}
