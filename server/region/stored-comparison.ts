// A comparison as it was stored under its id.
import {
  COMPARISON_VERSION,
  Comparison,
  type StoredComparison,
} from '#geodata/contract/comparisons.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { ProblemError } from '#server/http/problem.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Outcome, Signature } from '#server/store/row-store.ts'
import type { Store } from '#server/store/store.ts'

/** The collection that holds them. */
export const COMPARISONS = 'comparisons'

/** Of sixteen hexadecimal digits: a million comparisons and one in two million shares its address. */
const ID_LENGTH = 16

/** Made from what is stored: the same comparison has the same id, and none can be changed under it. */
export function comparisonIdOf(comparison: Comparison): string {
  return hashOf(comparison).slice(0, ID_LENGTH)
}

/** Under an id where nothing is. */
export function writeComparison(
  { rows }: Pick<Store, 'rows'>,
  region: RegionId,
  comparison: Comparison,
  by: Signature,
): Promise<Outcome> {
  return rows.write(region, {
    collection: COMPARISONS,
    id: comparisonIdOf(comparison),
    seen: 'nothing',
    by,
    draft: () => ({
      type: 'Feature',
      geometry: null,
      properties: {
        title: comparison.title,
        content: JSON.stringify(comparison),
        source: by.who,
        confidence: 'high',
      },
    }),
  })
}

export async function storedComparison(
  { rows, history }: Pick<Store, 'rows' | 'history'>,
  region: RegionId,
  id: string,
): Promise<StoredComparison | null> {
  const row = await rows.find(region, COMPARISONS, id)
  if (!row) return null
  const [made] = await history.changes(region, { collection: COMPARISONS, rowId: id })
  const comparison = readContent(id, String(row.feature.properties.content))
  return { id, comparison, storedAt: made?.changedAt ?? null, storedBy: made?.who ?? null }
}

export function noComparison(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no comparison “${id}”: it was deleted, or the link is not whole.`,
    `没有编号为“${id}”的比选：可能已被删除，或链接不完整。`,
  )
}

/** What was stored under the id; a 422 where this server cannot read it. */
function readContent(id: string, content: string): Comparison {
  const held = jsonIn(content)
  const read = Comparison.safeParse(held)
  if (read.success) return read.data
  const { version } = (held ?? {}) as { version?: unknown }
  if (typeof version === 'number' && version > COMPARISON_VERSION) {
    throw new ProblemError(
      422,
      `Comparison “${id}” was stored by a newer version of the atlas (${version}; ${COMPARISON_VERSION} is the newest read here): ask the operator to update this server.`,
      `编号为“${id}”的比选由较新版本保存（第 ${version} 版，此处最多能读第 ${COMPARISON_VERSION} 版）：请管理员更新本服务。`,
    )
  }
  throw new ProblemError(
    422,
    `Comparison “${id}” is damaged and cannot be read: ask whoever shared it to share it again.`,
    `编号为“${id}”的比选已损坏，无法读取：请分享者重新分享。`,
  )
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
