import { Button as AriaButton } from 'react-aria-components'
import type { SimilarPassages } from '../../shared/contract/search-commands.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { placeText } from './hit-text.ts'
import { Marked } from './Marked.tsx'

interface SimilarListProps {
  similar: SimilarPassages
  /** The text that was compared. */
  text: string
  onJump(range: Range): void
}

const SIDE = 30

/** 12%, 少于 1%. */
export function shareText({ shared, characters }: Pick<SimilarPassages, 'shared' | 'characters'>): string {
  const share = characters === 0 ? 0 : (100 * shared) / characters
  return share > 0 && share < 1 ? '不到 1%' : `${Math.round(share)}%`
}

/** 雷同: the draft's own words and the source's, side by side. */
export function SimilarList({ similar, text, onJump }: SimilarListProps) {
  const { passages, pending } = similar
  return (
    <section className="similar" aria-label="雷同">
      <p className="search-count" role="status">
        {passages.length === 0
          ? '没有和别的会议的文稿、素材连着 20 字以上相同的地方。'
          : `和别的会议的文稿、素材相同的占 ${shareText(similar)}，共 ${passages.length} 处。套话相同不要紧，别的单位的事要改。`}
        {pending > 0 && `（还有 ${pending} 份正在编入，稍后再查一次更全）`}
      </p>
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
    </section>
  )
}
