import type { CommandOutput } from '../../../shared/contract/commands.ts'
import { fold, queryTerms } from '../../../shared/text/fold.ts'
import type { Found } from '../../store/search-index.ts'
import type { Handlers, ServiceContext } from '../service-context.ts'
import { findPaper } from '../stored-meetings.ts'
import type { SearchThread } from './search-thread.ts'

type Hit = CommandOutput<'search.find'>['names'][number]

/** Characters of a paragraph shown around the first word found. */
const SHOWN = 140
/** No paragraph that somebody would take over is longer. */
const LONGEST = 5000

/** Where the words of a query stand; `initials` as an index holds them. Ordered, without overlaps. */
export function marksOf(text: string, initials: string, query: string): { start: number; end: number }[] {
  const folded = fold(text)
  const found = queryTerms(query).flatMap((term) => {
    const places: { start: number; end: number }[] = []
    for (const within of folded.includes(term) ? [folded] : initials.split('\n')) {
      for (let at = within.indexOf(term); at >= 0; at = within.indexOf(term, at + term.length))
        places.push({ start: at, end: at + term.length })
    }
    return places
  })
  const marks: { start: number; end: number }[] = []
  for (const mark of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1)
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end)
    else marks.push({ ...mark })
  }
  return marks
}

const placeOf = ({ source, ref, meetingId, meetingTitle, title, updated }: Found) => ({
  source,
  ref,
  meetingId,
  meetingTitle,
  title,
  updated,
})

function hitOf(found: Found, query: string): Hit {
  const marks = marksOf(found.text, found.initials, query)
  const first = marks[0]?.start ?? 0
  const from = found.text.length <= SHOWN ? 0 : Math.max(0, Math.min(first - SHOWN / 4, found.text.length - SHOWN))
  const start = Math.floor(from)
  const lead = start > 0 ? '…' : ''
  const end = Math.min(found.text.length, start + SHOWN)
  const text = `${lead}${found.text.slice(start, end)}${end < found.text.length ? '…' : ''}`
  const moved = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ start: mark.start - start + lead.length, end: mark.end - start + lead.length }))
  return {
    ...placeOf(found),
    kind: found.kind,
    text,
    marks: moved,
    whole: found.text.length <= LONGEST ? found.text : '',
  }
}

type Commands = 'search.find' | 'search.similar'

export function searchService(context: ServiceContext, thread: SearchThread): Handlers<Commands> {
  return {
    async 'search.find'({ text }) {
      const { names, passages, pending } = await thread.ask('find', { text })
      const shown = (found: Found) => hitOf(found, text)
      return { names: names.map(shown), passages: passages.map(shown), pending }
    },
    async 'search.similar'({ paperId, text }) {
      const { meetingId } = findPaper(context, paperId)
      const { passages, sources, ...rest } = await thread.ask('similar', { paperId, meetingId, text })
      return {
        ...rest,
        sources: sources.map(({ from, shared }) => ({ from: placeOf(from), shared })),
        passages: passages.map(({ from, ...passage }) => ({
          ...passage,
          from: placeOf(from),
          fromText: from.text,
        })),
      }
    },
  }
}
