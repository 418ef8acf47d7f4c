// Makes what is missing, then serves the page and the API on one address.
import { spawn } from 'node:child_process'
import { endTogether } from '#scripts/end-together.ts'
import { prepare } from '#scripts/prepare.ts'

await prepare(process.env.DATA_DIR ?? 'data')
endTogether([spawn(process.execPath, ['server/main.ts'], { stdio: 'inherit' })])
