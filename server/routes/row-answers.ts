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

export const feature = () => ({ 'application/geo+json': { schema: answered(RowFeature) } })

export const written = () =>
  ok(feature(), 'The row as it is now; ETag, and Atlas-Change names the change')

export const deleted = () => ({
  '204': { description: 'Gone; Atlas-Change names the change' },
  ...problem(),
})
