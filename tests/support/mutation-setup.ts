// A mutant need not be explained, only found: no shrinking, the same towns each time, a second each.
import fc from 'fast-check'

fc.configureGlobal({ endOnFailure: true, seed: 1, interruptAfterTimeLimit: 1000 })
