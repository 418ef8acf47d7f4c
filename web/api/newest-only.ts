// How does the page keep up with a hand? One question at a time, and then only the newest one.

export type NewestOnly<Question> = {
  /** Asks when the answer under way is there; of the questions that wait only this one is kept. */
  follow: (question: Question) => void
  /** Asks at once; whatever is under way is dropped and told to nobody. */
  instead: (question: Question) => void
  /** Drops what is under way and what waits. */
  stop: () => void
}

type Told<Question, Answer> = {
  answered: (answer: Answer, question: Question) => void
  failed: (error: unknown, question: Question) => void
  /** Called with true when a question goes out and with false when none is left. */
  busy?: (busy: boolean) => void
}

/** Answers come in the order of their questions, since the next one waits for them. */
export function newestOnly<Question, Answer>(
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
  told: Told<Question, Answer>,
): NewestOnly<Question> {
  let running: AbortController | null = null
  let waiting: { question: Question } | null = null
  const run = async (question: Question): Promise<void> => {
    const mine = new AbortController()
    running = mine
    told.busy?.(true)
    try {
      const answer = await ask(question, mine.signal)
      if (running === mine) told.answered(answer, question)
    } catch (error) {
      if (running === mine) told.failed(error, question)
    }
    if (running !== mine) return
    running = null
    const next = waiting
    waiting = null
    if (next) void run(next.question)
    else told.busy?.(false)
  }
  const drop = () => {
    running?.abort()
    running = null
    waiting = null
  }
  return {
    follow: (question) => {
      if (running) waiting = { question }
      else void run(question)
    },
    instead: (question) => {
      drop()
      void run(question)
    },
    stop: () => {
      drop()
      told.busy?.(false)
    },
  }
}
