import type { Range } from '../../shared/text/sentences.ts'
import { createStore } from '../ui/store.ts'

/** A place in a paper that another screen wants to be shown once the paper is open. */
export const pendingJump = createStore<({ paperId: string } & Range) | null>(null)

/** A fact whose field another screen wants to be shown; `people` is the roster. */
export const pendingFact = createStore<{ key: string } | null>(null)
