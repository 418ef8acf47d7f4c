// A component that is fetched, with its texts, when its place on the page is first drawn: on its way, there, or not come.
import { type ComponentChild, type FunctionComponent, h, type VNode } from 'preact'
import { connection, requestFailed } from '#web/api/connection.ts'
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

async function fetched<P>(load: Load<P>): Promise<FunctionComponent<P>> {
  try {
    await fetchStylesAgain()
    return (await Promise.all([load(), boardTexts()]))[0]
  } catch (error) {
    // A browser keeps to itself why code did not come.
    requestFailed(new TypeError('The code of a part of the page was not reached.'))
    throw error
  }
}

/** Styles that did not come. What fetches a component asks for each of its styles once; so they are asked for here. */
const stylesMissing = new Set<HTMLLinkElement>()
globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') stylesMissing.add(target)
  },
  // Such an error does not rise.
  true,
)

function fetchStylesAgain(): Promise<unknown> {
  return Promise.all(
    [...stylesMissing].map(
      (link) =>
        new Promise((resolve, reject) => {
          stylesMissing.delete(link)
          const again = link.cloneNode() as HTMLLinkElement
          again.onload = resolve
          again.onerror = reject
          link.replaceWith(again)
        }),
    ),
  )
}

export function useLazy<P = object>(load: Load<P>): Loading<P> {
  const whole = () => fetched(load)
  const { answer, again } = useAnswer(whole, '')
  if (answer.kind === 'answered') return { Loaded: answer.result, isFailed: false, words: null }
  if (answer.kind !== 'failed') {
    const words = <p role="status">{t('layout.view.loading')}</p>
    return { Loaded: null, isFailed: false, words }
  }
  const isAway = connection.value !== 'up'
  const words = (
    <div role="alert">
      <p>{t(isAway ? 'layout.view.away' : 'layout.view.failed')}</p>
      <p class="fetch-again">
        <button type="button" onClick={again}>
          {t('common.retry')}
        </button>
        {/* A server that answers may have a newer page than this one. */}
        {!isAway && (
          <button type="button" onClick={() => location.reload()}>
            {t('layout.view.reload')}
          </button>
        )}
      </p>
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
