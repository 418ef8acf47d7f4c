// Who writes, and why? Two headers say so until accounts exist, in percent-encoded UTF-8.
import type { Context } from 'hono'
import type { FieldError } from '#geodata/contract/problem.ts'
import { signatureFault } from '#geodata/contract/signature.ts'
import { ProblemError, refusal } from '#server/http/problem.ts'
import type { Seen, Signature } from '#server/store/row-store.ts'

/** Who and why, or an error for each header that is missing, empty, too long or not percent-encoded UTF-8. */
export function signatureOf(c: Context): { by: Signature | null; errors: FieldError[] } {
  const errors: FieldError[] = []
  const [who, why] = (['Atlas-Editor', 'Atlas-Reason'] as const).map((header) => {
    const text = decoded(c.req.header(header) ?? '')
    const fault = signatureFault(header, text)
    if (fault) errors.push(fault)
    return fault ? '' : (text ?? '')
  }) as [string, string]
  return { by: errors.length === 0 ? { who, why } : null, errors }
}

/** Who and why, or a 400. */
export function editorOf(c: Context): Signature {
  const { by, errors } = signatureOf(c)
  if (by) return by
  throw refusal(errors)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text).trim()
  } catch {
    return null
  }
}

/** The hashes that If-Match names; a 428 where it is missing. */
export function seenBy(c: Context): Seen {
  const header = c.req.header('If-Match')
  if (header) return seenIn(header)
  throw new ProblemError(
    428,
    'Send If-Match with the ETag you last read, so that nobody’s change is lost.',
    '请带上最近一次读到的 ETag（If-Match），以免覆盖他人的修改。',
  )
}

/** A proxy may call a tag weak; what stands after the hash counts other rows. */
export function seenIn(header: string): Seen {
  if (header.trim() === '*') return 'anything'
  const tags = header.matchAll(/"([^"-]*)[^"]*"/g)
  return [...tags].map(([, hash]) => hash ?? '')
}
