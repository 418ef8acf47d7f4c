// A short link to this comparison, or, where none can be stored, the long one with the reason.
import { useState } from 'preact/hooks'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { problemOf } from '#web/api/client.ts'
import { storeComparison } from '#web/api/comparisons.ts'
import { t } from '#web/messages/index.ts'
import { editorName } from '#web/panels/editor/editing.ts'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { view } from '#web/state/view/store.ts'
import { shownAddress } from '#web/workspaces/compare/kept/use-kept.ts'
import { comparisonToStore } from '#web/workspaces/compare/share/comparison-to-store.ts'
import { frameText } from '#web/workspaces/compare/share/frame-text.ts'
import { LinkToCopy } from '#web/workspaces/compare/share/link-to-copy.tsx'
import { isTooLong, Signature, TooLong } from '#web/workspaces/compare/signature.tsx'

type ShareProps = { title: string; result: ComparisonResult | null }

export function Share({ title, result }: ShareProps) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="compare-add" ref={root} onKeyDown={onKeyDown}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('share.share')}
      </button>
      {open && (
        <section class="compare-adding compare-share" aria-label={t('share.share')}>
          <Sharing title={title} result={result} />
        </section>
      )}
    </div>
  )
}

type Outcome = { kind: 'stored'; id: string } | { kind: 'refused'; problem: Problem }

/** Of whom the server takes no changes. */
const NOT_ALLOWED = [401, 403]

function Sharing({ title, result }: ShareProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  if (kept.value) return <Stored id={kept.value.id} title={kept.value.title} />
  if (outcome?.kind === 'stored') return <Stored id={outcome.id} title={title} />
  const problem = outcome?.problem ?? null
  const isForbidden = problem !== null && NOT_ALLOWED.includes(problem.status)
  return (
    <>
      {isForbidden ? (
        <p role="alert">{t('share.forbidden')}</p>
      ) : (
        <StoreForm title={title} result={result} setOutcome={setOutcome} />
      )}
      {problem && !isForbidden && (
        <p class="bad" role="alert">
          {t('share.notStored')} {problemText(problem)}
        </p>
      )}
      <LinkToCopy label={t('share.long')} text={shownAddress()} title={title} />
      <p class="site-note">{t('share.longHint')}</p>
    </>
  )
}

function Stored({ id, title }: { id: string; title: string }) {
  const link = `${location.origin}${location.pathname}?comparison=${encodeURIComponent(id)}`
  return (
    <>
      <LinkToCopy label={t('share.link')} text={link} title={title} isNew />
      <p class="site-note">{t('share.linkHint')}</p>
      <LinkToCopy label={t('share.embed')} text={frameText(link, title)} />
    </>
  )
}

type StoreFormProps = ShareProps & { setOutcome: (outcome: Outcome) => void }

function StoreForm({ title: given, result, setOutcome }: StoreFormProps) {
  // null: untouched, and in whatever language the page is read.
  const [typed, setTitle] = useState<string | null>(null)
  const title = typed ?? given
  const [isSending, setSending] = useState(false)
  const store = async () => {
    const comparison = result && comparisonToStore(title, view.peek(), result)
    if (!comparison || isTooLong(title) || isTooLong(editorName.peek())) return
    setSending(true)
    try {
      const by = { who: editorName.peek(), why: t('share.reason') }
      setOutcome({ kind: 'stored', id: (await storeComparison(comparison, by)).id })
    } catch (error) {
      setSending(false)
      setOutcome({ kind: 'refused', problem: problemOf(error) })
    }
  }
  if (!result) return <p class="site-note">{t('share.notYet')}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void store()
      }}
    >
      <label>
        {t('share.title')}
        <input
          required
          aria-invalid={isTooLong(title)}
          value={title}
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <TooLong text={title} />
      </label>
      <Signature label={t('share.who')} />
      <button type="submit" class="primary" disabled={isSending}>
        {t(isSending ? 'share.storing' : 'share.store')}
      </button>
    </form>
  )
}
