// Builds the page and its fonts, when what they are built from has changed.
import { preparePage } from '#scripts/prepare.ts'

await preparePage()
