import type { Backend } from '../../shared/contract/backend.ts'
import { type FactDefinition, factTexts } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'

/** A stored paper as text, with its own meeting's facts filled in. @throws Failure */
export async function paperText(
  backend: Backend,
  { paperId, meetingId }: { paperId: string; meetingId: string },
  definitions: readonly FactDefinition[],
): Promise<string> {
  const [{ body }, { facts, people }, { settings }] = await Promise.all([
    backend.call('paper.get', { id: paperId }),
    backend.call('meeting.get', { id: meetingId }),
    backend.call('settings.get', {}),
  ])
  return textView(readPaper(body), factTexts({ definitions, values: facts, people, settings })).text
}
