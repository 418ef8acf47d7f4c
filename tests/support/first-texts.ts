// The page shows nothing before its texts are read; a test of a part of it begins there too.
import { boardTexts, firstTexts } from '#web/messages/index.ts'

await firstTexts
await boardTexts()
