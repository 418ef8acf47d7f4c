// On which network did the server's last answer stand? Its hash; null before the first. Another tab, or another
// person, may have put one to use that this page has not heard of.
import { signal } from '@preact/signals'

export const stoodOn = signal<string | null>(null)

/** Takes note of an answer of the server. */
export function noteBasis<Result extends object>(result: Result): Result {
  const { basis } = result as { basis?: { network?: { hash?: string } } }
  stoodOn.value = basis?.network?.hash ?? stoodOn.peek()
  return result
}
