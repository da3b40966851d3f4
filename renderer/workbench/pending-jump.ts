import type { Range } from '../../shared/text/sentences.ts'
import { createStore } from '../ui/store.ts'

/** A place in a paper: a range of its text, or a paragraph as it stands there. */
export type PlaceInPaper = { paperId: string } & (Range | { paragraph: string })

/** A place that is to be shown as soon as its paper is open; any screen may ask for it. */
export const pendingJump = createStore<PlaceInPaper | null>(null)

/** A fact whose field another screen wants to be shown; `people` is the roster. */
export const pendingFact = createStore<{ key: string } | null>(null)
