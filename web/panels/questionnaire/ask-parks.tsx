// The button that opens what parks are asked and answer; all of it comes when it is first opened.
import { h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { useLazy } from '#web/parts/controls/lazy.tsx'
import { openedOver } from '#web/state/view/opened.ts'

export type AskParksProps = {
  /** Whom to ask; absent: the first of the ranking. */
  candidateIds?: readonly string[]
  isQuiet?: true
  /** Said instead of its words, which it begins with: which park, where there are several such buttons. */
  label?: string
}

export function AskParks({ candidateIds, isQuiet, label }: AskParksProps) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  useEffect(() => (isOpen ? openedOver(close) : undefined), [isOpen])
  return (
    <>
      <button
        type="button"
        class={isQuiet && 'quiet'}
        aria-haspopup="dialog"
        aria-label={label}
        onClick={() => setOpen(true)}
      >
        {t('questionnaire.open')}
      </button>
      {isOpen && <Opened close={close} {...(candidateIds ? { candidateIds } : {})} />}
    </>
  )
}

type OpenedProps = Pick<AskParksProps, 'candidateIds'> & { close: () => void }

const load = async () =>
  (await import('#web/panels/questionnaire/questionnaire-dialog.tsx')).QuestionnaireDialog

function Opened(props: OpenedProps) {
  const { Loaded, words } = useLazy<OpenedProps>(load)
  return Loaded ? h(Loaded, props) : words
}
