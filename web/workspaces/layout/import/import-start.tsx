// Which table, and which file: dropped, chosen or pasted; and the files that are under way or written already.
import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { IMPORT_TABLE_IDS } from '#geodata/contract/importing/field-words.ts'
import { MOST_IMPORT_MEBIBYTES } from '#geodata/contract/imports.ts'
import { sizeText } from '#geodata/contract/story-files.ts'
import { problemOf } from '#web/api/client.ts'
import { sendFile, templateAddress } from '#web/api/imports.ts'
import { at } from '#web/api/reach.ts'
import { language, t } from '#web/messages/index.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { useMedia } from '#web/parts/controls/use-media.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { chosenTable } from '#web/state/chosen-table.ts'
import { changeView } from '#web/state/view/store.ts'
import { ImportsKept } from '#web/workspaces/layout/import/imports-kept.tsx'
import { keepSent } from '#web/workspaces/layout/import/sent-files.ts'
import { useStepFocus } from '#web/workspaces/layout/import/step-focus.ts'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

/** What has become of the file that was given. */
type Given =
  | { kind: 'none' }
  | { kind: 'sending'; name: string; size: string; stop: () => void }
  | { kind: 'refused'; words: string }

const NARROW = '(max-width: 760px)'

export function ImportStart({ isFirst }: { isFirst: RefObject<boolean> }) {
  const board = useRef<HTMLDivElement>(null)
  useStepFocus({ within: board, step: 'start', state: '', isChosen: true, isFirst })
  const [given, setGiven] = useState<Given>({ kind: 'none' })
  // A list of all tables would push the place for files out of sight.
  const isNarrow = useMedia(NARROW)
  const send = async (file: { name: string; bytes: Blob }) => {
    const refused = unfit(file)
    if (refused) return setGiven({ kind: 'refused', words: refused })
    const under = new AbortController()
    setGiven({
      kind: 'sending',
      name: file.name,
      size: sizeText(file.bytes.size),
      stop: () => under.abort(),
    })
    try {
      const { id } = await sendFile(chosenTable.peek(), file, under.signal)
      keepSent(id, file)
      changeView({ imported: { id, step: null } })
    } catch (error) {
      setGiven(
        under.signal.aborted
          ? { kind: 'none' }
          : { kind: 'refused', words: problemText(problemOf(error)) },
      )
    }
  }
  const take = (files: ArrayLike<File>) => {
    const [file, another] = Array.from(files)
    if (another) setGiven({ kind: 'refused', words: t('imports.oneFile') })
    else if (file) void send({ name: file.name, bytes: file })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped anywhere is taken; its buttons do the same
    <div
      ref={board}
      class="import-board is-start"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (given.kind !== 'sending') take(event.dataTransfer?.files ?? [])
      }}
      onPaste={(event) => {
        if (event.target instanceof HTMLTextAreaElement || given.kind === 'sending') return
        const { files } = event.clipboardData ?? {}
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (files && files.length > 0) take(files)
        else if (text.trim()) void send(pasted(text))
      }}
    >
      <header>
        <h1 tabIndex={-1}>{t('imports.start')}</h1>
        <p class="lead">{t('imports.startLead')}</p>
      </header>
      {isNarrow ? <TableSelect /> : <Tables />}
      <section class="import-give" aria-labelledby="import-give">
        <h2 id="import-give">{t('imports.give', { table: tableTitle(chosenTable.value) })}</h2>
        {given.kind === 'sending' ? (
          <Sending given={given} />
        ) : (
          <FileField onFiles={take} onText={(text) => void send(pasted(text))} />
        )}
        {given.kind === 'refused' && (
          <p class="import-alert" role="alert">
            {given.words}
          </p>
        )}
      </section>
      <ImportsKept />
    </div>
  )
}

const pasted = (text: string) => ({ name: t('imports.pastedName'), bytes: new Blob([text]) })

/** Why it is not even sent; null: it is. */
function unfit({ bytes }: { bytes: Blob }): string | null {
  if (bytes.size === 0) return t('imports.empty')
  if (bytes.size <= MOST_IMPORT_MEBIBYTES * 2 ** 20) return null
  return t('imports.tooLarge', { size: sizeText(bytes.size), most: MOST_IMPORT_MEBIBYTES })
}

function Sending({ given }: { given: Extract<Given, { kind: 'sending' }> }) {
  return (
    <div class="import-drop">
      <p role="status">{t('imports.sending', { name: given.name, size: given.size })}</p>
      <progress aria-label={t('imports.sending', { name: given.name, size: given.size })} />
      <button type="button" onClick={given.stop}>
        {t('imports.cancel')}
      </button>
    </div>
  )
}

function Tables() {
  return (
    <fieldset class="import-tables">
      <legend>{t('imports.which')}</legend>
      <ul>
        {IMPORT_TABLE_IDS.map((id) => (
          <li key={id}>
            <label class="import-choice">
              <input
                type="radio"
                name="import-table"
                checked={chosenTable.value === id}
                onChange={() => (chosenTable.value = id)}
              />
              <span>{tableTitle(id)}</span>
            </label>
            <TemplateLink table={id} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function TableSelect() {
  return (
    <div class="import-tables is-narrow">
      <label>
        <span>{t('imports.which')}</span>
        <select
          value={chosenTable.value}
          onChange={({ currentTarget }) => (chosenTable.value = currentTarget.value)}
        >
          {IMPORT_TABLE_IDS.map((id) => (
            <option key={id} value={id}>
              {tableTitle(id)}
            </option>
          ))}
        </select>
      </label>
      <TemplateLink table={chosenTable.value} />
    </div>
  )
}

function TemplateLink({ table }: { table: string }) {
  return (
    <a
      href={at(templateAddress(table, language.value))}
      download
      aria-label={t('imports.templateOf', { table: tableTitle(table) })}
    >
      <Icon path="M12 4v11M7 11l5 5 5-5M5 20h14" />
      {t('imports.template')}
    </a>
  )
}

type FileFieldProps = { onFiles: (files: ArrayLike<File>) => void; onText: (text: string) => void }

function FileField({ onFiles, onText }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  return (
    <>
      <div class="import-drop">
        <p>{t('imports.drop')}</p>
        <label class="import-file">
          <input
            ref={input}
            type="file"
            aria-label={t('imports.chooseFile')}
            onChange={({ currentTarget }) => {
              const files = Array.from(currentTarget.files ?? [])
              // The same file can be chosen again once it was mended.
              currentTarget.value = ''
              onFiles(files)
            }}
          />
          <span aria-hidden="true">{t('imports.chooseFile')}</span>
        </label>
        <p class="site-note">{t('imports.kinds')}</p>
        <p class="site-note">{t('imports.limits', { most: MOST_IMPORT_MEBIBYTES })}</p>
      </div>
      <details class="import-paste">
        <summary>{t('imports.paste')}</summary>
        <textarea
          rows={6}
          spellcheck={false}
          aria-label={t('imports.pasteHere')}
          placeholder={t('imports.pasteHint')}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="button" disabled={text.trim() === ''} onClick={() => onText(text)}>
          {t('imports.pasteTake')}
        </button>
      </details>
    </>
  )
}
