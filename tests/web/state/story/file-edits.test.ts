// Pictures and files of a draft: put in once, counted, and gone with the last scene that names them.
import { describe, expect, it } from 'vitest'
import { usedFilesOnly } from '#geodata/analysis/stories/scene-files.ts'
import { Story } from '#geodata/contract/stories.ts'
import type { StoryFile } from '#geodata/contract/story-files.ts'
import { roomFor, withAttachment, withPicture } from '#web/state/story/file-edits.ts'
import { mergeStories } from '#web/state/story/merge-stories.ts'
import { emptyPlate, removed, withScene } from '#web/state/story/story-edits.ts'

const MEBIBYTE = 1024 * 1024
const words = { zh: '词', en: 'word' }
const file = (digit: string, byteCount = MEBIBYTE): StoryFile => ({
  id: digit.repeat(64),
  name: `${digit}.png`,
  mediaType: 'image/png',
  byteCount,
})
const bare = Story.parse({
  formatVersion: 2,
  id: 's',
  title: words,
  summary: words,
  scenes: ['a', 'b'].map((id) => ({ ...emptyPlate('section'), id })),
})
const names = ({ files }: Story) => files?.map(({ name }) => name)

describe('files of a draft', () => {
  it('stand once, whoever names them, as the contract has it', () => {
    const twice = withAttachment(withPicture(bare, 'a', file('1')), 'b', file('1'))
    expect(names(twice)).toEqual(['1.png'])
    expect(withAttachment(twice, 'b', file('1')).scenes[1]?.attachments).toHaveLength(1)
    expect(Story.parse(twice)).toEqual(twice)
  })

  it('go with the last scene that names them, and with nothing before', () => {
    const twice = withAttachment(withPicture(bare, 'a', file('1')), 'b', file('1'))
    const without = usedFilesOnly(withScene(twice, 'a', { picture: undefined }))
    expect(names(without)).toEqual(['1.png'])
    expect(usedFilesOnly(removed(without, 'b'))).not.toHaveProperty('files')
    expect(usedFilesOnly(bare)).toBe(bare)
    expect(usedFilesOnly(twice)).toBe(twice)
  })

  it('take the words of the picture before with them when it is replaced', () => {
    const told = withScene(withPicture(bare, 'a', file('1')), 'a', {
      picture: { fileId: file('1').id, alt: words, credit: words },
    })
    expect(withPicture(told, 'a', file('1'))).toEqual(told)
    expect(withPicture(told, 'a', file('2')).scenes[0]?.picture).toEqual({
      fileId: file('2').id,
      alt: { zh: '', en: '' },
    })
  })

  it('have room up to eight mebibytes together, one more time for what is there already', () => {
    const full = ['1', '2', '3', '4'].reduce(
      (story, digit) => withAttachment(story, 'a', file(digit, 2 * MEBIBYTE)),
      bare,
    )
    expect(roomFor(full, file('5', 1))).toBe('too-much')
    expect(roomFor(full, file('1', 2 * MEBIBYTE))).toBeNull()
    expect(roomFor(withScene(bare, 'a', {}), file('1', 2 * MEBIBYTE))).toBeNull()
  })

  it('of two authors are both there after a merge, without what both took out', () => {
    const base = withPicture(bare, 'a', file('1'))
    const mine = usedFilesOnly(withPicture(base, 'a', file('2')))
    const theirs = withAttachment(base, 'b', file('3'))
    const { story, conflicts } = mergeStories(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(names(story)?.sort()).toEqual(['2.png', '3.png'])
  })
})
