// Puts a page built by Vite into one HTML file: code and styles within it, under a policy that allows no others.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

export type OneFile = {
  /** The frame: an HTML file with an empty policy, an empty style and an empty module in it. */
  frame: string
  /** The name of the file that is made. */
  output: string
  /** What the page may load and ask beside its own code and styles. */
  policy: readonly string[]
}

export function oneFile({ frame, output, policy }: OneFile): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Vite itself writes into the code until then.
      order: 'post',
      handler(_, bundle) {
        const parts = Object.values(bundle)
        const [chunk, ...chunks] = parts.filter((part) => part.type === 'chunk')
        const assets = parts.filter((part) => part.type === 'asset')
        const isStyle = ({ fileName }: { fileName: string }) => fileName.endsWith('.css')
        const beside = [...chunks, ...assets.filter((asset) => !isStyle(asset))]
        if (!chunk || beside.length > 0) {
          const names = beside.map(({ fileName }) => fileName).join(', ')
          throw new Error(`One file of code was expected; beside it came ${names || 'nothing'}.`)
        }
        const styles = assets.filter(isStyle).map(({ source }) => String(source))
        for (const { fileName } of parts) delete bundle[fileName]
        const html = readFileSync(frame, 'utf8')
        const source = pageOf(html, chunk.code, styles.join(''), policy)
        this.emitFile({ type: 'asset', fileName: output, source })
      },
    },
  }
}

function pageOf(frame: string, code: string, styles: string, policy: readonly string[]): string {
  // Nothing within may end the element it stands in.
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  if (/<\/style/i.test(styles)) throw new Error('The styles hold the end of an element of styles.')
  const sum = createHash('sha256').update(script).digest('base64')
  const whole = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    ...policy.map((line) => line.replace('script-src', `script-src 'sha256-${sum}'`)),
  ].join('; ')
  const places = [
    ['Content-Security-Policy" content="', whole],
    ['<style>', styles],
    ['<script type="module">', script],
  ] as const
  return places.reduce((html, [before, text]) => html.replace(before, () => before + text), frame)
}
