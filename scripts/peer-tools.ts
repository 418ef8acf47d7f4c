// Which programs that only tests ask are missing here, and how are they installed?
//
// They are witnesses from outside: what they say of our files is not our own opinion. Where one is
// missing its tests are skipped, so the run names it at its end.
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export type PeerTool = { command: string; debianPackage: string }

export const PEER_TOOLS: readonly PeerTool[] = [
  { command: 'ogrinfo', debianPackage: 'gdal-bin' },
  { command: 'ogr2ogr', debianPackage: 'gdal-bin' },
  { command: 'pdfinfo', debianPackage: 'poppler-utils' },
  { command: 'pdftotext', debianPackage: 'poppler-utils' },
  { command: 'pdffonts', debianPackage: 'poppler-utils' },
  { command: 'pdfimages', debianPackage: 'poppler-utils' },
  { command: 'soffice', debianPackage: 'libreoffice-calc-nogui' },
  { command: 'unshare', debianPackage: 'util-linux' },
  { command: 'ip', debianPackage: 'iproute2' },
]

/** Those that no folder of `searchPath` has. */
export function missingTools(searchPath: string): PeerTool[] {
  const folders = searchPath.split(path.delimiter).filter(Boolean)
  return PEER_TOOLS.filter(
    ({ command }) => !folders.some((folder) => isProgram(path.join(folder, command))),
  )
}

/** What to say of them, in both languages; null when none is missing. */
export function toolsNote(missing: readonly PeerTool[]): string | null {
  if (missing.length === 0) return null
  const names = missing.map(({ command }) => command).join(', ')
  const packages = [...new Set(missing.map(({ debianPackage }) => debianPackage))].join(' ')
  const install = `apt-get install -y --no-install-recommends ${packages}`
  return (
    `Not everything was tested: ${names} missing. On Debian: ${install}\n` +
    `有些测试未运行：缺少 ${names}。Debian 上安装：${install}`
  )
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
