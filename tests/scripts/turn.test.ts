import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { inTurn, turnAddress } from '#scripts/turn.mjs'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const never = () => {
  throw new Error('It waited.')
}

it('lets works of other names and other folders go side by side', async () => {
  const [here, there] = [temporaryFolder(), temporaryFolder()]
  const answer = await inTurn(here, 'build', never, () =>
    inTurn(here, 'set-up', never, () => inTurn(there, 'build', never, async () => 'side by side')),
  )
  expect(answer).toBe('side by side')
})

it('gives the turn on when the work of another failed', async () => {
  const folder = temporaryFolder()
  const failed = inTurn(folder, 'build', never, async () => {
    throw new Error('It failed.')
  })
  await expect(failed).rejects.toThrow('It failed.')
  expect(await inTurn(folder, 'build', never, async () => 'done')).toBe('done')
})

it('names the place for the system: without a file where the system frees it by itself', () => {
  expect(turnAddress('/park', 'set-up', 'linux')).toMatch(/^\0park-atlas-\w{24}$/)
  expect(turnAddress('/park', 'set-up', 'win32')).toMatch(/^\\\\\.\\pipe\\park-atlas-\w{24}$/)
  expect(path.dirname(turnAddress('/park', 'set-up', 'darwin'))).toBe(tmpdir())
})
