// Reads a stream of server-sent events as a test asks for them: one after the other, or the next that fits.

export type HeardEvent = { name: string; data: unknown; id: string | null }

export type Hearing = {
  /** The next event; null: the stream has ended. */
  next: () => Promise<HeardEvent | null>
  /** The next of the name, with its data; what comes before it is passed over. Throws at the end. */
  until: <T>(name: string, fits?: (data: T) => boolean) => Promise<T>
  stop: () => Promise<void>
}

export function hearing(response: Response): Hearing {
  if (!response.body) throw new Error(`No stream came, but ${response.status}.`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const waiting: HeardEvent[] = []
  const next = async (): Promise<HeardEvent | null> => {
    while (waiting.length === 0) {
      const { done, value } = await reader.read()
      if (done) return null
      text += value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const line = (start: string) =>
          block
            .split('\n')
            .find((one) => one.startsWith(start))
            ?.slice(start.length)
        const data = line('data: ')
        if (data === undefined) continue
        waiting.push({
          name: line('event: ') ?? '',
          data: JSON.parse(data),
          id: line('id: ') ?? null,
        })
      }
    }
    return waiting.shift() ?? null
  }
  return {
    next,
    until: async <T>(name: string, fits: (data: T) => boolean = () => true) => {
      for (;;) {
        const event = await next()
        if (event === null) throw new Error(`The stream ended before “${name}” came.`)
        if (event.name === name && fits(event.data as T)) return event.data as T
      }
    },
    stop: () => reader.cancel(),
  }
}
