import { type Library, openLibrary } from '../../electron/store/library.ts'
import { writePaper } from '../../shared/model/paper.ts'
import { paperSchema } from '../../shared/model/schema.ts'
import { createGrammar, randomFrom } from './grammar.ts'

export interface SeedOptions {
  dataDir: string
  meetings: number
  /** In all papers and 素材 together. */
  paragraphs: number
  seed: number
  tell?(done: number): void
}

const KINDS = ['speech', 'host-script', 'response'] as const
const TITLES = ['讲话', '主持词', '表态发言']

/** Fills the library of a folder with invented meetings; the same seed gives the same words. */
export async function fillLibrary({ dataDir, meetings, paragraphs, seed, tell }: SeedOptions): Promise<void> {
  const grammar = createGrammar(randomFrom(seed))
  const library = openLibrary({ dataDir, clock: () => new Date(), log: console.error })
  try {
    let written = 0
    for (let number = 0; number < meetings; number++) {
      const until = Math.round((paragraphs * (number + 1)) / meetings)
      library.writeAside(() => addMeeting(library, grammar, until - written))
      written = until
      if (number % 50 === 49) tell?.(number + 1)
    }
  } finally {
    await library.close()
  }
}

/** Three papers and one old paper share the paragraphs. */
function addMeeting(library: Library, grammar: ReturnType<typeof createGrammar>, paragraphs: number): void {
  const unit = grammar.unit()
  const meeting = library.meetings.add(`巡察${unit}情况反馈会议`, false)
  library.facts.replace(meeting.id, { unit })
  const people = Array.from({ length: 6 }, () => ({
    name: grammar.person(),
    post: '党委委员',
    organization: `${unit}党委`,
  }))
  library.people.replace(meeting.id, people)
  const share = Math.floor(paragraphs / 4)
  const some = (count: number) => Array.from({ length: Math.max(1, count) }, () => grammar.paragraph())
  KINDS.forEach((kind, index) => {
    const title = `在巡察${unit}情况反馈会议上的${TITLES[index]}`
    const body = writePaper(
      paperSchema.node('doc', null, [
        paperSchema.node('title', null, paperSchema.text(title)),
        ...some(share).map((text) => paperSchema.node('paragraph', null, paperSchema.text(text))),
      ]),
    )
    library.papers.add({ meetingId: meeting.id, kind, title, body })
  })
  const text = some(paragraphs - 3 * share).join('\n')
  library.documents.add({
    meetingId: null,
    fileName: `${unit}旧稿.docx`,
    title: `${unit}旧稿`,
    text,
    characters: text.length,
  })
}
