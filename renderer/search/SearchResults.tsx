import { CornerDownLeft } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { SearchHit } from '../../shared/contract/search-commands.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { DocumentDialog } from './DocumentDialog.tsx'
import { useHitKeys } from './hit-keys.ts'
import { HIT_KINDS, placeText } from './hit-text.ts'
import { Marked } from './Marked.tsx'
import { useSearch } from './use-search.ts'
import './search.css'

interface SearchResultsProps {
  text: string
  /** A meeting, or a place in one of its papers. */
  onOpen(hit: SearchHit): void
  /** Takes a paragraph over into the open paper; without it nothing can be taken. */
  onInsert?: ((hit: SearchHit) => void) | undefined
}

/** Everything of the library in which the words stand: names first, then paragraphs, the newest on top. */
export function SearchResults({ text, onOpen, onInsert }: SearchResultsProps) {
  const { result, problem } = useSearch(text)
  const [shown, setShown] = useState<SearchHit | null>(null)
  const section = useRef<HTMLElement>(null)
  useHitKeys(section, result !== null && text.trim() !== '' && !problem)
  if (problem) return <p className="banner banner-bad">{problem}</p>
  if (!result || text.trim() === '') return null
  const { names, passages, pending } = result
  const open = (hit: SearchHit) => (hit.source === 'document' ? setShown(hit) : onOpen(hit))
  return (
    <section ref={section} className="search-results" aria-label="找到的">
      <p className="search-count" role="status">
        {names.length + passages.length === 0
          ? `没有找到“${text.trim()}”。`
          : `找到名称 ${names.length}${names.length >= 20 ? '+' : ''} 处，正文 ${passages.length}${passages.length >= 50 ? '+' : ''} 处，新的在前。按 ↓ 逐条看，回车打开。`}
        {pending > 0 && `（还有 ${pending} 份正在编入，稍后更全）`}
      </p>
      <ul>
        {[...names, ...passages].map((hit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in a paper twice
          <li key={`${hit.ref} ${hit.kind} ${index}`} className="search-hit">
            <AriaButton className="search-hit-open" onPress={() => open(hit)}>
              <span className="tag">{HIT_KINDS[hit.kind]}</span>
              <span className="search-hit-text">
                <Marked text={hit.text} marks={hit.marks} />
              </span>
              <small>
                {hit.kind === 'meeting' ? '' : `${placeText(hit)} · `}
                {momentText(hit.updated)}
              </small>
            </AriaButton>
            {onInsert && hit.whole && (hit.kind === 'paragraph' || hit.kind === 'line') && (
              <Button size="small" look="quiet" icon={<CornerDownLeft aria-hidden />} onPress={() => onInsert(hit)}>
                插入
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown && <DocumentDialog id={shown.ref} wanted={shown.whole} onClose={() => setShown(null)} />}
    </section>
  )
}
