// The text of a scene as it is read: paragraphs, lists, emphasis, links, with the scene's figures in it.
import type { JSX } from 'preact'
import { type Block, type Piece, readStoryText } from '#geodata/analysis/stories/story-text.ts'
import type { FigureAnswer, Scene } from '#geodata/contract/stories.ts'
import { figuresIn, sideOf } from '#web/workspaces/present/present-figures.tsx'

type SceneTextProps = {
  scene: Scene
  answers: readonly (FigureAnswer | undefined)[]
  part?: 'text' | 'notes'
  class?: string
}

export function SceneText({ scene, answers, part = 'text', ...rest }: SceneTextProps) {
  const words = scene[part]
  if (!words) return null
  const blocks = readStoryText(sideOf(words), (run) => figuresIn(run, scene, answers))
  return <div class={`story-text ${rest.class ?? ''}`.trim()}>{blocks.map(shown)}</div>
}

function shown(block: Block, key: number): JSX.Element {
  if (block.kind === 'paragraph') return <p key={key}>{block.pieces.map(said)}</p>
  const items = block.items.map((item, index) => <li key={index}>{item.map(shown)}</li>)
  return block.from === null ? (
    <ul key={key}>{items}</ul>
  ) : (
    <ol key={key} start={block.from}>
      {items}
    </ol>
  )
}

function said(piece: Piece, key: number): JSX.Element | string {
  switch (piece.kind) {
    case 'words':
      return piece.words
    case 'break':
      return <br key={key} />
    case 'strong':
      return <strong key={key}>{piece.pieces.map(said)}</strong>
    case 'emphasis':
      return <em key={key}>{piece.pieces.map(said)}</em>
    case 'link':
      return (
        <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer">
          {piece.pieces.map(said)}
        </a>
      )
  }
}
