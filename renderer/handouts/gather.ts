import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Handout } from '../../shared/model/handouts/handout.ts'
import { readPaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Material } from './materials.ts'

/** What a print run needs of one material. */
export type PrintContent =
  | { type: 'paper'; doc: PaperNode; kind: 'standard' | 'podium' }
  | { type: 'handout'; handout: Handout }

interface Gathering<T> {
  materials: readonly Material[]
  load(material: Material): Promise<T>
  /** Said before each; `done` of them are there. */
  onProgress(done: number, label: string): void
  /** Said when it was cancelled, with how many of them are there. */
  onStop(done: number): void
  signal: AbortSignal
}

/** Loads one after the other; null when it was cancelled meanwhile. @throws Failure */
export async function gather<T>({ materials, load, onProgress, onStop, signal }: Gathering<T>): Promise<T[] | null> {
  const result: T[] = []
  for (const [done, material] of materials.entries()) {
    if (signal.aborted) break
    onProgress(done, material.label)
    result.push(await load(material))
  }
  if (!signal.aborted) return result
  onStop(result.length)
  return null
}

interface Request {
  backend: Backend
  meetingId: string
  absent: string[]
}

/** @throws Failure */
export function loadWord({ backend, meetingId, absent }: Request, { content }: Material) {
  return content.type === 'paper'
    ? backend.call('export.docx', { paperId: content.paperId, layout: content.layout })
    : backend.call('handout.docx', { meetingId, kind: content.kind, absent })
}

/** @throws Failure */
export async function loadPrint(request: Request, { content }: Material): Promise<PrintContent> {
  const { backend, meetingId, absent } = request
  if (content.type === 'paper') {
    const { body } = await backend.call('paper.get', { id: content.paperId })
    return { type: 'paper', doc: readPaper(body), kind: content.layout }
  }
  const handout: CommandOutput<'handout.get'> = await backend.call('handout.get', {
    meetingId,
    kind: content.kind,
    absent,
  })
  return { type: 'handout', handout }
}
