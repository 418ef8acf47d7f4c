// What does the operator set, and what is said when it is invalid or too open?
import { z } from 'zod'
import { BASEMAP_EXPECTED_ZH, BasemapEnvironment } from '#server/basemaps/environment.ts'
import { isLoopback, type Serving } from '#server/http/address.ts'

const PORT_EXPECTED = 'PORT is a whole number from 0 to 65535'

const REMOTE_HOST_EXPECTED =
  'REMOTE_HOST is an IPv4 address of this machine, like 192.168.1.5, or it is not set'
const REMOTE_PORT_EXPECTED = 'REMOTE_PORT is a whole number from 0 to 65535'

const Shape = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_EXPECTED)
    .transform(Number)
    .pipe(z.number().max(65535, PORT_EXPECTED))
    .default(8787),
  OPEN_TO_NETWORK: z.enum(['', 'read'], 'OPEN_TO_NETWORK is “read”, or it is not set').optional(),
  PUBLIC_URL: z
    .string()
    .refine((text) => text === '' || isPlainAddress(text), {
      error: 'PUBLIC_URL is an address like https://atlas.example.org or https://example.org/atlas',
    })
    .optional(),
  TRUST_PROXY: z.enum(['', 'no', 'yes'], 'TRUST_PROXY is “yes” or “no”').optional(),
  REMOTE_HOST: z.union([z.literal(''), z.ipv4()], REMOTE_HOST_EXPECTED).optional(),
  REMOTE_PORT: z
    .string()
    .regex(/^(\d{1,5})?$/, REMOTE_PORT_EXPECTED)
    .transform(Number)
    .pipe(z.number().max(65535, REMOTE_PORT_EXPECTED))
    .default(0),
  DATA_DIR: z.string().min(1).default('data'),
  MAP_APPROVAL_NUMBER: z.string().optional(),
  ADMIN_TOKEN: z
    .string()
    .regex(/^(\S{16,})?$/, 'ADMIN_TOKEN has at least 16 characters and no spaces')
    .optional(),
  ...BasemapEnvironment,
})
export type Environment = z.infer<typeof Shape>

const EXPECTED_ZH: Record<string, string> = {
  HOST: 'HOST 应为主机名或地址',
  PORT: 'PORT 应为 0 到 65535 的整数',
  OPEN_TO_NETWORK: 'OPEN_TO_NETWORK 应为“read”，或不设置',
  PUBLIC_URL: 'PUBLIC_URL 应为 https://atlas.example.org 或 https://example.org/atlas 这样的地址',
  TRUST_PROXY: 'TRUST_PROXY 应为“yes”或“no”',
  REMOTE_HOST: 'REMOTE_HOST 应为本机的 IPv4 地址（如 192.168.1.5），或不设置',
  REMOTE_PORT: 'REMOTE_PORT 应为 0 到 65535 的整数',
  DATA_DIR: 'DATA_DIR 应为文件夹路径',
  ADMIN_TOKEN: 'ADMIN_TOKEN 至少 16 个字符，不含空格',
  ...BASEMAP_EXPECTED_ZH,
}

const SECRETS = ['ADMIN_TOKEN', 'TIANDITU_KEY']

/** What was set, or the lines that say what is wrong with it. */
export function environmentOf(
  given: Record<string, string | undefined>,
): { kind: 'set'; environment: Environment } | { kind: 'refused'; lines: string[] } {
  const parsed = Shape.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      // A secret that is too short is still a secret.
      const came = SECRETS.includes(name) ? '…' : given[name]
      return `${name} came as “${came}”: ${issue.message}. ${EXPECTED_ZH[name]}，现为“${came}”。`
    })
    return { kind: 'refused', lines }
  }
  const { HOST, OPEN_TO_NETWORK } = parsed.data
  if (isLoopback(HOST) || OPEN_TO_NETWORK === 'read') {
    return { kind: 'set', environment: parsed.data }
  }
  return {
    kind: 'refused',
    lines: [
      `HOST came as “${HOST}”, which others than this machine can reach. Set OPEN_TO_NETWORK=read too, and everybody there may read; changing, uploading and long work then need the admin token.`,
      `HOST 现为“${HOST}”，本机以外也能访问。如确需开放，请同时设置 OPEN_TO_NETWORK=read：他人可以查看，修改、上传和长时间计算需要管理口令。`,
    ],
  }
}

/** A public address is open too: through its proxy come others than this machine. */
export function servingOf({
  HOST,
  OPEN_TO_NETWORK,
  PUBLIC_URL,
  TRUST_PROXY,
}: Environment): Serving {
  const publicUrl = URL.parse(PUBLIC_URL ?? '')
  return {
    host: HOST,
    publicUrl,
    trustsProxy: TRUST_PROXY === 'yes',
    isOpen:
      OPEN_TO_NETWORK === 'read' ||
      TRUST_PROXY === 'yes' ||
      (publicUrl !== null && !isLoopback(publicUrl.hostname)),
  }
}

function isPlainAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    !url.search &&
    !url.hash &&
    !url.username &&
    /^(\/[\w.~-]+)*\/?$/.test(url.pathname)
  )
}
