import { type ManualBlock, readManual } from './manual-text.ts'

// Built in: the manual opens without a network and always fits the version it came with.
const texts = import.meta.glob<string>('../../docs/manual/0*.md', { query: '?raw', import: 'default', eager: true })
const files = import.meta.glob<string>('../../docs/manual/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface ManualChapter {
  id: string
  title: string
  blocks: ManualBlock[]
}

export const manualChapters: readonly ManualChapter[] = Object.entries(texts)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, text]) => {
    const blocks = readManual(text)
    const first = blocks[0]
    return { id: path, title: first?.kind === 'heading' ? first.text : '', blocks: blocks.slice(1) }
  })

/** Address of a picture of the manual. */
export const pictureAddress = (file: string): string => files[`../../docs/manual/pictures/${file}`] ?? ''
