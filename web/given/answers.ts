// Answers in the place of the server: what the file holds, and what its kernel works out.
import { effect } from '@preact/signals'
import type { AnsweredId } from '#geodata/analysis/answering/answers.ts'
import {
  type GivenFile,
  type GivenStory,
  LICENCES_PATH,
  NO_KERNEL_HERE,
  NOT_GIVEN,
  questionAsked,
  refusedAs,
  storyFilePath,
} from '#geodata/contract/given.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { StandIn } from '#web/api/reach.ts'
import { askHere, kernelState } from '#web/state/answers/worked-out.ts'

/** No address of any place: the workers know by it which of their files is meant. */
const NOWHERE = 'within:'
const EXECUTION = /^\/api\/processes\/([^/]+)\/execution$/
/** What stands on roads alone; the facts that others need are not in the file. */
const WORKED_OUT: readonly string[] = ['isochrone', 'od-matrix'] satisfies AnsweredId[]

export function standInOf({ answers }: GivenStory): StandIn {
  const licences = URL.createObjectURL(
    new Blob([answers[LICENCES_PATH] ?? ''], { type: 'text/plain;charset=utf-8' }),
  )
  const files = filesOf(answers)
  return {
    addressOf: (path) =>
      path === LICENCES_PATH ? licences : (files.addressOf(path) ?? NOWHERE + path),
    answer: async (address, { body, signal }) => {
      // Lists are held whole: which page of one is asked for does not matter.
      const [path = ''] = address.split('?')
      const inputs = typeof body === 'string' ? JSON.parse(body).inputs : undefined
      const question = questionAsked(path, inputs)
      const held = answers[question]
      if (held !== undefined) return answered(held)
      const refusal = answers[refusedAs(question)]
      if (refusal !== undefined) return refused(JSON.parse(refusal))
      const id = path.match(EXECUTION)?.[1]
      if (!id || !WORKED_OUT.includes(id)) return refused(NOT_GIVEN)
      await kernelSettled()
      const worked = await askHere(id as AnsweredId, inputs, signal ?? new AbortController().signal)
      if (worked?.kind === 'answered') return answered(worked.text)
      return refused(worked?.problem ?? NO_KERNEL_HERE)
    },
  }
}

/** Pictures and files of the story, each at an address of its own from the first time it is asked for. */
function filesOf(answers: GivenStory['answers']) {
  const known = new Map<string, string>()
  return {
    /** null: the path leads to no file. */
    addressOf: (path: string): string | null => {
      if (!path.startsWith(storyFilePath(''))) return null
      const held = answers[path]
      if (held === undefined) return null
      const address = known.get(path) ?? URL.createObjectURL(blobOf(JSON.parse(held)))
      known.set(path, address)
      return address
    },
  }
}

function blobOf({ mediaType, bytes }: GivenFile): Blob {
  const plain = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
  return new Blob([plain], { type: mediaType })
}

/** Once the kernel holds its network, or is known to do without. */
function kernelSettled(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = effect(() => {
    const state = kernelState.value
    if (state && state.kind !== 'opening') resolve()
  })
  return promise.finally(stop)
}

const answered = (text: string) =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } })

const refused = (problem: Problem) =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
