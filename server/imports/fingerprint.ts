// Is a row still as it was when somebody looked at it?
import { createHash } from 'node:crypto'
import type { RowFeature } from '#geodata/contract/history.ts'

export function fingerprintOf({ geometry, properties }: RowFeature): string {
  const text = JSON.stringify([geometry ?? null, properties])
  return createHash('sha256').update(text).digest('base64url')
}
