// One tile from another server: within a time, of a kind and a size that a tile has, or a problem.
//
// What goes wrong is reported in our own words: an address with a key in it must reach no page and no log.

import type { Bilingual } from '#geodata/contract/shared.ts'
import { ProblemError } from '#server/http/problem.ts'

const TIMEOUT_MILLISECONDS = 8000
const MOST_BYTES = 2 * 1024 * 1024
/** Of what the other server says instead of a picture. */
const MOST_REASON_BYTES = 2000

type Asked = { name: Bilingual; secret: string; signal: AbortSignal }
type Picture = { bytes: Uint8Array<ArrayBuffer>; type: string }

/** Null where the other server has no such tile. */
export async function fetchTile(address: string, asked: Asked): Promise<Picture | null> {
  const { name } = asked
  const timeout = AbortSignal.timeout(TIMEOUT_MILLISECONDS)
  try {
    const response = await fetch(address, {
      redirect: 'error',
      headers: { Accept: 'image/*', 'User-Agent': 'ParkAtlas' },
      signal: AbortSignal.any([timeout, asked.signal]),
    })
    if (response.status === 404 || response.status === 204) {
      await response.body?.cancel()
      return null
    }
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? ''
    if (!response.ok || !/^image\/(png|jpeg|webp)$/.test(type)) {
      throw refused(response.status, await reasonIn(response, asked.secret), type, name)
    }
    const bytes = await beginningOf(response, MOST_BYTES + 1)
    if (bytes.length > MOST_BYTES) throw tooLarge(name)
    return { bytes, type }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    if (timeout.aborted) {
      const seconds = TIMEOUT_MILLISECONDS / 1000
      throw new ProblemError(
        504,
        `${name.en} did not answer within ${seconds} seconds.`,
        `${name.zh}在 ${seconds} 秒内没有回答。`,
      )
    }
    throw new ProblemError(
      502,
      `${name.en} cannot be reached from this server; it may have no way to the internet.`,
      `本服务器连不上${name.zh}；可能没有互联网。`,
    )
  }
}

function refused(status: number, reason: string, type: string, name: Bilingual): ProblemError {
  const said = reason ? { en: ` It said: ${reason}`, zh: `对方说：${reason}` } : { en: '', zh: '' }
  if ([401, 403, 418].includes(status)) {
    return new ProblemError(
      502,
      `${name.en} refused the key (${status}); the operator checks TIANDITU_KEY, its kind (server) and its quota.${said.en}`,
      `${name.zh}拒绝了密钥（${status}）；请由运营者检查 TIANDITU_KEY、密钥类型（服务端）和配额。${said.zh}`,
    )
  }
  return new ProblemError(
    502,
    `${name.en} answered ${status} with ${type || 'no type'} where a picture was expected.${said.en}`,
    `${name.zh}回答 ${status}（${type || '无类型'}），应为图片。${said.zh}`,
  )
}

/** What the other server says in a few words, without the key. */
async function reasonIn(response: Response, secret: string): Promise<string> {
  const bytes = await beginningOf(response, MOST_REASON_BYTES).catch(() => new Uint8Array(0))
  const text = new TextDecoder().decode(bytes)
  const message = /"msg"\s*:\s*"([^"]{1,120})"/.exec(text)?.[1] ?? ''
  return message.replaceAll(secret, '…')
}

/** So many bytes of the body at most; the rest is never fetched. */
async function beginningOf(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    bytes += part.byteLength
    if (bytes >= most) break
  }
  return Uint8Array.from(Buffer.concat(parts).subarray(0, most))
}

function tooLarge(name: Bilingual): ProblemError {
  return new ProblemError(
    502,
    `A tile of ${name.en} is over ${MOST_BYTES} bytes.`,
    `${name.zh}的瓦片超过 ${MOST_BYTES} 字节。`,
  )
}
