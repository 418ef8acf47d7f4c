// A component that is fetched, with its texts, when its place on the page is first drawn: on its way, there, or not come.
import { type ComponentChild, type FunctionComponent, h, type VNode } from 'preact'
import { boardTexts, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'

/** Fetches a component. */
export type Load<P = object> = () => Promise<FunctionComponent<P>>

type Loading<P> = {
  /** null: on its way, or it did not come. */
  Loaded: FunctionComponent<P> | null
  isFailed: boolean
  /** Says either, with a way to try again; null: it is there. */
  words: VNode | null
}

export function useLazy<P = object>(load: Load<P>): Loading<P> {
  const whole = async () => (await Promise.all([load(), boardTexts()]))[0]
  const { answer, again } = useAnswer(whole, '')
  if (answer.kind === 'answered') return { Loaded: answer.result, isFailed: false, words: null }
  if (answer.kind !== 'failed') {
    const words = <p role="status">{t('layout.view.loading')}</p>
    return { Loaded: null, isFailed: false, words }
  }
  const words = (
    <div role="alert">
      <p>{t('layout.view.failed')}</p>
      <button type="button" onClick={again}>
        {t('common.retry')}
      </button>
    </div>
  )
  return { Loaded: null, isFailed: true, words }
}

type LazyProps = {
  load: Load
  /** What stands in its place until then, with the words that say so; else only a failure is said. */
  until?: (words: VNode) => ComponentChild
}

/** Has a `key` where another component may take its place. */
export function Lazy({ load, until }: LazyProps) {
  const { Loaded, isFailed, words } = useLazy(load)
  if (Loaded) return h(Loaded, {})
  if (!words) return null
  if (until) return <>{until(words)}</>
  return isFailed ? words : null
}
