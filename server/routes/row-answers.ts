// How is the writing of a row described: who writes, what must not have changed, what is returned?
import { RowFeature } from '#geodata/contract/history.ts'
import { answered, header, ok, problem, query } from '#server/http/described.ts'

export const BY = [
  header('Atlas-Editor', true, 'who makes the change, 1 to 80 characters, percent-encoded UTF-8'),
  header('Atlas-Reason', true, 'why, 1 to 500 characters, percent-encoded UTF-8'),
]
export const IF_MATCH = header('If-Match', true, 'the ETag last read; * for whatever is there')
export const DETACH = query('detach', 'true: rows that name this one no longer do', {
  type: 'boolean',
})
export const OUTSIDE = query('outside', 'true: a place outside the region is meant', {
  type: 'boolean',
})
/** What is said of every write of a row that may have a place. */
export const JUDGED =
  'A place that is new or was moved is judged. Outside the region it is refused (422) unless outside=true. In another district than before or than named (other-district), beside the middle line of a river (river) or far from where it was (far) it is saved, and Atlas-Doubts names the doubts, separated by commas.'

export const feature = () => ({ 'application/geo+json': { schema: answered(RowFeature) } })

export const written = () =>
  ok(
    feature(),
    'The row as it is now; ETag, Atlas-Change names the change, Atlas-Doubts what is doubtful of its place',
  )

export const deleted = () => ({
  '204': { description: 'Gone; Atlas-Change names the change' },
  ...problem(),
})
