import type { Range } from '../../shared/text/sentences.ts'
import { createStore } from '../ui/store.ts'

/** A place in a paper that another screen wants to be shown once the paper is open. */
export const pendingJump = createStore<({ paperId: string } & Range) | null>(null)
