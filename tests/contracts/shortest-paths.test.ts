// Does every search answer what the contract of shortest paths asks?
import { describe } from 'vitest'
import { SEARCHES } from '#tests/contracts/searches.ts'
import { shortestPathSuite } from '#tests/contracts/shortest-paths.ts'

describe.each(Object.entries(SEARCHES))('%s, on any town', (_, search) => shortestPathSuite(search))
