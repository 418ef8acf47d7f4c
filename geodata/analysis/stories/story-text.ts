// What the words of a scene hold beside letters: emphasis, lists, links, in the signs of Markdown.
//
// What is read here is a tree of words and no markup: nothing that an author writes can become code of a page. Signs
// that are not read, HTML among them, stay in the words as they were written.
import MarkdownIt, { type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'

export type Piece =
  | { kind: 'words'; words: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; pieces: Piece[] }
  | { kind: 'link'; href: string; pieces: Piece[] }

export type Block =
  | { kind: 'paragraph'; pieces: Piece[] }
  /** `from`: the number of the first; null: a list without numbers. */
  | { kind: 'list'; from: number | null; items: Block[][] }

/** Where a link may lead: nothing that a browser would run. */
const MAY_LEAD = /^(https?|mailto):/i

/** Lists within lists deeper than this would be left out by the reader. */
const MOST_NESTED = 20
const TOO_DEEP = new RegExp(
  `^(\\s*([-*+]|\\d+[.)])\\s+){${MOST_NESTED},}|^\\s{${3 * MOST_NESTED},}`,
  'm',
)

const reader = new MarkdownIt('zero', { breaks: true })
  .set({ maxNesting: 4 * MOST_NESTED })
  .enable(['emphasis', 'list', 'link', 'newline', 'escape'])
  // The plain rules close no emphasis after "。" or before "“".
  .use(cjkFriendly)
reader.validateLink = (href: string) => MAY_LEAD.test(href)

/** The text of a scene as paragraphs and lists, each run of words as `fill` gives it back (with figures in it). */
export function readStoryText(
  text: string,
  fill: (words: string) => string = (words) => words,
): Block[] {
  if (TOO_DEEP.test(text))
    return [{ kind: 'paragraph', pieces: [{ kind: 'words', words: fill(text) }] }]
  return blocksIn(reader.parse(text, {}).values(), fill)
}

/** The same for whoever shows plain words: paragraphs and items each on a line of its own. */
export function plainStoryText(text: string): string {
  return linesOf(readStoryText(text)).join('\n')
}

type Tokens = Iterator<Token>
type Fill = (words: string) => string

/** Up to what closes the block that the tokens are in. */
function blocksIn(tokens: Tokens, fill: Fill): Block[] {
  const blocks: Block[] = []
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value
    const { type, children } = token
    if (type === 'inline') {
      blocks.push({ kind: 'paragraph', pieces: piecesIn((children ?? []).values(), fill) })
    } else if (type === 'bullet_list_open') {
      blocks.push({ kind: 'list', from: null, items: itemsIn(tokens, fill) })
    } else if (type === 'ordered_list_open') {
      const from = Number(token.attrGet('start') ?? 1)
      blocks.push({ kind: 'list', from, items: itemsIn(tokens, fill) })
    } else if (type === 'list_item_close') return blocks
  }
  return blocks
}

function itemsIn(tokens: Tokens, fill: Fill): Block[][] {
  const items: Block[][] = []
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value.type !== 'list_item_open') return items
    items.push(blocksIn(tokens, fill))
  }
  return items
}

function piecesIn(tokens: Tokens, fill: Fill): Piece[] {
  const pieces: Piece[] = []
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value
    if (token.nesting === -1) return pieces
    if (token.type === 'softbreak' || token.type === 'hardbreak') pieces.push({ kind: 'break' })
    else if (token.type === 'strong_open') {
      pieces.push({ kind: 'strong', pieces: piecesIn(tokens, fill) })
    } else if (token.type === 'em_open') {
      pieces.push({ kind: 'emphasis', pieces: piecesIn(tokens, fill) })
    } else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '')
      pieces.push({ kind: 'link', href, pieces: piecesIn(tokens, fill) })
    } else if (token.content) pieces.push({ kind: 'words', words: fill(token.content) })
  }
  return pieces
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return wordsOf(block.pieces).split('\n')
    return block.items.flatMap((item, index) => {
      const mark = block.from === null ? '· ' : `${block.from + index}. `
      return linesOf(item).map((line, at) => (at === 0 ? mark + line : line))
    })
  })
}

const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.words
      return piece.kind === 'break' ? '\n' : wordsOf(piece.pieces)
    })
    .join('')
