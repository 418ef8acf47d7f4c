// Characters that XML cannot hold stand in a workbook as _x000D_ (ECMA-376 part 1, 22.9.2.19).
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
}
