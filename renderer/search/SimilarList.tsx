import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { SearchHit, SimilarPassages } from '../../shared/contract/search-commands.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { placeText, shareText, type TakenPassage } from './hit-text.ts'
import { Marked } from './Marked.tsx'
import { SimilarDialog } from './SimilarDialog.tsx'

interface SimilarListProps {
  similar: SimilarPassages
  /** The text that was compared. */
  text: string
  onJump(range: Range): void
  onInsert(passage: TakenPassage): void
  onOpen(place: SearchHit): void
}

const SIDE = 30

/** 雷同: the draft's own words and the source's, side by side. */
export function SimilarList({ similar, text, onJump, onInsert, onOpen }: SimilarListProps) {
  const { passages, sources, characters, pending } = similar
  const [shown, setShown] = useState<(typeof sources)[number] | null>(null)
  return (
    <section className="similar" aria-label="雷同">
      <p className="search-count" role="status">
        {passages.length === 0
          ? '没有和别的会议的文稿、素材连着 20 字以上相同的地方。'
          : `和别的会议的文稿、素材相同的占 ${shareText(similar)}，共 ${passages.length} 处。套话相同不要紧，别的单位的事要改。`}
        {pending > 0 && `（还有 ${pending} 份正在编入，稍后再查一次更全）`}
      </p>
      {sources.length > 0 && (
        <ul className="similar-sources" aria-label="各篇占多少">
          {sources.map((source) => (
            <li key={`${source.from.source} ${source.from.ref}`}>
              <AriaButton className="similar-from" onPress={() => setShown(source)}>
                <span>{placeText(source.from)}</span>
                <strong>{shareText({ shared: source.shared, characters })}</strong>
                <small>并排看</small>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      <ul>
        {passages.map((passage) => {
          const from = Math.max(0, passage.fromStart - SIDE)
          const to = Math.min(passage.fromText.length, passage.fromEnd + SIDE)
          return (
            <li key={passage.start} className="similar-item">
              <AriaButton className="similar-mine" onPress={() => onJump(passage)}>
                <small>本稿</small>
                {text.slice(passage.start, passage.end)}
              </AriaButton>
              <div className="similar-source">
                <small>
                  {placeText(passage.from)}
                  {passage.papers > 1 && `等 ${passage.papers} 篇`}
                </small>
                {from > 0 && '…'}
                <Marked
                  text={passage.fromText.slice(from, to)}
                  marks={[{ start: passage.fromStart - from, end: passage.fromEnd - from }]}
                />
                {to < passage.fromText.length && '…'}
              </div>
            </li>
          )
        })}
      </ul>
      {shown && (
        <SimilarDialog
          source={shown}
          text={text}
          characters={characters}
          onJump={onJump}
          onInsert={onInsert}
          onOpen={(place) => {
            setShown(null)
            onOpen(place)
          }}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  )
}
